"""Who wrote how many notes in which reading."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.groups.notes_by_person import count_notes

written = st.lists(
    st.tuples(st.sampled_from(["", "a", "b", "c"]), st.sampled_from(["", "P", "Q", "R"]), st.integers(-1, 2))
)


@given(written)
def test_sums_are_those_of_counting_people_one_by_one(notes):
    """For any notes; a note without a participant is somebody's own, somebody in two groups counts in each."""
    units = [
        Unit(f"n{at}", "x", "en", "f", at, 0, 1, "Trust", {"team": team, "participant": who})
        for at, (team, who, _) in enumerate(notes)
    ]
    labels = np.array([label for _, _, label in notes], dtype=np.int64)
    counted = count_notes(units, labels, "team", 3)
    people: dict[str, dict[str, list[int]]] = {}
    for at, (team, who, label) in enumerate(notes):
        if team:
            people.setdefault(team, {}).setdefault(who or f"{at}", []).append(label)
    assert counted.groups == tuple(people)
    for reading, voices in enumerate(counted.voices()):
        for team, own in people.items():
            sizes = [(len(labels), labels.count(reading)) for labels in own.values()]
            found = voices[team]
            assert (found.people, found.of, found.count) == (
                len(own),
                sum(n for n, _ in sizes),
                sum(x for _, x in sizes),
            )
            assert found.n_squared == sum(n * n for n, _ in sizes)
            assert found.n_times_x == sum(n * x for n, x in sizes)
            assert found.x_squared == sum(x * x for _, x in sizes)


def test_groups_are_counted_in_the_order_asked_for_and_no_others():
    """One that nobody wrote for has no people."""
    units = [Unit(f"n{at}", "x", "en", "f", at, 0, 1, "Trust", {"team": team}) for at, team in enumerate("abca")]
    (voices,) = count_notes(units, np.array([0, 0, 0, -1]), "team", 1, ("c", "z", "a")).voices()
    assert {name: (own.people, own.of, own.count) for name, own in voices.items()} == {
        "c": (1, 1, 1),
        "z": (0, 0, 0),
        "a": (2, 2, 1),
    }

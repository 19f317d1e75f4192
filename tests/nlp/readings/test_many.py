"""Many notes: the same promises above the change-over as below it; the thresholds are lowered for few notes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nlp
from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.readings.clustering import partition as whole
from nlp.readings.clustering.micro_clusters import micro_clusters
from nlp.readings.types import Interpretation
from tests.embedders import BagOfWords

EMBEDDER = BagOfWords()
VOCABULARY = Vocabulary(EMBEDDER, {"en": ["phone", "risk"]})
SUBJECTS = {
    "en": (["risk", "dare", "try", "fail", "bold"], ["joint", "work", "together", "share", "team"]),
    "bn": (["বিদ্যুৎ", "ফোন", "বন্ধ", "চার্জ", "আলো"],),
    "ne": (["बाटो", "पुल", "वर्षा", "खोला", "गाडी"],),
}
COUNT = 32
few = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", autouse=True)
def _few_are_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "COMPRESS_ABOVE", 20)
        patch.setattr(whole, "micro_clusters", partial(micro_clusters, most=12))
        yield


def notes() -> list[Unit]:
    choose = np.random.default_rng(3)
    subjects = [(language, words) for language, lists in SUBJECTS.items() for words in lists]
    units = []
    for number in range(COUNT):
        language, words = subjects[number % len(subjects)]
        text = " ".join(choose.permutation([*words, *words])[:6]) + f" {number}"
        who = {"team": "AB"[number % 2], "participant": f"P{number // 2}"}
        units.append(Unit(f"n{number}", text, language, "notes.csv", number + 2, 0, len(text), "Culture", who))
    return units


def interpret(units: list[Unit]) -> Interpretation:
    return nlp.interpret(units, EMBEDDER, vocabulary=VOCABULARY)


def groups(units: list[Unit], element: str = "Culture") -> set[frozenset[str]]:
    found = next(each for each in interpret(units).elements if each.element == element)
    return {frozenset(member.text for member in reading.units) for reading in found.readings}


EXPECTED = {
    frozenset(unit.text for unit in notes() if any(word in unit.text for word in words))
    for lists in SUBJECTS.values()
    for words in lists
}


def test_the_readings_are_those_of_the_notes():
    """Four subjects, four readings, each whole."""
    assert groups(notes()) == EXPECTED


@few
@given(order=st.permutations(range(COUNT)))
def test_row_order_never_changes_the_result(order):
    """Any order of the rows gives the same JSON."""
    units = notes()
    assert interpret([units[row] for row in order]) == interpret(units)


@few
@given(rows=st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=40))
def test_duplicated_rows_do_not_change_the_readings(rows):
    """Notes pasted again move no other note."""
    units = notes()
    copies = [replace(units[row], id=f"copy{number}") for number, row in enumerate(rows)]
    assert groups([*units, *copies]) == EXPECTED


@few
@given(name=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8).filter(lambda name: name != "A"))
def test_renamed_groups_only_rename(name):
    """Another name of team B changes the name and nothing else."""
    units = notes()
    renamed = [
        replace(u, attributes=u.attributes | {"team": name}) if u.attributes["team"] == "B" else u for u in units
    ]
    (before,), (after,) = interpret(units).elements, interpret(renamed).elements
    for one, other in zip(before.readings, after.readings, strict=True):
        assert one.unit_ids == other.unit_ids
        assert (one.held_by["team"]["A"], one.held_by["team"]["B"]) == (
            other.held_by["team"]["A"],
            other.held_by["team"][name],
        )
        assert one.difference["team"].p_value == other.difference["team"].p_value


@few
@given(words=st.lists(st.sampled_from(["budget", "seed", "টাকা", "पैसा", "goat"]), min_size=1, max_size=30))
def test_an_unrelated_element_changes_nothing_for_the_others(words):
    """Notes on something else leave readings, holders and stability of an element as they are."""
    units = notes()
    other = [replace(units[0], id=f"o{n}", text=f"{word} {n}", element="Money") for n, word in enumerate(words)]
    alone = interpret(units).elements[0]
    beside = interpret([*units, *other]).elements[0]
    assert alone.readings == beside.readings


def test_a_note_that_fits_nowhere_stands_alone():
    """Among many notes one about something else has a nearest reading and is not put into it."""
    stray = replace(notes()[0], id="stray", text="zebra quartz violin")
    (element,) = interpret([*notes(), stray]).elements
    assert [unit.id for unit in element.alone] == ["stray"]


def test_progress_goes_from_nothing_to_everything():
    """The part that is done grows and ends at 1."""
    seen: list[float] = []
    nlp.interpret(notes(), EMBEDDER, vocabulary=VOCABULARY, progress=seen.append)
    assert seen == sorted(seen)
    assert (seen[0] < 1, seen[-1]) == (True, 1.0)


def test_many_texts_of_one_vector_are_one_reading():
    """Where all notes look the same to the model there is one reading, and no crash."""
    vectors = np.tile(np.eye(8, dtype=np.float32)[0], (30, 1))
    found = whole.partition(vectors)
    assert (found.labels == 0).all()

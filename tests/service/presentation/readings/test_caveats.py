"""How much there is and how sure it is, in words."""

from dataclasses import replace

import pytest

from nlp.statistics.verdicts import Trust
from service.presentation.i18n import language
from service.presentation.readings.caveats import (
    amount,
    is_hardly_sorted,
    language_caution,
    named_words,
    placed_words,
    sureness,
    trust_in_short,
    trust_words,
)
from tests.service.presentation.readings.made import element, reading

EN = language("en")


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [(4, 11, "4 of 11 notes"), (1, 1, "1 of 1 note"), (19, 19, "19 of 19 notes"), (5, 20, "5 of 20 notes (25%)")],
)
def test_counts_come_before_percentages(count, of, said):
    """Per cent stand behind the count, and only from twenty notes on."""
    assert amount(EN, count, of) == said


def test_of_how_many_notes_the_machine_is_sure():
    """A count of the reading's notes; nothing of the kind where a person put them together."""
    given = reading(A=(2, 5), B=(1, 5))
    surely = replace(given, sure=2)
    assert sureness(EN, surely) == "The machine is sure of 2 of these 3 notes."
    assert sureness(EN, given).startswith("The machine is sure of none of these notes")
    assert sureness(EN, replace(surely, stability_measured=False)) == "A person changed what belongs here."


def test_who_put_the_notes_of_a_reading_there():
    """All by hand, some, or the machine alone; that a person changed it where others were taken out."""
    given = reading(A=(2, 5), B=(1, 5))
    ids = given.unit_ids
    assert sureness(EN, given, ids) == "All of these 3 notes were placed by hand."
    assert sureness(EN, given, ids[:2]) == "Of these 3 notes 2 were placed by hand, the others by the machine."
    assert sureness(EN, given, ids[:1]) == "Of these 3 notes 1 was placed by hand, the others by the machine."
    changed = replace(given, stability_measured=False)
    assert sureness(EN, changed, ["of another"]) == "A person changed what belongs here."


def test_how_many_notes_people_placed():
    """What nobody sorted is said, and nothing where nobody sorted; then the grade of trust is the machine's alone."""
    sorted_ = replace(element(reading(A=(6, 9), B=(7, 8))), trust=Trust.HIGHEST)
    notes = tuple(str(number) for number in range(sorted_.notes))
    some = replace(sorted_, placed_by_hand=notes[:3], placed_by_machine=notes[3:5])
    said = [str(line) for line in placed_words(EN, some)]
    assert said == [
        f"People placed 3 of the {len(notes)} notes by hand.",
        "The machine put 2 more with them.",
        f"Nobody has sorted the other {len(notes) - 5} yet.",
    ]
    assert trust_in_short(EN, some) == f"Laid out by machine, mostly right. {said[0]}"
    assert len(trust_words(EN, some)) == 1
    whole = replace(sorted_, placed_by_hand=notes)
    assert placed_words(EN, whole) == [f"People placed all {len(notes)} notes by hand."]
    assert trust_in_short(EN, whole) == placed_words(EN, whole)[0]
    assert (placed_words(EN, sorted_), trust_words(EN, whole)) == ([], [])


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_who_gave_the_names_is_said(code):
    """People, the machine, or both; three sentences in every language."""
    spoken, machine = language(code), element(reading(A=(6, 9), B=(7, 8)))
    people = replace(machine, readings=tuple(replace(each, given="Trust") for each in machine.readings))
    said = {named_words(spoken, elements) for elements in ([machine], [people], [machine, people])}
    assert len(said) == 3
    assert not named_words(spoken, [replace(machine, readings=())])


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_every_grade_of_trust_has_words(code):
    """A long and a short sentence for each, all different; none where nothing was found."""
    spoken, given = language(code), element(reading(A=(6, 9), B=(7, 8)))
    said = [
        (*trust_words(spoken, one), trust_in_short(spoken, one)) for one in (replace(given, trust=t) for t in Trust)
    ]
    assert len({text for both in said for text in both}) == 6
    assert (trust_words(spoken, given), trust_in_short(spoken, given)) == ([], None)


def test_what_a_person_sorted_is_trusted():
    """The lowest grade is of what the machine does: a name or a move of a person takes it away."""
    machine = replace(element(reading(A=(6, 9), B=(7, 8))), trust=Trust.LOWEST)
    (only,) = machine.readings
    assert is_hardly_sorted(machine)
    assert not is_hardly_sorted(replace(machine, readings=(replace(only, given="Trust"),)))
    assert not is_hardly_sorted(replace(machine, readings=(replace(only, stability_measured=False),)))
    assert not is_hardly_sorted(replace(machine, trust=Trust.MIDDLE))


def test_teams_with_a_language_of_their_own_are_a_caution():
    """Where team and language coincide, the page says so."""
    given = element(reading(A=(6, 9), B=(7, 8)))
    assert language_caution(EN, given) == []
    assert len(language_caution(EN, replace(given, like_language=("team",), language_v_measure=0.7))) == 2

"""Notes that speak for two readings are read in both and counted in one."""

from dataclasses import replace

import pytest

from nlp.readings.types import ElementReadings
from service.presentation.i18n import language
from service.presentation.readings.element import element_view
from service.presentation.readings.shared_notes import SHOWN, shared_notes
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import TEAMS, communications


def element(*also: int) -> ElementReadings:
    """An element in which these notes of its first reading speak for the second too."""
    given = communications()
    first, second, *others = given.readings
    units = tuple(replace(unit, also=(second.id,) if at in also else ()) for at, unit in enumerate(first.units))
    return replace(given, readings=(replace(first, units=units), second, *others))


def test_a_note_of_two_readings_is_read_in_both():
    """In its own it says what else it speaks for, in the other where it is counted."""
    given = element(1)
    found = shared_notes(given, marks(TEAMS), language("en"))
    home, other = (reading.id for reading in given.readings[:2])
    note = given.readings[0].units[1]
    assert set(found.of_others) == {other}
    assert str(found.of_others[other].words) == "1 note of another reading says this too."
    (shown,) = found.of_others[other].notes
    assert shown.quote.text == note.text
    assert shown.counted_under.striptags() == "counted under phone call"
    assert {anchor: said.striptags() for anchor, said in found.also.items()} == {
        f"n-{note.id}": "also: reasons for them"
    }
    assert home not in found.of_others


def test_it_is_counted_once():
    """Bars and dots of the other reading stay as they were."""
    before, after = (element_view(element(*also), marks(TEAMS), language("en")) for also in ((), (1,)))
    assert [row.bars for row in before.rows] == [row.bars for row in after.rows]
    assert [len(row.dots) for row in before.rows] == [len(row.dots) for row in after.rows]


def test_many_are_counted_and_the_most_typical_shown():
    """A page holds a few of them."""
    given = element(*range(7))
    (others,) = shared_notes(given, marks(TEAMS), language("en")).of_others.values()
    assert str(others.words) == "7 notes of other readings say this too."
    assert [note.quote.text for note in others.notes] == [unit.text for unit in given.readings[0].units[:SHOWN]]


@pytest.mark.parametrize(("spoken", "start"), [("bn", "আরও বলে:"), ("ne", "यो पनि:")])
def test_it_is_said_in_the_readers_language(spoken, start):
    """Words of the catalogue."""
    (said,) = shared_notes(element(0), marks(TEAMS), language(spoken)).also.values()
    assert said.startswith(start)

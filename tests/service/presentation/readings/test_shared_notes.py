"""Notes that speak for two readings are read in both and counted in one."""

import pytest

from nlp.json_form import Json, interpretation_to_json
from nlp.readings.types import Interpretation
from service.presentation.i18n import language
from service.presentation.readings.element import element_view
from service.presentation.readings.shared_notes import SHOWN, crossings
from service.presentation.team_marks import marks
from tests.service.presentation.fake import ELEMENTS, TEAMS


def element(*also: int) -> Json:
    """The first element of the fake programme, in which these notes of its first reading speak for the second too."""
    given: Json = interpretation_to_json(Interpretation("m", ("team",), ELEMENTS))["elements"][0]
    for place in also:
        given["readings"][0]["units"][place]["also"] = [given["readings"][1]["id"]]
    return given


def test_a_note_of_two_readings_is_read_in_both():
    """In its own it says what else it speaks for, in the other where it is counted."""
    given = element(1)
    found = crossings(given, marks(TEAMS), language("en"))
    home, other = (reading["id"] for reading in given["readings"][:2])
    note = given["readings"][0]["units"][1]
    assert set(found.guests) == {other}
    assert str(found.guests[other].words) == "1 note of another reading says this too."
    (crossing,) = found.guests[other].crossings
    assert crossing.quote.text == note["text"]
    assert crossing.home.striptags() == "counted under phone call"
    assert {anchor: said.striptags() for anchor, said in found.also.items()} == {
        f"n-{note['id']}": "also: reasons for them"
    }
    assert home not in found.guests


def test_it_is_counted_once():
    """Bars and dots of the other reading stay as they were."""
    before, after = (element_view(element(*also), marks(TEAMS), language("en")) for also in ((), (1,)))
    assert [strip.bars for strip in before.strips] == [strip.bars for strip in after.strips]
    assert [len(strip.dots) for strip in before.strips] == [len(strip.dots) for strip in after.strips]


def test_many_are_counted_and_the_most_typical_shown():
    """A page holds a few of them."""
    given = element(*range(7))
    (guests,) = crossings(given, marks(TEAMS), language("en")).guests.values()
    assert str(guests.words) == "7 notes of other readings say this too."
    first = [unit["text"] for unit in given["readings"][0]["units"][:SHOWN]]
    assert [crossing.quote.text for crossing in guests.crossings] == first


@pytest.mark.parametrize(("spoken", "start"), [("bn", "আরও বলে:"), ("ne", "यो पनि:")])
def test_it_is_said_in_the_readers_language(spoken, start):
    """Words of the catalogue."""
    (said,) = crossings(element(0), marks(TEAMS), language(spoken)).also.values()
    assert said.startswith(start)

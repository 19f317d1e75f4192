from dataclasses import replace

import pytest

from nlp.participation.types import SegmentShares
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered
from service.presentation.sessions.session_agenda import agenda_sentences, bands
from tests.service.presentation.sessions.made import NAMES, PARTICIPATION, ROSTER

EN = language("en")


def part(name, start, end, women, amount=None):
    people = {"Clara Boyd": women, "Evan Clay": 1 - women}
    shares = {"gender": {"woman": women, "man": 1 - women}}
    return SegmentShares(name, start, end, amount or (end or 0) - (start or 0), people, shares)


def session(*segments, **changed):
    return replace(PARTICIPATION, segments=segments, **changed)


def test_parts_of_the_agenda_are_bands_on_the_timeline():
    """Of 830 seconds the first half and the second; who spoke most in each."""
    first, second = bands(session(part("Stories", 0, 415, 0.8), part("Budget", 415, 830, 0.3)), named(NAMES), EN)
    assert (first.left, first.width, second.left, second.width) == (0, 50, 50, 50)
    assert first.words.striptags() == "2 people spoke, Clara Boyd most: 80%"
    assert second.words.striptags() == "2 people spoke, Evan Clay most: 70%"


def test_without_times_bands_are_as_long_as_what_was_said():
    """A quarter and three quarters."""
    untimed = session(part("A", None, None, 0.5, 10.0), part("B", None, None, 0.5, 30.0), timed=False)
    assert [(band.left, band.width) for band in bands(untimed, named(NAMES), EN)] == [(0, 25), (25, 75)]


def test_a_group_that_is_heard_in_one_part_only_is_told():
    """The group heard less is named, once for its attribute."""
    found = session(part("Stories", 0, 400, 0.8), part("Budget", 400, 830, 0.3))
    (sentence,) = agenda_sentences(found, named(NAMES), EN)
    assert sentence.striptags() == "The group man (gender) had 20% of the talk in Stories and 70% in Budget."


@pytest.mark.parametrize(
    "segments",
    [
        (part("Stories", 0, 400, 0.5), part("Budget", 400, 830, 0.35)),
        (part("Stories", 0, 800, 0.8), part("Thanks", 800, 830, 0.0)),
        (part("Stories", 0, 830, 0.8),),
        (),
    ],
    ids=["alike", "too short", "one part", "no agenda"],
)
def test_small_differences_and_short_parts_say_nothing(segments):
    """Below 20 points, below a twentieth of the talk, or nothing to compare."""
    assert agenda_sentences(session(*segments), named(NAMES), EN) == ()


def test_names_in_titles_of_the_agenda_are_hidden_with_the_others():
    """A title with Clara's name would say who Person 3 is."""
    people = numbered(NAMES, ROSTER, EN)
    (band,) = bands(session(part("Clara's story", 0, 830, 0.8)), people, EN)
    assert "Clara" not in band.name + band.words


def test_two_who_spoke_most_are_both_named():
    """A tie has no first."""
    tied = replace(part("Opening", 0, 830, 0.5), people={"Clara Boyd": 0.4, "Evan Clay": 0.4, "Anika Rahman": 0.2})
    (band,) = bands(session(tied), named(NAMES), EN)
    assert band.words == "3 people spoke, Clara Boyd and Evan Clay most: 40% each"

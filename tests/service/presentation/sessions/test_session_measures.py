from dataclasses import replace

import pytest

from nlp.participation.types import Crosstalk, Interruption, Windows
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered
from service.presentation.sessions.session_measures import measures
from tests.service.presentation.sessions.made import NAMES, PARTICIPATION, ROSTER


def said(participation=PARTICIPATION, code="en", people=None):
    return [str(each.striptags()) for each in measures(participation, people or named(NAMES), language(code))]


def crosstalk(*over, signs=0, gap=0.3):
    interruptions = tuple(Interruption(by, of, 0.0, 2.0, took) for by, of, took in over)
    return replace(PARTICIPATION, crosstalk=Crosstalk(interruptions, {"Evan Clay": signs}, 0, gap))


def test_each_measure_is_a_sentence():
    """Order, dominance, effective number, evenness, Gini, turns, pauses; nothing of what the record cannot show."""
    assert said() == [
        "Clara Boyd spoke first, Anika Rahman last.",
        "The one who spoke most had 4 times an equal share.",
        "The talk was shared as if 2.1 people had spoken equally (effective number of speakers).",
        "Evenness is 0.60 (normalised entropy; 1 if all spoke alike, 0 if one spoke alone).",
        "Inequality is 0.60 of at most 0.83 (Gini; 0 if all spoke alike).",
        "The longest turn was 3 min 3 s, by Clara Boyd; a person's typical turn (median) lasted from 30 s to 30 s. "
        "A turn lasts until somebody else speaks, pauses left out.",
        "Pauses add up to 5 s.",
    ]


def test_interruptions_are_told_with_who_was_spoken_over_most():
    """From three times on; the signs of listening and the gap beside them."""
    over = [("Evan Clay", "Clara Boyd", False)] * 2 + [("Anika Rahman", "Clara Boyd", True)]
    assert said(crosstalk(*over, signs=4))[-4:] == [
        "3 times somebody began over another, and both went on for a second or more; "
        "in 1 of these the other stopped first.",
        "Most often somebody began over Clara Boyd: 3 times.",
        "4 small signs of listening, such as “mhm”, are not counted among these.",
        "From one speaker to the next it mostly took 0.3 seconds.",
    ]
    once = said(crosstalk(over[0], gap=-0.2))
    assert once[-2:] == [
        "Once somebody began over another, and both went on for a second or more.",
        "The next speaker mostly began before the one before had ended.",
    ]


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (("Clara Boyd", None), "In 1 of 2 stretches of 2 min 30 s, one person had more than 60% of the talk."),
        ((None, None), "There was no stretch of 2 min 30 s in which one person had more than 60% of the talk."),
    ],
)
def test_windows_that_one_person_held_are_counted(held, sentence):
    """Or it is said that there was none."""
    windows = Windows(150.0, 30.0, (0.0, 30.0), {"Clara Boyd": (100.0, 50.0)}, held, {})
    assert sentence in said(replace(PARTICIPATION, windows=windows))


def test_questions_and_time_alone_are_told_where_the_record_shows_them():
    """With who asked most, and who had most of the time in which one spoke alone."""
    speakers = [replace(each, questions=n, floor_share=n / 6) for n, each in enumerate(PARTICIPATION.speakers)]
    shown = said(replace(PARTICIPATION, speakers=tuple(speakers)))
    assert "6 questions were asked, 3 of them by Evan Clay." in shown
    assert "Of the time in which one person spoke alone, Evan Clay had 50%." in shown


def test_numbered_people_are_numbered_here_too():
    """No name is left."""
    shown = " ".join(
        said(crosstalk(*[("Evan Clay", "Clara Boyd", True)] * 3), people=numbered(NAMES, ROSTER, language("en")))
    )
    assert "Person 3" in shown
    assert not any(name in shown for name in NAMES)


def test_a_record_in_which_nobody_is_named_has_no_measures():
    """Nothing is made up."""
    assert said(replace(PARTICIPATION, speakers=())) == []


@pytest.mark.parametrize(("code", "digits"), [("bn", "০.৮৩"), ("ne", "०.८३")])
def test_measures_are_said_in_the_readers_language(code, digits):
    """With its digits."""
    assert any(digits in each for each in said(code=code))

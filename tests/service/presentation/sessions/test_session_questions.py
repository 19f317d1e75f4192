from dataclasses import replace

import pytest

from nlp.messages import Message
from nlp.transcripts.types import CHAT
from service.presentation.i18n import language
from service.presentation.sessions.session_questions import session_questions
from tests.service.presentation.sessions.made import PARTICIPATION, speaker


def questions(*shares, silent=0, limits=(), code="en"):
    speakers = tuple(speaker(f"P{n}", share) for n, share in enumerate(shares))
    names = tuple(f"S{n}" for n in range(silent))
    given = replace(PARTICIPATION, speakers=speakers, silent=names, limits=limits)
    return [question.text for question in session_questions(given, language(code))]


def test_questions_follow_from_what_happened():
    """Silence first, then concentration, then how to begin; nothing to ask of a talk of two."""
    asked = questions(0.7, 0.1, 0.1, 0.1, silent=1)
    assert [each.partition(" ")[0] for each in asked] == ["One", "Half", "How"]
    assert asked[0].startswith("One of us has not been heard yet.")
    assert asked[1].startswith("Half of what was said came from one of us.")
    assert questions(0.5, 0.5) == []


def test_an_even_session_is_asked_only_how_to_begin():
    """Half of the floor was with half of the people."""
    (asked,) = questions(0.25, 0.25, 0.25, 0.25)
    assert asked.startswith("How shall the next session begin")


def test_a_chat_is_asked_about_writing():
    """Nobody speaks in it."""
    assert questions(0.7, 0.1, 0.2, silent=1, limits=(Message(CHAT),))[0].startswith(
        "One of us has not been read in the chat yet."
    )


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_questions_are_asked_in_the_readers_language(code):
    """With its digits."""
    asked = " ".join(questions(0.7, 0.1, 0.1, 0.1, silent=2, code=code))
    assert not any(letter.isascii() and letter.isalnum() for letter in asked)

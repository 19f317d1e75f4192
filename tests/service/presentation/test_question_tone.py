"""The tone of questions for the room: a critical friend asks, in three languages, and accuses nobody."""

import re

import pytest
from babel.messages.pofile import read_po

from nlp.participation import feedback
from nlp.readings.wording import questions
from service.presentation.i18n import CATALOGUES

ASKED = [
    each
    for module in (questions, feedback)
    for name, each in vars(module).items()
    if name.isupper() and isinstance(each, str) and each.endswith("?")
]
OF_PAGES = (
    "We heard “",
    "Half of what",
    "Half of the chat",
    "has not been",
    "was still for",
    "is that too",
    "How shall",
)
BLAME = (
    r"\b(cost|fail\w*|refus\w*|nobody|silent|silence|did not (?:say|speak|write)|said nothing|only|ignor\w*)\b",
    r"ক্ষতি|ব্যর্থ|নীরব|চুপ|বলেননি|মাত্র|খেসারত",
    r"नोक्सान|असफल|मौन|चुप|बोल्नुभएन|भन्नुभएन|भनेनन्|क्षति",
)
OPEN = r"\b(what|which|who|whom|how|where|when)\b"
MOST_WORDS = 40


def _catalogue(code):
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return {
            each: said
            for message in read_po(file)
            if message.id
            for each, said in zip(_forms(message.id), _forms(message.string), strict=True)
        }


def _forms(said):
    return said if isinstance(said, tuple) else (said,)


def _all():
    found = {each for each in _catalogue("bn") if each.endswith("?") and any(part in each for part in OF_PAGES)}
    return sorted({*ASKED, *found})


def test_questions_are_found():
    """Those of elements, of answers, of sessions, of chats and of what changed."""
    assert len(ASKED) == 11
    assert len(_all()) >= 24


@pytest.mark.parametrize("question", _all())
def test_a_question_is_open_and_short(question):
    """It asks what, which, who, how, where or when in its last sentence, and can be read aloud in one breath or two."""
    asked = re.split(r"(?<=[.”])\s", question)[-1]
    assert re.search(OPEN, asked, re.IGNORECASE)
    assert not re.match(r"(do|does|did|is|are|was|can|could|shall|should|would|have|has)\b", asked, re.IGNORECASE)
    assert len(question.split()) <= MOST_WORDS


@pytest.mark.parametrize("question", _all())
def test_a_question_blames_nobody(question):
    """No words of loss, failure or silence in any language; what was not heard is said of hearing, not of people."""
    for words, said in zip(BLAME, (question, _catalogue("bn")[question], _catalogue("ne")[question]), strict=True):
        assert not re.search(words, re.sub(r"\{[^}]*\}", " ", said), re.IGNORECASE)


@pytest.mark.parametrize("question", [each for each in ASKED if "{answers}" not in each])
def test_a_question_on_readings_quotes_what_was_said(question):
    """A label or a note stands in it, in quotation marks, in every language."""
    for said in (question, _catalogue("bn")[question], _catalogue("ne")[question]):
        assert re.search(r"“\{(label|quote|first)\}”", said)

"""Questions for the room: what to ask next, ready to copy, never a claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from nlp.messages import Message
from nlp.readings.types import ElementReadings
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.readings.caveats import is_hardly_sorted
from service.presentation.text import Label, label


@dataclass(frozen=True)
class RoomQuestion:
    """One question.

    Attributes:
        text: plain, in the reader's language; a reading is called as the page calls it, always in words of people.
        hints: labels in other languages with the words that the model has for them.
        key: of the finding that it is asked of, the same in every language; see `key_of`.
        code: the language of a person's words, "" where it is the reader's.
    """

    text: str
    hints: tuple[Label, ...] = ()
    key: str = ""
    code: str = ""


def key_of(*finding: object) -> str:
    """Return what a question is known by while its finding is the same: 16 hexadecimal digits.

    Args:
        finding: what is asked, and of what: names, words of notes, counts; nothing in the reader's language.
    """
    return sha256("\x1f".join(map(repr, finding)).encode()).hexdigest()[:16]


def of_element(element: ElementReadings, language: Language) -> tuple[RoomQuestion, ...]:
    """Return an element's questions; none where they would lean on readings that are hardly better than chance."""
    if is_hardly_sorted(element):
        return ()
    labels = {reading.label: label(reading, language) for reading in element.readings}
    return tuple(_ask(question, element.element, labels, language) for question in element.questions)


def _ask(question: Message, element: str, labels: Mapping[str, Label], language: Language) -> RoomQuestion:
    known = {
        place: labels[value] for place, value in question.values.items() if isinstance(value, str) and value in labels
    }
    own = {place: each.text for place, each in known.items()}
    hints = tuple(each for each in known.values() if each.gloss)
    text = plain(say(Message(question.template, {**question.values, **own}), language))
    return RoomQuestion(text, hints, key_of(question.template, element, sorted(question.values.items())))


def plain(text: Markup) -> str:
    """Return a sentence without its markup, for copying and for attributes."""
    return text.striptags()

"""Questions for the room: what to ask next, ready to copy, never a claim."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.i18n import Language
from service.presentation.text import Label, label

JOINED = ", "


@dataclass(frozen=True)
class RoomQuestion:
    """One question.

    Attributes:
        text: plain, in the reader's language; a reading has the name that the page gives it where that is in words of
            the notes, else its original one.
        hints: labels in other languages with the words that the model has for them.
    """

    text: str
    hints: tuple[Label, ...] = ()


def of_element(element: Json, language: Language) -> tuple[RoomQuestion, ...]:
    """Return an element's questions."""
    labels = {str(reading["label"]): label(reading, language) for reading in element["readings"]}
    groups = {group for each in element["groups"].values() for group in each}
    return tuple(_ask(question, labels, groups, language) for question in element["questions"])


def _ask(question: Json, labels: Mapping[str, Label], groups: Container[str], language: Language) -> RoomQuestion:
    values = {place: _listed(str(value), groups, language) for place, value in question["values"].items()}
    known = {place: labels[value] for place, value in values.items() if value in labels}
    own = {place: each.text for place, each in known.items() if not each.machine}
    hints = tuple(each for each in known.values() if each.machine)
    return RoomQuestion(plain(language.gettext(str(question["template"]), **(values | own))), hints)


def _listed(value: str, groups: Container[str], language: Language) -> str:
    """Return several groups as the reader's language lists them, anything else as it is."""
    parts = value.split(JOINED)
    return plain(language.list(parts)) if all(part in groups for part in parts) else value


def plain(text: Markup) -> str:
    """Return a sentence without its markup, for copying and for attributes."""
    return text.striptags()

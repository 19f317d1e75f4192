"""The labels of a record whose people are to be told, as a session's page asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.participation.people.identities import is_of_one_record
from service.annotations.speaker_identities import OpenLabel, SessionNames, Told
from service.presentation.i18n import Language
from service.presentation.text import name

MOST_ASKED = 20


@dataclass(frozen=True)
class Asked:
    """A label with the question that is asked about it, and the names to say yes to."""

    label: str
    question: Markup
    proposals: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """A label with what was said of it."""

    label: str
    words: Markup


@dataclass(frozen=True)
class NamesView:
    """All that the page asks and has been told; `more` labels are not asked yet, `people` are names to choose from."""

    asked: tuple[Asked, ...]
    more: int
    told: tuple[Answered, ...]
    people: tuple[str, ...]


def names_view(names: SessionNames, roster: Sequence[Person], language: Language) -> NamesView:
    """Turn the labels of a session into what the page shows."""
    return NamesView(
        asked=tuple(_asked(each, language) for each in names.open[:MOST_ASKED]),
        more=max(0, len(names.open) - MOST_ASKED),
        told=tuple(Answered(each.label, _told(each, language)) for each in names.told),
        people=tuple(person.name for person in roster),
    )


def _asked(given: OpenLabel, language: Language) -> Asked:
    if given.proposals:
        question = language.gettext("{label}: is this {name}?", label=name(given.label), name=name(given.proposals[0]))
    elif is_of_one_record(given.label):
        question = language.gettext("{label}: who is this in this session?", label=name(given.label))
    else:
        question = language.gettext("{label}: who is this?", label=name(given.label))
    return Asked(given.label, question, given.proposals)


def _told(told: Told, language: Language) -> Markup:
    label = name(told.label)
    words = {
        "person": language.gettext("{label} is {name}", label=label, name=name(told.name)),
        "room": language.gettext("{label}: a room or a shared device, its speech counts for nobody", label=label),
        "unknown": language.gettext("{label}: somebody else, or not known", label=label),
    }[told.kind]
    scope = language.gettext("in every session") if told.everywhere else language.gettext("in this session")
    return words + " · " + scope

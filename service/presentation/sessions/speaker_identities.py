"""The labels of a record whose people are to be told, as a session's page asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.participation.people.identities import is_of_one_record
from service.annotations.speaker_identities import OpenLabel, SessionNames, StatedIdentity
from service.presentation.i18n import Language
from service.presentation.text import name

MOST_ASKED = 20


@dataclass(frozen=True)
class LabelQuestion:
    """A label with the question that is asked about it, and the names to say yes to."""

    label: str
    question: Markup
    proposals: tuple[str, ...]


@dataclass(frozen=True)
class IdentifiedLabel:
    """A label with what was said of it."""

    label: str
    words: Markup


@dataclass(frozen=True)
class IdentitiesView:
    """All that the page asks and knows of labels.

    Attributes:
        questions: about labels behind which nobody is known.
        more: how many further labels are not asked about yet.
        identified: labels of which something was said.
        people: names to choose from.
    """

    questions: tuple[LabelQuestion, ...]
    more: int
    identified: tuple[IdentifiedLabel, ...]
    people: tuple[str, ...]


def identities_view(names: SessionNames, roster: Sequence[Person], language: Language) -> IdentitiesView:
    """Turn the labels of a session into what the page shows."""
    return IdentitiesView(
        questions=tuple(_question(each, language) for each in names.open[:MOST_ASKED]),
        more=max(0, len(names.open) - MOST_ASKED),
        identified=tuple(IdentifiedLabel(each.label, _identity(each, language)) for each in names.told),
        people=tuple(person.name for person in roster),
    )


def _question(open_label: OpenLabel, language: Language) -> LabelQuestion:
    label = name(open_label.label)
    if open_label.proposals:
        question = language.gettext("{label}: is this {name}?", label=label, name=name(open_label.proposals[0]))
    elif is_of_one_record(open_label.label):
        question = language.gettext("{label}: who is this in this session?", label=label)
    else:
        question = language.gettext("{label}: who is this?", label=label)
    return LabelQuestion(open_label.label, question, open_label.proposals)


def _identity(stated: StatedIdentity, language: Language) -> Markup:
    label = name(stated.label)
    words = {
        "person": language.gettext("{label} is {name}", label=label, name=name(stated.name)),
        "room": language.gettext("{label}: a room or a shared device, its speech counts for nobody", label=label),
        "unknown": language.gettext("{label}: somebody else, or not known", label=label),
    }[stated.kind]
    scope = language.gettext("in every session") if stated.everywhere else language.gettext("in this session")
    return words + " · " + scope

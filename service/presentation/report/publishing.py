"""The pages on which a facilitator chooses what a reader gets, looks at it, and publishes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import msgid
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.report.parts.words import session_title, spoken
from service.publications.choice import Choice
from service.publications.types import Format, Reader
from service.types import Session

_NAMES: Mapping[Reader, str] = {
    Reader.FACILITATOR: msgid("For facilitators"),
    Reader.PARTICIPANTS: msgid("For participants"),
    Reader.FUNDER: msgid("For a funder"),
    Reader.ROOM: msgid("For the room"),
}
_SEES: Mapping[Reader, str] = {
    Reader.FACILITATOR: msgid(
        "Everything: readings with quotes and teams, questions, every person's share under a number, and what the data "
        "cannot show."
    ),
    Reader.PARTICIPANTS: msgid(
        "What we heard, in plain words: readings with quotes that are said to be of nobody, who was heard by groups, "
        "and what happens next. No names and no shares of single persons."
    ),
    Reader.FUNDER: msgid(
        "Counts and groups: where teams agree and differ, what changed, who was heard by groups, and how this was "
        "made. No words of participants."
    ),
    Reader.ROOM: msgid("Slides: of every element its map, who says it, and one question. Large, with few words."),
}
_WHO: Mapping[Reader, str] = {
    Reader.FACILITATOR: msgid("Only facilitators can open it."),
    Reader.PARTICIPANTS: msgid(
        "Facilitators and members of teams can open it; observers, such as funders, only if you let them."
    ),
    Reader.FUNDER: msgid("Everybody with a place in this programme can open it, observers too."),
    Reader.ROOM: msgid(
        "Facilitators and members of teams can open it; observers, such as funders, only if you let them."
    ),
}
FORMAT_NAMES: Mapping[Format, str] = {
    Format.HTML: msgid("a page (HTML)"),
    Format.PDF: msgid("to print (PDF)"),
    Format.DOCX: msgid("to write on (Word)"),
    Format.PPTX: msgid("slides (PowerPoint)"),
}


@dataclass(frozen=True, slots=True)
class ReaderCard:
    """A reader: what it is called, what they will see, who may open it."""

    reader: Reader
    name: Markup
    sees: Markup
    who: Markup


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that can go in."""

    slug: str
    name: Markup
    on: bool


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    """What can be chosen, as it is now."""

    elements: tuple[Tick, ...]
    sessions: tuple[Tick, ...]
    questions: bool
    quotes: bool
    next_steps: str
    asks: bool
    quotes_at_all: bool
    tells_next: bool


def reader_cards(language: Language) -> tuple[ReaderCard, ...]:
    """Return the four readers in the order of the page."""
    return tuple(reader_card(reader, language) for reader in Reader)


def reader_card(reader: Reader, language: Language) -> ReaderCard:
    """Return one reader."""
    name, sees, who = (language.gettext(words[reader]) for words in (_NAMES, _SEES, _WHO))
    return ReaderCard(reader, name, sees, who)


def format_name(format_: Format, language: Language) -> Markup:
    """Return what a format is good for."""
    return language.gettext(FORMAT_NAMES[format_])


def choice_form(
    reader: Reader, choice: Choice, elements: Sequence[str], sessions: Sequence[Session], language: Language
) -> ChoiceForm:
    """Return what can be chosen for a reader.

    Args:
        reader: for whom.
        choice: as it is now.
        elements: names of those with notes or descriptors, in their order.
        sessions: of the programme, titles as they may be shown.
        language: of the facilitator.
    """
    slugs = [(slugify(name), name) for name in elements]
    return ChoiceForm(
        elements=tuple(
            Tick(slug, spoken(name, language) if name else language.gettext("No element"), choice.has_element(slug))
            for slug, name in slugs
        ),
        sessions=tuple(
            Tick(each.slug, session_title(each, language), choice.has_session(each.slug)) for each in sessions
        ),
        questions=choice.questions,
        quotes=choice.quotes,
        next_steps=choice.next_steps,
        asks=reader is not Reader.FUNDER,
        quotes_at_all=reader is not Reader.FUNDER,
        tells_next=reader in (Reader.FACILITATOR, Reader.PARTICIPANTS),
    )

"""The page of what was done in a programme, day by day, and that of files that can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from markupsafe import Markup

from service.intake.removed import RemovedFile
from service.journal.history import Done, HistoryPage, Undo
from service.journal.types import Thing, ThingKind
from service.journal.words import SOMEBODY, in_words
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.programme.upload import kind_name
from service.presentation.template import address


@dataclass(frozen=True)
class Line:
    """One thing that was done: when, as a sentence, where it is seen, and whether it can be taken back."""

    number: int
    time: str
    said: Markup
    link: str
    undo: Undo


@dataclass(frozen=True)
class Day:
    """What was done on one day (UTC)."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class HistoryView:
    """The page: days, newest first; the filters with what is chosen in each; where it goes on."""

    days: tuple[Day, ...]
    people: tuple[tuple[str, Markup, bool], ...]
    kinds: tuple[tuple[str, Markup, bool], ...]
    next: int | None


@dataclass(frozen=True)
class RemovedView:
    """A file that can be taken back, in words."""

    id: int
    filename: str
    kind: Markup
    removed: Markup
    until: str


def history_view(
    page: HistoryPage, slug: str, language: Language, who: str | None = None, kind: ThingKind | None = None
) -> HistoryView:
    """Turn what was done into the page; `who` and `kind` are what is asked for."""
    days = groupby(page.done, key=lambda done: done.entry.time.date().isoformat())
    people = tuple((name, called_person(name, language), name == who) for name in page.people)
    kinds = tuple((str(each), kind_of_thing(each, language), each is kind) for each in _ASKED)
    return HistoryView(
        tuple(Day(language.date(day), tuple(_line(done, slug, language) for done in own)) for day, own in days),
        people,
        kinds,
        page.next,
    )


def removed_view(files: Sequence[RemovedFile], language: Language) -> tuple[RemovedView, ...]:
    """Turn removed files into a list."""
    return tuple(
        RemovedView(
            file.id,
            file.filename,
            kind_name(file.kind, language),
            language.gettext(
                "{who} removed it on {date}.",
                who=called_person(file.by, language),
                date=language.date(file.removed.isoformat()),
            ),
            language.date(file.until.isoformat()),
        )
        for file in files
    )


def kind_of_thing(kind: ThingKind, language: Language) -> Markup:
    """Return what a kind of thing is called that can be changed."""
    return {
        ThingKind.PROGRAMME: language.gettext("The programme"),
        ThingKind.FILE: language.gettext("Files"),
        ThingKind.READING: language.gettext("Readings"),
        ThingKind.SORTING: language.gettext("Sorting"),
        ThingKind.ROOM: language.gettext("Sorting in the room"),
        ThingKind.NAME: language.gettext("Names"),
        ThingKind.MATCH: language.gettext("Rubrics"),
        ThingKind.PERSON: language.gettext("People"),
        ThingKind.SESSION: language.gettext("Sessions"),
        ThingKind.FORM: language.gettext("Forms"),
        ThingKind.QUESTION: language.gettext("Questions"),
        ThingKind.REPORT: language.gettext("Report"),
        ThingKind.ASK: language.gettext("Did we hear you right?"),
        ThingKind.CHANNEL: language.gettext("Channels without names"),
        ThingKind.REVIEW: language.gettext("Reviews"),
        ThingKind.SURVEY: language.gettext("Surveys"),
        ThingKind.GATHERING: language.gettext("Notes on phones"),
        ThingKind.CAFE: language.gettext("World Cafés"),
        ThingKind.RUBRIC: language.gettext("Rubrics"),
        ThingKind.ACTION: language.gettext("Actions"),
        ThingKind.ACCESS: language.gettext("Who takes part"),
        ThingKind.WEBHOOK: language.gettext("Other programs that are told"),
        ThingKind.MEMO: language.gettext("Memos"),
        ThingKind.LIBRARY: language.gettext("Library"),
        ThingKind.ASSISTANT: language.gettext("Assistant"),
    }[kind]


_ASKED = tuple(kind for kind in ThingKind if kind is not ThingKind.PAGE)


def _line(done: Done, slug: str, language: Language) -> Line:
    entry = done.entry
    return Line(
        entry.number, clock(entry.time, language), say(in_words(entry), language), link_to(entry.of, slug), done.undo
    )


def link_to(thing: Thing, slug: str) -> str:
    """Return where a thing is seen and changed, "" where nowhere."""
    within = thing.id.split("/")[0]
    places: dict[ThingKind, tuple[str, ...]] = {
        ThingKind.FILE: ("upload",),
        ThingKind.READING: ("elements", within, "edit"),
        ThingKind.SORTING: ("elements", within, "sort"),
        ThingKind.NAME: ("names",),
        ThingKind.MATCH: ("rubrics",),
        ThingKind.PERSON: ("sessions", thing.id.split(":")[0]),
        ThingKind.SESSION: ("sessions", within),
        ThingKind.FORM: ("forms",),
        ThingKind.REPORT: ("report",),
        ThingKind.ASK: ("giving-back",),
        ThingKind.CHANNEL: ("giving-back",),
        ThingKind.REVIEW: ("reviews",),
        ThingKind.SURVEY: ("surveys",),
        ThingKind.GATHERING: ("notes-on-phones",),
        ThingKind.CAFE: ("cafes",),
        ThingKind.MEMO: ("memos",),
        ThingKind.ASSISTANT: ("assistant",),
        ThingKind.LIBRARY: ("library",),
    }
    if thing.kind not in places or "" in places[thing.kind]:
        return ""
    return address("programmes", slug, *places[thing.kind])


def called_person(who: str, language: Language) -> Markup:
    """Return what whoever did something is called."""
    return Markup.escape(who) if who else say(SOMEBODY, language)


def clock(moment: datetime, language: Language) -> str:
    """Return the time of a day, in the digits of a language."""
    return str(language.digits(f"{moment:%H:%M}"))

"""The page of who saw what: a day at a time, and of each person what they looked at and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from nlp.messages import Message
from service.journal.history import HistoryPage
from service.journal.places import CALLED, OVERVIEW
from service.journal.types import Action, Entry, Thing, ThingKind
from service.journal.words import called
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.past.history import called_person, clock
from service.presentation.template import address
from service.presentation.text import name


@dataclass(frozen=True)
class Seen:
    """What was seen, where it is, and when, in words; taken out as a file, or only looked at."""

    said: Markup
    link: str
    times: str
    taken_out: bool


@dataclass(frozen=True)
class SeenBy:
    """What one person saw on one day, in the order in which they first did."""

    who: Markup
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class SeenOn:
    """What was seen on one day (UTC), by person."""

    name: str
    people: tuple[SeenBy, ...]


@dataclass(frozen=True)
class LooksView:
    """The page: days, newest first; the people to choose from; where it goes on."""

    days: tuple[SeenOn, ...]
    people: tuple[tuple[str, Markup, bool], ...]
    next: int | None


def looks_view(page: HistoryPage, slug: str, language: Language, who: str | None = None) -> LooksView:
    """Turn what was looked at into the page; `who` is who is asked for."""
    entries = [done.entry for done in page.done]
    days = groupby(entries, key=lambda entry: entry.time.date().isoformat())
    people = tuple((each, called_person(each, language), each == who) for each in page.people)
    return LooksView(
        tuple(SeenOn(language.date(day), _by_person(tuple(own), slug, language)) for day, own in days),
        people,
        page.next,
    )


def _by_person(entries: Sequence[Entry], slug: str, language: Language) -> tuple[SeenBy, ...]:
    people = dict.fromkeys(entry.who for entry in entries)
    return tuple(
        SeenBy(called_person(who, language), _seen((each for each in entries if each.who == who), slug, language))
        for who in people
    )


def _seen(newest_first: Iterable[Entry], slug: str, language: Language) -> tuple[Seen, ...]:
    times: dict[tuple[Action, Thing], list[str]] = {}
    for entry in reversed(tuple(newest_first)):
        times.setdefault((entry.action, entry.of), []).append(clock(entry.time, language))
    return tuple(
        Seen(_said(of, language), _link(of, slug), ", ".join(own), action is Action.EXPORTED)
        for (action, of), own in times.items()
    )


def _said(of: Thing, language: Language) -> Markup:
    told = called(of)
    return say(told, language) if isinstance(told, Message) else name(language.called(told))


def _link(of: Thing, slug: str) -> str:
    """Return where it is seen, "" where nowhere."""
    if of.kind is not ThingKind.PAGE or not (of.name or of.id in CALLED):
        return ""
    parts = () if of.id == OVERVIEW else of.id.split("/")
    return address("programmes", slug, *parts)

"""A World Café as pages, paper and screens show it: rounds with their tables, and everybody's own way through them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.names import name_key
from nlp.seating.types import Table
from service.cafe.types import Cafe, TableNote
from service.presentation.cafe.words import how_near, in_a_sentence
from service.presentation.i18n import Language


@dataclass(frozen=True)
class RoundView:
    """One round.

    Attributes:
        number: from 1.
        question: that its tables talk about, "" for none.
        tables: in their order.
        is_over: whether it stays as it was.
        is_now: whether it is the one that is on.
    """

    number: int
    question: str
    tables: tuple[Table, ...]
    is_over: bool
    is_now: bool


@dataclass(frozen=True)
class WayView:
    """Where somebody sits.

    Attributes:
        name: whose way.
        tables: number of the table in each round, None where they were not there.
        stays: whether they host a table in the last round.
    """

    name: str
    tables: tuple[int | None, ...]
    stays: bool


@dataclass(frozen=True)
class PlanView:
    """A whole plan; `lead` and `near` say what it does."""

    lead: Markup
    near: Markup
    rounds: tuple[RoundView, ...]
    ways: tuple[WayView, ...]


@dataclass(frozen=True)
class WroteView:
    """What the tables wrote in one round.

    Attributes:
        number: of the round.
        question: that was asked.
        tables: number of the table, and its notes.
    """

    number: int
    question: str
    tables: tuple[tuple[int, tuple[TableNote, ...]], ...]


def plan_view(cafe: Cafe, language: Language) -> PlanView:
    """Turn a café into what is shown of it."""
    seating = cafe.seating
    rounds = tuple(
        RoundView(number, question, tables, number <= cafe.over, number == cafe.now and number > cafe.over)
        for number, (question, tables) in enumerate(zip(cafe.questions, seating.rounds, strict=True), start=1)
    )
    return PlanView(in_a_sentence(seating, language), how_near(seating, language), rounds, ways(cafe))


def ways(cafe: Cafe) -> tuple[WayView, ...]:
    """Return where those who are there sit, by the alphabet."""
    rounds = cafe.seating.rounds
    places = [{name: at for at, table in enumerate(tables, 1) for name in table.people} for tables in rounds]
    hosts = {table.host for table in rounds[-1]}
    names = sorted(places[-1], key=lambda name: (name_key(name), name))
    return tuple(WayView(name, tuple(own.get(name) for own in places), name in hosts) for name in names)


def wrote_view(cafe: Cafe, notes: Sequence[TableNote]) -> tuple[WroteView, ...]:
    """Return what the tables wrote, rounds without a note left out."""
    found: dict[int, dict[int, list[TableNote]]] = {}
    for note in notes:
        found.setdefault(note.round, {}).setdefault(note.table, []).append(note)
    return tuple(
        WroteView(number, cafe.questions[number - 1], tuple((at, tuple(own)) for at, own in tables.items()))
        for number, tables in found.items()
    )

"""A World Café: who comes, what is asked, the tables of its rounds, and the notes of the tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.seating.types import Round, Seating

LONGEST_NOTE = 500
LONGEST_QUESTION = 500
MOST_LINES = 20
"""Notes that are sent at once."""

USUAL_MINUTES = 20
MOST_MINUTES = 180


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody who comes.

    Attributes:
        name: as the roster has it; what the roster says of them is asked there.
        organisation: of somebody who is on no roster, "" where it was not said.
    """

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class CafePlan:
    """What was planned, as it is stored.

    Attributes:
        coming: those who are there now.
        size: people at a table.
        minutes: of a round.
        questions: one for every round; there are as many rounds.
        mix: attributes by which tables are mixed.
        hosted: whether somebody stays at each table.
        seed: another one is another arrangement.
        rounds: the tables; in those that are over others may have sat.
    """

    coming: tuple[Coming, ...]
    size: int
    minutes: int
    questions: tuple[str, ...]
    mix: tuple[str, ...]
    hosted: bool
    seed: int = 0
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class NewCafe:
    """What a facilitator wants.

    Attributes:
        review: of which it is a part.
        day: ISO 8601.
        coming: who comes.
        size: people at a table with its host.
        rounds: how many.
        minutes: of a round.
        questions: one for each round, or fewer: then the last one stays.
        mix: attributes by which tables are mixed.
        hosted: whether somebody stays at each table.
    """

    review: str
    day: str
    coming: Sequence[Coming]
    size: int = 4
    rounds: int = 3
    minutes: int = USUAL_MINUTES
    questions: Sequence[str] = ()
    mix: Sequence[str] = ()
    hosted: bool = True


@dataclass(frozen=True, slots=True)
class Cafe:
    """A World Café as others see it.

    Attributes:
        code: its name in addresses.
        review: of which it is a part.
        day: ISO 8601.
        is_open: whether phones see it and write in it.
        over: rounds that are over; they stay as they were.
        minutes: of a round.
        questions: one for every round.
        mix: attributes by which tables are mixed.
        hosted: whether somebody stays at each table.
        size: people at a table.
        coming: names of those who are there now.
        seating: the tables, who meets whom, and how mixed they are.
    """

    code: str
    review: str
    day: str
    is_open: bool
    over: int
    minutes: int
    questions: tuple[str, ...]
    mix: tuple[str, ...]
    hosted: bool
    size: int
    coming: tuple[str, ...]
    seating: Seating

    @property
    def now(self) -> int:
        """The round that is on, from 1; the last one where all are over."""
        return min(self.over + 1, len(self.questions))


@dataclass(frozen=True, slots=True)
class TableNote:
    """A note of a table; nobody's by name.

    Attributes:
        id: random.
        round: from 1.
        table: from 1.
        text: of the note.
        element: that it is about, "" for none.
        gathered: whether it is among the notes of the programme.
    """

    id: str
    round: int
    table: int
    text: str
    element: str
    gathered: bool

"""Who held power in a session, and which readings people coded as critical: as facilitators say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nlp.participation.sessions.with_and_without import Measure, WithAndWithout

LONGEST_WORDS = 500
MOST_HOLDERS = 50


class Kind(StrEnum):
    """In what somebody's power lies."""

    LEAD = "lead organisation"
    FUNDER = "funder"
    HEAD = "head of an organisation"
    SENIOR = "senior people"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person, or a group of the roster: everybody whose `attribute` is `name`; a person's attribute is ""."""

    attribute: str
    name: str


@dataclass(frozen=True, slots=True)
class PowerNote:
    """What a facilitator noted of one kind of power in a session.

    Attributes:
        kind: of power.
        there: whether somebody of that kind was there.
        holders: who that was, as far as it is said.
        words: what else the facilitator says of it.
    """

    kind: Kind
    there: bool
    holders: tuple[Holder, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class CodedReading:
    """A reading that people coded as critical: its label for people, its notes tell which it is."""

    label: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldPart:
    """What those who held power had of a session.

    Attributes:
        people: how many of them were there.
        present: how many people were there.
        share: their part of all that was said.
    """

    people: int
    present: int
    share: float


@dataclass(frozen=True, slots=True)
class PowerInSession:
    """A session in the comparison.

    Attributes:
        session: its slug.
        notes: what was noted of it, in the order of `Kind`.
        held: whether somebody held power in it, of the kinds that are compared; None where that was not said.
        part: what they had of it, None where it is not said who they are, or a group of so few must not be told.
        measures: what was counted of it; of a chat nothing, which is another way of speaking.
    """

    session: str
    notes: tuple[PowerNote, ...]
    held: bool | None
    part: HeldPart | None
    measures: Mapping[Measure, float]


@dataclass(frozen=True, slots=True)
class NotesOfDay:
    """The notes of a day on which there were sessions.

    Attributes:
        day: ISO 8601; a month where no more is known of the session.
        held: whether somebody held power in a session of that day; None where that was not said of all of them.
        notes: how many there are, 0 where so few people wrote them that nothing is told.
        coded: of these, those on elements that people coded.
        critical: of the coded, those that are critical.
        measures: what is compared.
    """

    day: str
    held: bool | None
    notes: int
    coded: int
    critical: int
    measures: Mapping[Measure, float]


@dataclass(frozen=True, slots=True)
class PowerPicture:
    """Sessions with and without somebody who held power, beside each other.

    Attributes:
        kind: which kind is compared, None for any.
        sessions: in order of time.
        days: those of notes, in order of time.
        compared: measure by measure.
        fewest: sessions of each kind from which on a difference in all measures could be told from chance.
    """

    kind: Kind | None
    sessions: tuple[PowerInSession, ...]
    days: tuple[NotesOfDay, ...]
    compared: tuple[WithAndWithout, ...]
    fewest: int

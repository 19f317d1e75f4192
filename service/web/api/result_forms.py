"""The forms of the analyses (`nlp.json_form`), for the OpenAPI description."""

from typing import Annotated, Literal

from pydantic import Field

from service.web.api.open_form import Open
from service.web.api.word_forms import GroupWords

Share = Annotated[float, Field(ge=0, le=1)]
Counts = dict[str, int]


class Unit(Open):
    """A note, with its attributes beside its own fields."""

    id: str
    text: str
    language: str
    source: str
    line: int
    start: int
    end: int
    element: str


class Member(Unit):
    """A note in a reading."""

    typicality: float
    also: list[str]


class Holding(Open):
    """How many of a group's notes on the element fall into a reading, with a 95 % interval."""

    count: int
    of: int
    share: Share
    low: float
    high: float


class Contrast(Open):
    """A group's share less that of all other groups together, with a 95 % interval."""

    difference: float
    low: float
    high: float


class Difference(Open):
    """Whether the groups differ in holding a reading beyond chance."""

    p_value: float | None
    effect: float
    verdict: str


class Word(Open):
    """A word with its language."""

    text: str
    language: str


class Reading(Open):
    """Notes that interpret an element in the same way, who holds it and who lacks it.

    `given` is the name that a person gave it, "" if nobody did. Where `stability_measured` is false a person moved
    notes, and `stability` is the mean of that of the readings that the notes were found in.
    """

    id: str
    label: str
    given: str
    words: list[Word]
    gloss: dict[str, list[str]]
    stability: float
    stability_measured: bool
    units: list[Member]
    quotes: list[str]
    held_by: dict[str, dict[str, Holding]]
    missing_from: dict[str, list[str]]
    beside_others: dict[str, dict[str, Contrast]]
    difference: dict[str, Difference]
    status: dict[str, str]


class Question(Open):
    """A question for the room; `template` and `values` are its parts, for other languages."""

    text: str
    template: str
    values: dict[str, str]


class Element(Open):
    """The readings of one element."""

    element: str
    notes: int
    language_v_measure: float
    like_language: list[str]
    common_ground: dict[str, float]
    groups: dict[str, Counts]
    readings: list[Reading]
    alone: list[Unit]
    questions: list[Question]
    separation: float | None
    faint: bool
    nameless: int
    withheld: list[str]
    distinctive: dict[str, list[GroupWords]]


class Outcome(Open):
    """What became of a change that a person made; `why_not` is "" where it was applied."""

    id: str
    kind: str
    element: str
    text: str
    template: str
    values: dict[str, str]
    applied: bool
    why_not: str
    made: str
    by: str


class Readings(Open):
    """The readings of all elements, and what became of the changes that people made to them."""

    model: str
    by: list[str]
    elements: list[Element]
    edits: list[Outcome]


class Step(Open):
    """One reading from one review to the next; `change` is its share of the notes after less that before.

    "new", "back" and "gone" say what was written; `p_value` says whether it is more than chance, null where nobody can
    tell. "grown" and "faded" are beyond chance.
    """

    before: str
    after: str
    change: Annotated[float, Field(ge=-1, le=1)]
    p_value: float | None
    effect: float
    verdict: Literal["new", "back", "gone", "grown", "faded", "kept", "not heard", "too few to say"]


class FollowedReading(Open):
    """One reading through the reviews: how many of each review's notes it has, and what became of it."""

    id: str
    label: str
    given: str
    labels: dict[str, str]
    gloss: dict[str, list[str]]
    held: dict[str, Holding]
    steps: list[Step]


class FollowedElement(Open):
    """One element through the reviews: its notes in each, those of no review, and its readings."""

    element: str
    notes: Counts
    unplaced: int
    readings: list[FollowedReading]


class Drift(Open):
    """What became of the readings of every element; `order` is the reviews, oldest first."""

    model: str
    attribute: str
    order: list[str]
    elements: list[FollowedElement]


class Speaker(Open):
    """One person's part of a session."""

    name: str
    seconds: float
    share: Share
    characters: float
    text_share: Share
    turns: int


class Balance(Open):
    """How evenly the floor was shared among all who were present."""

    gini: float
    normalised_entropy: float
    effective_speakers: float
    dominance: float


class Group(Open):
    """A group of the roster against the room."""

    group: str
    people: int
    share: float
    head_share: float
    expected_share: float
    gap: float


class Unread(Open):
    """Lines of a file that were not understood."""

    lines: int
    examples: list[str]


class Participation(Open):
    """Who was heard in a session, and who was not."""

    timed: bool
    speakers: list[Speaker]
    silent: list[str]
    balance: Balance
    overlap_seconds: float | None
    silence_seconds: float | None
    groups: dict[str, list[Group]]
    unread: Unread


class PersonOverTime(Open):
    """One person over the sessions that they attended, and in which of them they said nothing."""

    name: str
    sessions: list[str]
    silent: list[str]
    share: Share
    equal_share: Share


class GroupInSession(Open):
    """A group in one session in which it can be shown; `low` and `high` are a 95 % interval of its share."""

    session: str
    people: int
    share: Share
    head_share: Share
    low: float | None
    high: float | None
    silent: int


class GroupOverTime(Open):
    """A group over the sessions in which it can be shown; every session counts once."""

    group: str
    people: int
    sessions: list[GroupInSession]
    share: Share
    head_share: Share
    gap: float
    gap_low: float | None
    gap_high: float | None
    p_value: float | None
    verdict: Literal["differs", "no difference seen", "too few to say", "one session"]


class OverTime(Open):
    """Who was heard over all sessions; `shares` is session -> person -> share of what was said."""

    sessions: list[str]
    people: list[PersonOverTime]
    groups: dict[str, list[GroupOverTime]]
    withheld: list[str]
    limits: list[str]
    shares: dict[str, dict[str, float]]

"""What `measure_participation()` gives back: shares, balance and dynamics of the turns."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.documents.types import Unread


@dataclass(frozen=True, slots=True)
class Floor:
    """One holding of the floor: consecutive turns of one speaker.

    Attributes:
        speaker: name on the roster, else the label.
        start, end: seconds, None in a record without times.
        characters: letters, marks and digits spoken in it.
    """

    speaker: str
    start: float | None
    end: float | None
    characters: int


@dataclass(frozen=True, slots=True)
class SpeakerShare:
    """One person's part of the session.

    Attributes:
        name: name on the roster, else the label of the record.
        labels: the labels under which the record has them.
        seconds: union of their intervals; 0 in a record without times.
        share: seconds / sum of all seconds; equals text_share in a record without times.
        characters: letters, marks and digits, divided by the language's length factor (English 1).
        text_share: characters / sum of all characters.
        turns: how often they took the floor.
        longest_seconds, median_seconds: of their floor holdings, None without times.
        questions: turns that end in a question mark of any script.
        on_roster: whether the roster has them; True if there is no roster.
    """

    name: str
    labels: tuple[str, ...]
    seconds: float
    share: float
    characters: float
    text_share: float
    turns: int
    longest_seconds: float | None
    median_seconds: float | None
    questions: int
    on_roster: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """How evenly the floor was shared among all who were present, silent people included (n).

    Attributes:
        gini: 0 even, (n-1)/n one person only.
        gini_maximum: (n-1)/n.
        normalised_entropy: Pielou's J, 1 even, 0 one person only.
        effective_speakers: 1 / sum of squared shares.
        dominance: largest share x n; 1 if even.
        unit: "seconds" or "characters": what the shares count.
    """

    gini: float
    gini_maximum: float
    normalised_entropy: float
    effective_speakers: float
    dominance: float
    unit: str


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group of the roster against the room.

    Attributes:
        group: value of the attribute; groups too small to show are pooled under "other".
        people: how many were present, silent ones included.
        share: their part of the floor, 0 to 1.
        head_share: people / all present.
        gap: share - head_share.
        ratio: share / head_share.
        low, high: 95 % interval of share, bootstrap over people; None if fewer than 4 people are present.
        silent: how many of them said nothing.
    """

    group: str
    people: int
    share: float
    head_share: float
    gap: float
    ratio: float
    low: float | None
    high: float | None
    silent: int


@dataclass(frozen=True, slots=True)
class Follow:
    """How often `after` takes the floor from `before`, and how often chance would have it."""

    before: str
    after: str
    count: int
    expected: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A label of the record that may be a person of the roster; a facilitator confirms it."""

    label: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Participation:
    """Everything about who was heard in one session.

    Attributes:
        source, form: file name and reader of the transcript.
        timed: whether shares count seconds (else characters).
        speakers: in the order of the roster, then by first word; people without a turn are in `silent`, not here.
        silent: names on the roster (or attendee list) without a turn.
        unknown: labels that are not on the roster.
        machines: labels that are not people ("Fireflies Notetaker", "Conference Room B").
        unattributed_seconds, unattributed_characters: speech whose speaker the record leaves open.
        overlap_seconds: time with at least two active speakers; None if this form of record cannot show it.
        silence_seconds: time between first start and last end in which nobody speaks; None without times.
        duration_seconds: first start to last end; None without times.
        groups: attribute -> groups; an attribute that cannot be shown safely is in `withheld` instead.
        withheld: attributes that are not shown because groups are too small.
        follows: pairs with at least one handover, most frequent first.
        timeline: floor holdings in order.
        first_voice, last_voice: names.
        limits: plain sentences: what this record cannot show.
        proposals: name matches to be confirmed.
        unread: lines of the transcript that were not understood.
    """

    source: str
    form: str
    timed: bool
    speakers: tuple[SpeakerShare, ...]
    silent: tuple[str, ...]
    unknown: tuple[str, ...]
    machines: tuple[str, ...]
    balance: Balance
    unattributed_seconds: float
    unattributed_characters: float
    overlap_seconds: float | None
    silence_seconds: float | None
    duration_seconds: float | None
    groups: Mapping[str, tuple[GroupShare, ...]]
    withheld: tuple[str, ...]
    follows: tuple[Follow, ...]
    timeline: tuple[Floor, ...]
    first_voice: str
    last_voice: str
    limits: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    unread: Unread

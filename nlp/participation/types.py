"""What `measure_participation()` gives back: shares, balance and dynamics of the turns."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.documents.types import Unread
from nlp.frozen import Immutable
from nlp.messages import Message
from nlp.participation.people.attendance import Attendee
from nlp.results.plotted import Plotted


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
        word_share: words (runs between spaces) / sum of all words; None where the record has no words or several
            scripts, since words of two languages do not say equally much.
        floor_share: seconds in which nobody else spoke / sum of these over all people; None where the record cannot
            show who speaks at once.
        turns: how often they took the floor; 0 for somebody who only said "mhm" while others spoke.
        longest_seconds, median_seconds: of their floor holdings, None without times or turns.
        questions: sentences that end in a question mark of any script.
        on_roster: whether the roster has them; True if there is no roster.
    """

    name: str
    labels: tuple[str, ...]
    seconds: float
    share: float
    characters: float
    text_share: float
    word_share: float | None
    floor_share: float | None
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
        expected_share: head_share, or what the facilitator set.
        gap: share - expected_share.
        ratio: share / expected_share; None if that is 0.
        low, high: 95 % interval of share: what it could have been, had other people of the room been in the group
            (`nlp.participation.groups.against_chance`); None where too few people were there to say. It shows how far
            a share hangs on single people. It is no test: a session has many groups, and one of them may be outside.
        silent: how many of them said nothing.
    """

    group: str
    people: int
    share: float
    head_share: float
    expected_share: float
    gap: float
    ratio: float | None
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
class Interruption:
    """Somebody began while another spoke, and both went on for a second or more.

    Attributes:
        by: who began.
        of: who was speaking.
        at: second of the record.
        seconds: for how long both spoke.
        took_floor: whether the other ended first.
    """

    by: str
    of: str
    at: float
    seconds: float
    took_floor: bool


@dataclass(frozen=True, slots=True)
class Crosstalk(Immutable):
    """Speaking at once, as `nlp.participation.turns.crosstalk` defines it.

    Attributes:
        interruptions: in order of time.
        backchannels: person -> how often they said "mhm" or the like inside another's speech; none of these counts
            as an interruption.
        short_overlaps: beginnings over another's speech of less than a second.
        median_gap_seconds: from the end of a turn to the start of another person's, negative if they overlap; None if
            nobody followed anybody.
    """

    interruptions: tuple[Interruption, ...]
    backchannels: Mapping[str, int]
    short_overlaps: int
    median_gap_seconds: float | None


@dataclass(frozen=True, slots=True)
class Replies(Immutable):
    """How a chat went on after messages, as `nlp.participation.turns.replies` defines it.

    Attributes:
        median_seconds: from a message to the next one, where that is by somebody else.
        questions: messages with a question mark.
        open: person -> how many of theirs nobody else followed within a day; only people with any.
    """

    median_seconds: float
    questions: int
    open: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Windows(Immutable):
    """Seconds of talk in windows that slide over the session.

    Attributes:
        width, step: seconds that a window is wide, and from one to the next.
        starts: of each window, seconds of the record.
        people: speaker -> seconds in each window.
        held_by: who has more than 0.6 of the talk in each window, None where nobody has.
        groups: attribute -> group -> seconds in each window; the groups of `Participation.groups`.
    """

    width: float
    step: float
    starts: tuple[float, ...]
    people: Mapping[str, tuple[float, ...]]
    held_by: tuple[str | None, ...]
    groups: Mapping[str, Mapping[str, tuple[float, ...]]]


@dataclass(frozen=True, slots=True)
class SegmentShares(Immutable):
    """A part of the agenda and who was heard in it.

    Attributes:
        name: its title.
        start, end: seconds, None in a record without times.
        amount: seconds of talk of all people in it, without times characters.
        people: who spoke in it -> share of that, 0 to 1.
        groups: attribute -> group -> share; the groups of `Participation.groups`.
    """

    name: str
    start: float | None
    end: float | None
    amount: float
    people: Mapping[str, float]
    groups: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A label of the record that may be a person of the roster; a facilitator confirms it."""

    label: str
    name: str
    score: float


@dataclass(frozen=True, slots=True, repr=False)
class Participation(Plotted):
    """Everything about who was heard in one session, described and not tested.

    Of one session it is said what was counted (`nlp.participation.groups.silence`: three of the seven women said
    nothing), never that a group was heard less than chance would have it; that takes several sessions
    (`nlp.participation.sessions.compare`).

    Attributes:
        source, form: file name and reader of the transcript.
        timed: whether shares count seconds (else characters).
        speakers: in the order of the roster, then by first word; people without a turn are in `silent`, not here.
        silent: people without a turn who are known to have been present (`attendance`; without a roster: the record's
            own list).
        unknown: labels that are not on the roster.
        machines: labels that are not people ("Fireflies Notetaker", "Conference Room B").
        unattributed_seconds, unattributed_characters: speech whose speaker the record leaves open.
        overlap_seconds: time with at least two active speakers; None if this form of record cannot show it.
        crosstalk: interruptions and backchannels; None where the record does not show when each person began and ended.
        silence_seconds: time between first start and last end in which nobody speaks; None without times.
        duration_seconds: first start to last end; None without times.
        groups: attribute -> groups; an attribute that cannot be shown safely is in `withheld` instead.
        withheld: attributes that are not shown because groups are too small.
        follows: pairs with at least one handover, most frequent first.
        timeline: floor holdings in order.
        windows: talk in sliding windows; None without times.
        segments: parts of the agenda, where they are known, in order.
        first_voice, last_voice: names.
        limits: what this record cannot show.
        proposals: name matches to be confirmed; first those that were made already because the names sound the same.
        unread: lines of the transcript that were not understood.
        absent: names on the roster of people who were not there.
        not_known: names on the roster of people of whom it is not known whether they were there; they count as neither.
        attendance: everybody on the roster, in its order, with what says whether they were there; () without a roster.
        replies: what followed on messages; None where the record is no chat, or does not say when they were written.
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
    crosstalk: Crosstalk | None
    silence_seconds: float | None
    duration_seconds: float | None
    groups: Mapping[str, tuple[GroupShare, ...]]
    withheld: tuple[str, ...]
    follows: tuple[Follow, ...]
    timeline: tuple[Floor, ...]
    windows: Windows | None
    segments: tuple[SegmentShares, ...]
    first_voice: str
    last_voice: str
    limits: tuple[Message, ...]
    proposals: tuple[Proposal, ...]
    unread: Unread
    absent: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    replies: Replies | None = None

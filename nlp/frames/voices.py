"""Who was heard, as tables: people, groups and turns of a session, and all sessions together."""

from collections.abc import Iterator, Sequence

from nlp.frames.columns import (
    ATTRIBUTE,
    END,
    EXPECTED_SHARE,
    GAP,
    GROUP,
    HEAD_SHARE,
    HIGH,
    LETTERS,
    LOW,
    P_VALUE,
    PART,
    PEOPLE,
    PERSON,
    POINTS,
    SECONDS,
    SILENT,
    SPEAKING_SHARE,
    START,
    TEXT,
    VERDICT,
)
from nlp.frames.table import Column, Kind, Row, Table, joined
from nlp.messages import msgid
from nlp.participation.sessions.types import OverSessions
from nlp.participation.turns.text_length import fair_length
from nlp.participation.types import Participation, SpeakerShare
from nlp.transcripts.types import Transcript, Turn

NUMBER = Column("number", Kind.WHOLE, msgid("Its place in the record, from 1."))
LENGTH = Column("seconds", Kind.NUMBER, msgid("How long, in seconds; empty without times."), SECONDS)

PEOPLE_OF_SESSION = Table(
    "people",
    "session_person",
    msgid("One row a person and session, silent people included."),
    (
        PERSON,
        Column("spoke", Kind.TRUTH, msgid("Whether the person said anything.")),
        Column("speaking_seconds", Kind.NUMBER, msgid("How long the person spoke; empty without times."), SECONDS),
        SPEAKING_SHARE,
        LETTERS,
        Column("text_share", Kind.NUMBER, msgid("Part of all characters."), PART),
        Column("turns", Kind.WHOLE, msgid("How often the person took the floor.")),
        Column("longest_seconds", Kind.NUMBER, msgid("The longest holding of the floor."), SECONDS),
        Column("median_seconds", Kind.NUMBER, msgid("The middle one of all holdings of the floor."), SECONDS),
        Column("questions_asked", Kind.WHOLE, msgid("How many sentences end in a question mark.")),
        Column("on_roster", Kind.TRUTH, msgid("Whether the roster has the person; true where there is no roster.")),
    ),
)
GROUPS_OF_SESSION = Table(
    "groups",
    "session_group",
    msgid("One row a group of people and session."),
    (ATTRIBUTE, GROUP, PEOPLE, SILENT, SPEAKING_SHARE, HEAD_SHARE, EXPECTED_SHARE, GAP, LOW, HIGH),
)
SESSIONS = Table(
    "sessions",
    "session",
    msgid("One row a session."),
    (
        PEOPLE,
        SILENT,
        Column("timed", Kind.TRUTH, msgid("Whether shares count seconds; else they count characters.")),
        Column("duration_seconds", Kind.NUMBER, msgid("From the first word to the last."), SECONDS),
        Column("silence_seconds", Kind.NUMBER, msgid("Time in which nobody spoke."), SECONDS),
        Column(
            "overlap_seconds",
            Kind.NUMBER,
            msgid("Time in which two or more spoke; empty where it cannot be told."),
            SECONDS,
        ),
        Column("gini", Kind.NUMBER, msgid("Gini coefficient of the shares: 0 is even."), PART),
        Column("evenness", Kind.NUMBER, msgid("Normalised entropy of the shares (Pielou's J): 1 is even."), PART),
        Column("effective_speakers", Kind.NUMBER, msgid("As if so many people had shared the floor evenly.")),
        Column("dominance", Kind.NUMBER, msgid("The largest share times the number of people: 1 is even.")),
        Column(
            "withheld",
            Kind.TEXT,
            msgid("What is not compared, because something about too few people could be worked out."),
        ),
    ),
)
TURNS = Table(
    "turns",
    "turn",
    msgid("One row a turn, in the order of the record."),
    (NUMBER, PERSON, START, END, LENGTH, LETTERS, TEXT),
)
ATTENDANCE = Table(
    "attendance",
    "attendance",
    msgid("One row a person on the roster and session: whether they were there."),
    (
        PERSON,
        Column("presence", Kind.TEXT, msgid("present, absent, or not known; nothing follows from not known.")),
        Column(
            "said_by",
            Kind.TEXT,
            msgid("What says so: speech, facilitator, list, tally, record or given; empty where nothing is known."),
        ),
        Column("marked_absent", Kind.TRUTH, msgid("Whether a list says absent of somebody who spoke.")),
    ),
)
PEOPLE_OVER_TIME = Table(
    "people_over_time",
    "person_over_time",
    msgid("One row a person, over all sessions."),
    (
        PERSON,
        Column("sessions_present", Kind.WHOLE, msgid("In how many sessions they were present.")),
        Column("sessions_silent", Kind.WHOLE, msgid("In how many of these they said nothing.")),
        Column(
            "sessions_not_known", Kind.WHOLE, msgid("Of how many sessions it is not known whether they were there.")
        ),
        Column("mean_share", Kind.NUMBER, msgid("Mean of the speaking shares, every session counted once."), PART),
        Column("equal_share", Kind.NUMBER, msgid("What it would be if all who were present had spoken alike."), PART),
    ),
)
GROUPS_OVER_TIME = Table(
    "groups_over_time",
    "group_over_time",
    msgid("One row a group of people, over the sessions in which it can be shown."),
    (
        ATTRIBUTE,
        GROUP,
        Column("members", Kind.WHOLE, msgid("How many different members were present.")),
        Column("sessions_shown", Kind.TEXT, msgid("The sessions in which it can be shown.")),
        Column("mean_share", Kind.NUMBER, msgid("Mean of the speaking shares, every session counted once."), PART),
        HEAD_SHARE,
        EXPECTED_SHARE,
        GAP,
        Column(
            "gap_low",
            Kind.NUMBER,
            msgid("Lower end of the interval of the gap; it leaves out 0 exactly where groups differ."),
            POINTS,
        ),
        Column("gap_high", Kind.NUMBER, msgid("Upper end of the interval of the gap."), POINTS),
        VERDICT,
        P_VALUE,
    ),
)


def participation_tables(found: Participation) -> list[Table]:
    """Return people, groups, the session itself, holdings of the floor and attendance, of one session."""
    return [
        PEOPLE_OF_SESSION.with_rows(_people(found)),
        GROUPS_OF_SESSION.with_rows(_groups(found)),
        SESSIONS.with_rows([_session(found)]),
        _floors(found),
        ATTENDANCE.with_rows(
            (each.name, str(each.state), str(each.source), each.marked_absent) for each in found.attendance
        ),
    ]


def over_sessions_tables(found: OverSessions) -> list[Table]:
    """Return people and groups over all sessions."""
    return [
        PEOPLE_OVER_TIME.with_rows(
            (each.name, len(each.sessions), len(each.silent), len(each.not_known), each.share, each.equal_share)
            for each in found.people
        ),
        GROUPS_OVER_TIME.with_rows(_groups_over_time(found)),
    ]


def turns_table(turns: Sequence[Turn]) -> Table:
    """Return the turns of a record, speakers by their labels."""
    return TURNS.with_rows(turn_row(number, turn) for number, turn in enumerate(turns, start=1))


def transcript_tables(transcript: Transcript) -> list[Table]:
    """Return the turns of a record."""
    return [turns_table(transcript.turns)]


def turn_row(number: int, turn: Turn) -> Row:
    """Return a turn as a row of `TURNS`."""
    timed = turn.start is not None and turn.end is not None
    length = turn.end - turn.start if turn.start is not None and turn.end is not None else None
    times = (turn.start, turn.end, length) if timed else (None, None, None)
    return (number, turn.speaker or "", *times, fair_length(turn.text), turn.text)


def _people(found: Participation) -> Iterator[Row]:
    for speaker in found.speakers:
        yield _speaker(speaker, timed=found.timed)
    for name in found.silent:
        yield (name, False, 0.0 if found.timed else None, 0.0, 0.0, 0.0, 0, None, None, 0, True)


def _speaker(speaker: SpeakerShare, *, timed: bool) -> Row:
    return (
        speaker.name,
        True,
        speaker.seconds if timed else None,
        speaker.share,
        speaker.characters,
        speaker.text_share,
        speaker.turns,
        speaker.longest_seconds,
        speaker.median_seconds,
        speaker.questions,
        speaker.on_roster,
    )


def _groups(found: Participation) -> Iterator[Row]:
    for attribute, groups in found.groups.items():
        for each in groups:
            shares = (each.share, each.head_share, each.expected_share, each.gap, each.low, each.high)
            yield (attribute, each.group, each.people, each.silent, *shares)


def _session(found: Participation) -> Row:
    balance = found.balance
    return (
        len(found.speakers) + len(found.silent),
        len(found.silent),
        found.timed,
        found.duration_seconds,
        found.silence_seconds,
        found.overlap_seconds,
        balance.gini,
        balance.normalised_entropy,
        balance.effective_speakers,
        balance.dominance,
        joined(found.withheld),
    )


def _floors(found: Participation) -> Table:
    """Return who held the floor when; the words stand in the record."""
    return Table(
        "floors",
        "floor",
        msgid("One row a holding of the floor: turns of one person in a row."),
        (NUMBER, PERSON, START, END, LETTERS),
        tuple(
            (number, each.speaker, each.start, each.end, each.characters)
            for number, each in enumerate(found.timeline, start=1)
        ),
    )


def _groups_over_time(found: OverSessions) -> Iterator[Row]:
    for attribute, groups in found.groups.items():
        for each in groups:
            yield (
                attribute,
                each.group,
                each.people,
                joined(session.session for session in each.sessions),
                each.share,
                each.head_share,
                each.expected_share,
                each.gap,
                each.gap_low,
                each.gap_high,
                str(each.verdict),
                each.p_value,
            )

"""Who was heard in a session, and who was not.

Present are the people of the roster who are known to have been there (`nlp.participation.people.attendance`; without a
roster: the record's own list of attendees), silent ones included, and every speaker who is not on it; their number is
n. Of whom it is not known whether they were there, nothing is said: they are neither silent nor a part of the room.
The measures and where they are defined:
- share of time: a person's seconds (union of their intervals) / sum of all people's seconds; of two people at once
  both count. Share of text: letters, marks and digits, made comparable across scripts as
  `nlp.participation.turns.text_length` says, / sum over all people; without times it also stands for the share.
  Share of words: only within one script.
- turns, longest and median turn, timeline, who follows whom: `nlp.participation.turns.floor`; where interruptions
  are seen, backchannels are no turns.
- Gini, entropy, effective speakers, dominance, over n: `nlp.participation.balance`.
- groups against the room, intervals, suppression: `nlp.participation.groups.compare`.
- floor share: seconds in which somebody alone speaks / sum over all people; only where overlaps are seen.
- windows: `nlp.participation.turns.windows`; agenda segments: `nlp.participation.turns.agenda_shares`.
- interruptions, backchannels, gaps between speakers: `nlp.participation.turns.crosstalk`; only where the record
  shows when each person began and ended, so not in subtitles.
- overlap: seconds in which two people or more speak; None where the form of record cannot show it.
- silence: seconds from first start to last end in which nobody, named or not, speaks.
- replies of a chat: `nlp.participation.turns.replies`.
- questions: sentences that end in a question mark of any script; speech recognisers often leave it out, in Bangla
  and Nepali above all, so the number is a lower bound. Question words are not counted: কি and के also ask nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType

from nlp.attributes import attributes_of
from nlp.documents.types import Person, Roster
from nlp.door.numbers import smallest_of
from nlp.door.people import people_of
from nlp.door.turns import segments_of, transcript_of
from nlp.errors import NothingToAnalyse
from nlp.logs import told
from nlp.messages import Message
from nlp.participation.balance import measure_balance
from nlp.participation.caveats import find_group_limits, find_limits
from nlp.participation.groups.asked_for import BY, check_attributes
from nlp.participation.groups.expected_shares import Expected, check_expected
from nlp.participation.people.attendance import Attendance, Attendee, Presence
from nlp.participation.people.attendance_marks import marks_of_session, read_marks
from nlp.participation.people.find_attendees import find_attendees
from nlp.participation.people.label_kinds import Kind, kind_of, label_key
from nlp.participation.people.match_roster import Cast, RosterMatcher, match_labels
from nlp.participation.shares import Talk, gather_talks, share_out
from nlp.participation.turns.agenda_shares import measure_segments
from nlp.participation.turns.crosstalk import SUBTITLES, measure_crosstalk, without_backchannels
from nlp.participation.turns.floor import Holding, Voice, count_follows, find_holdings, in_order, to_timeline
from nlp.participation.turns.replies import measure_replies
from nlp.participation.turns.sound_times import sound_segments
from nlp.participation.turns.text_length import has_comparable_words
from nlp.participation.turns.time_spans import Interval, alone, length, overlap
from nlp.participation.turns.windows import slide_windows
from nlp.participation.types import GroupShare, Participation, SpeakerShare
from nlp.smallest import DEFAULT, Smallest
from nlp.text.dates.in_names import find_date
from nlp.transcripts.types import Segment, Transcript


def _said(found: Participation) -> str:
    measured = "seconds" if found.timed else "characters"
    return f"{len(found.speakers)} people who spoke and {len(found.silent)} who did not, measured by {measured}"


@told("participation", _said)
def measure_participation(
    transcript: Transcript,
    roster: Roster | Iterable[Person] | None = None,
    by: str | Sequence[str] = BY,
    smallest: Smallest | int = DEFAULT,
    expected: Expected = MappingProxyType({}),
    segments: Sequence[Segment] | None = None,
    standing: Sequence[str] = (),
    strangers: Collection[str] = (),
    may_lack: Collection[str] = (),
    attendance: Attendance | None = None,
) -> Participation:
    """Measure shares, balance, groups and the order of the floor in one session.

    What each of them is, this module says above.

    Args:
        transcript: the record; in one with times the order of the cues does not matter.
        roster: the people who may have been present, or the file that lists them, in the order that results show.
        by: attributes of the roster to compare groups by, or one; an earlier one is kept if two together disclose too
            much. Of `BY`, which nobody asked for, it is said where the roster lacks it.
        smallest: no total of fewer people than this is shown, nor can be worked out from the groups shown; of a
            `Smallest` the number of persons counts, whatever they are compared by.
        expected: group -> share of the floor that the facilitator sets; other groups are measured against their heads.
        segments: of the agenda; None: those that the record names.
        standing: attributes that others may ask for, the more important first; they come before those of `by`, and what
            they show together with `by` gives nobody away.
        strangers: labels of which a facilitator has said that they are somebody else than whom they sound like.
        may_lack: attributes that nobody on the roster need have.
        attendance: which of them were there. None: what a column of the roster says; where it has none, the roster is
            the list of those who were there, and a limit says that it was taken so.

    Raises:
        WrongType: this is no record or no roster, or a field is no text or no number.
        WrongValue: a time cannot be, or an end is before its start.
        NothingToAnalyse: no person says anything in the record.
        InputError: nobody on the roster has one of the attributes; `expected` names no group, or shares that cannot be.
    """
    transcript, by, threshold = transcript_of(transcript), attributes_of(by), smallest_of(smallest).personal
    roster, attendance = _people(roster, attendance, transcript.name)
    check_attributes(by, roster or (), may_lack)
    check_expected(expected, roster or (), by)
    session = _listen(transcript, roster, strangers, attendance)
    order = tuple(dict.fromkeys((*standing, *by)))
    shown, hidden, members_of_all = _compare(order, roster, session, threshold, expected)
    groups = {attribute: shown[attribute] for attribute in by if attribute in shown}
    withheld = tuple(attribute for attribute in hidden if attribute in by)
    members = {attribute: members_of_all[attribute] for attribute in groups}
    span = _span(session)
    agenda = sound_segments(transcript.segments) if segments is None else segments_of(segments)
    intervals = {name: session.talks[name].intervals for name in session.order}
    measured = _measure(transcript, session, has_roster=roster is not None)
    return replace(
        measured,
        groups=groups,
        withheld=withheld,
        windows=slide_windows(intervals, members, span) if span else None,
        segments=measure_segments(agenda, session.voices, members, span),
        limits=(*measured.limits, *find_group_limits(by if roster else (), groups, withheld, threshold)),
    )


def _compare(
    by: Sequence[str], roster: Sequence[Person] | None, session: "_Session", threshold: int, expected: Expected
) -> tuple[dict[str, tuple[GroupShare, ...]], tuple[str, ...], dict[str, dict[str, tuple[str, ...]]]]:
    """Return the groups of each attribute that can be shown, attributes that cannot be, and the groups' members.

    Without a roster there are no groups, and nobody waits until NumPy is there.
    """
    if not roster:
        return {}, (), {}
    from nlp.participation.groups.compare import compare_by, members_of

    shown, hidden = compare_by(by, roster, session.amounts, threshold, expected, spoke=session.talks)
    return shown, hidden, members_of(shown, roster, session.amounts)


def _people(
    roster: Roster | Iterable[Person] | None, attendance: Attendance | None, record: str
) -> tuple[list[Person] | None, Attendance]:
    """Return the people of a roster and which were there; columns of attendance that say so are no attributes."""
    people = None if roster is None else people_of(roster)
    if people is None or attendance is not None:
        return people, attendance or Attendance()
    without, marks = read_marks(people)
    if not marks:
        return list(without), Attendance.everybody(person.name for person in without)
    own = marks_of_session(marks, find_date(PurePath(record).stem), undated=True)
    return list(without), Attendance.of({name: mark.statement() for name, mark in own.items()})


@dataclass(frozen=True, slots=True)
class _Session:
    """A transcript with people in place of labels.

    Attributes:
        shows_overlap: whether the record shows two people who speak at once.
        shows_turns: whether it shows when each person began and ended.
        voices: turns of people and of nobody known, in order; turns of software are left out.
        order: people who spoke, as results show them.
        silent: people present who did not.
        attendance: of everybody on the roster.
        amounts: person -> seconds, or characters without times; 0 for the silent.
    """

    cast: Cast
    timed: bool
    shows_overlap: bool
    shows_turns: bool
    voices: tuple[Voice, ...]
    holdings: tuple[Holding, ...]
    talks: dict[str, Talk]
    order: tuple[str, ...]
    silent: tuple[str, ...]
    attendance: tuple[Attendee, ...]
    amounts: dict[str, float]


def _listen(
    transcript: Transcript, roster: Sequence[Person] | None, strangers: Collection[str], attendance: Attendance
) -> _Session:
    timed = transcript.timed
    cast = match_labels((turn.speaker for turn in transcript.turns if turn.speaker), roster, strangers)
    turns = (turn for turn in transcript.turns if turn.speaker not in cast.bots)
    voices = in_order([Voice(cast.person_of.get(turn.speaker or ""), turn) for turn in turns], timed=timed)
    talks = gather_talks(voices)
    known = [name for name in cast.on_roster if name in talks]
    order = (*known, *(name for name in talks if name not in cast.on_roster))
    listed = (*transcript.attendees, *transcript.joined)
    attendees = find_attendees(RosterMatcher(roster or ()), attendance, talks, listed)
    silent = _silent(attendees, talks, () if roster is not None else listed)
    amounts = {name: talks[name].seconds if timed else talks[name].characters for name in order}
    if not sum(amounts.values()):
        raise NothingToAnalyse(
            transcript.name, Message("no person says anything in it"), Message("Check the names and times in the file")
        )
    shows_overlap = timed and transcript.shows_overlap
    shows_turns = shows_overlap and transcript.form not in SUBTITLES
    holdings = tuple(find_holdings(without_backchannels(voices) if shows_turns else voices))
    return _Session(
        cast=cast,
        timed=timed,
        shows_overlap=shows_overlap,
        shows_turns=shows_turns,
        voices=tuple(voices),
        holdings=holdings,
        talks=talks,
        order=order,
        silent=silent,
        attendance=attendees,
        amounts=amounts | dict.fromkeys(silent, 0.0),
    )


def _silent(on_roster: Sequence[Attendee], talks: dict[str, Talk], attendees: Sequence[str]) -> tuple[str, ...]:
    heard = {label_key(label) for talk in talks.values() for label in talk.labels}
    listed = [name for name in attendees if kind_of(name) is Kind.PERSON and label_key(name) not in heard]
    there = (each.name for each in on_roster if each.state is Presence.PRESENT and each.name not in talks)
    return tuple(dict.fromkeys((*there, *listed)))


def _measure(transcript: Transcript, session: _Session, *, has_roster: bool) -> Participation:
    """Measure everything but the groups."""
    named = [str(holding.person) for holding in session.holdings if holding.person is not None]
    open_seconds, open_characters = _unattributed(session)
    open_amount = open_seconds if session.timed else open_characters
    unattributed = open_amount / (open_amount + sum(session.amounts.values()))
    span = _span(session)
    duration = span[1] - span[0] if span else None
    return Participation(
        source=transcript.name,
        form=transcript.form,
        timed=session.timed,
        speakers=_speakers(transcript, session, has_roster=has_roster),
        silent=session.silent,
        unknown=session.cast.unknown,
        machines=(*session.cast.bots, *session.cast.rooms),
        balance=measure_balance(list(session.amounts.values()), "seconds" if session.timed else "characters"),
        unattributed_seconds=open_seconds,
        unattributed_characters=open_characters,
        overlap_seconds=overlap(talk.intervals for talk in session.talks.values()) if session.shows_overlap else None,
        crosstalk=measure_crosstalk(session.voices) if session.shows_turns else None,
        silence_seconds=_silence(session, duration),
        duration_seconds=duration,
        groups={},
        withheld=(),
        follows=count_follows(session.holdings),
        timeline=to_timeline(session.holdings),
        windows=None,
        segments=(),
        first_voice=named[0],
        last_voice=named[-1],
        limits=find_limits(
            transcript, session.cast, session.attendance if has_roster else None, len(session.amounts), unattributed
        ),
        proposals=(*session.cast.by_sound, *session.cast.proposals),
        unread=transcript.unread,
        absent=tuple(each.name for each in session.attendance if each.state is Presence.ABSENT),
        not_known=tuple(each.name for each in session.attendance if each.state is Presence.NOT_KNOWN),
        attendance=session.attendance,
        replies=measure_replies(session.voices) if transcript.is_chat else None,
    )


def _speakers(transcript: Transcript, session: _Session, *, has_roster: bool) -> tuple[SpeakerShare, ...]:
    return share_out(
        session.order,
        session.talks,
        session.holdings,
        frozenset(session.cast.on_roster) if has_roster else None,
        _alone(session.voices) if session.shows_overlap else None,
        timed=session.timed,
        one_script=has_comparable_words(turn.text for turn in transcript.turns),
    )


def _unattributed(session: _Session) -> tuple[float, float]:
    """Return seconds (0 without times) and characters of speech that belongs to nobody known."""
    nobody = [voice for voice in session.voices if voice.person is None]
    seconds = length(voice.interval for voice in nobody if voice.interval) if session.timed else 0.0
    return seconds, sum(voice.characters for voice in nobody)


def _span(session: _Session) -> Interval | None:
    """Return first start and last end in seconds, None without times."""
    if not session.timed:
        return None
    intervals = [voice.interval for voice in session.voices if voice.interval]
    return min(start for start, _ in intervals), max(end for _, end in intervals)


def _silence(session: _Session, duration: float | None) -> float | None:
    if duration is None:
        return None
    return max(0.0, duration - length(voice.interval for voice in session.voices if voice.interval))


def _alone(voices: Sequence[Voice]) -> dict[str | None, float]:
    """Return the seconds in which each person, or somebody unknown (None), spoke alone."""
    spoken: dict[str | None, list[Interval]] = {}
    for voice in voices:
        if voice.interval:
            spoken.setdefault(voice.person, []).append(voice.interval)
    return alone(spoken)

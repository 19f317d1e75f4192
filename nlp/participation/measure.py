"""Who was heard in a session, and who was not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.documents.types import Person
from nlp.errors import NothingToAnalyse
from nlp.participation.balance import measure_balance
from nlp.participation.floors import Holding, Voice, count_follows, find_holdings, in_order, to_timeline
from nlp.participation.groups import compare_by
from nlp.participation.intervals import length, overlap
from nlp.participation.labels import Kind, bare_name, kind_of
from nlp.participation.limits import find_group_limits, find_limits
from nlp.participation.names import Cast, match_labels
from nlp.participation.shares import Talk, gather_talks, share_out
from nlp.participation.types import Participation
from nlp.transcripts.types import Transcript


def measure_participation(
    transcript: Transcript,
    roster: Sequence[Person] | None = None,
    by: Sequence[str] = ("gender",),
    threshold: int = 3,
) -> Participation:
    """Measure shares, balance, groups and the order of the floor in one session.

    Present are all people of the roster (without one: of the record's own list of attendees), silent ones included, and
    every speaker who is not on it; their number is n. The measures and where they are defined:
    - share of time: a person's seconds (union of their intervals) / sum of all people's seconds; of two people at once
      both count. Share of text: letters, marks and digits, made comparable across scripts as
      `nlp.participation.length` says, / sum over all people; without times it also stands for the share.
    - turns, longest and median turn, timeline, who follows whom: `nlp.participation.floors`.
    - Gini, entropy, effective speakers, dominance, over n: `nlp.participation.balance`.
    - groups against the room, intervals, suppression: `nlp.participation.groups`.
    - overlap: seconds in which two people or more speak; None where the form of record cannot show it.
    - silence: seconds from first start to last end in which nobody, named or not, speaks.
    - questions: cues or paragraphs that end in a question mark; speech recognisers often leave it out, in Bangla and
      Nepali above all.

    Args:
        transcript: the record; in one with times the order of the cues does not matter.
        roster: the people who were present, in the order in which results should show them.
        by: attributes of the roster to compare groups by; an earlier one is kept if two together disclose too much.
        threshold: no total of fewer people than this is shown, nor can be worked out from the groups shown.

    Raises:
        NothingToAnalyse: no person says anything in the record.
    """
    session = _listen(transcript, roster)
    groups, withheld = compare_by(by, roster or (), session.amounts, threshold)
    measured = _measure(transcript, session, has_roster=roster is not None)
    limits = (*measured.limits, *find_group_limits(by if roster else (), groups, withheld, threshold))
    return replace(measured, groups=groups, withheld=withheld, limits=limits)


@dataclass(frozen=True, slots=True)
class _Session:
    """A transcript with people in place of labels.

    Attributes:
        voices: turns of people and of nobody known, in order; turns of software are left out.
        order: people who spoke, as results show them.
        silent: people present who did not.
        amounts: person -> seconds, or characters without times; 0 for the silent.
    """

    cast: Cast
    timed: bool
    voices: tuple[Voice, ...]
    holdings: tuple[Holding, ...]
    talks: dict[str, Talk]
    order: tuple[str, ...]
    silent: tuple[str, ...]
    amounts: dict[str, float]


def _listen(transcript: Transcript, roster: Sequence[Person] | None) -> _Session:
    timed = transcript.timed
    cast = match_labels((turn.speaker for turn in transcript.turns if turn.speaker), roster)
    turns = (turn for turn in transcript.turns if turn.speaker not in cast.bots)
    voices = in_order([Voice(cast.person_of.get(turn.speaker or ""), turn) for turn in turns], timed=timed)
    talks = gather_talks(voices)
    known = [name for name in cast.on_roster if name in talks]
    order = (*known, *(name for name in talks if name not in cast.on_roster))
    silent = _silent(cast, talks, () if roster is not None else transcript.attendees)
    amounts = {name: talks[name].seconds if timed else talks[name].characters for name in order}
    if not sum(amounts.values()):
        raise NothingToAnalyse(
            transcript.name, "no person says anything in it", "Check the names and times in the file"
        )
    holdings = tuple(find_holdings(voices))
    return _Session(cast, timed, tuple(voices), holdings, talks, order, silent, amounts | dict.fromkeys(silent, 0.0))


def _silent(cast: Cast, talks: dict[str, Talk], attendees: Sequence[str]) -> tuple[str, ...]:
    heard = {bare_name(label) for talk in talks.values() for label in talk.labels}
    listed = [name for name in attendees if kind_of(name) is Kind.PERSON and bare_name(name) not in heard]
    return tuple(dict.fromkeys((*(name for name in cast.on_roster if name not in talks), *listed)))


def _measure(transcript: Transcript, session: _Session, *, has_roster: bool) -> Participation:
    """Measure everything but the groups."""
    people = frozenset(session.cast.on_roster) if has_roster else None
    named = [str(holding.person) for holding in session.holdings if holding.person is not None]
    open_seconds, open_characters = _unattributed(session)
    open_amount = open_seconds if session.timed else open_characters
    unattributed = open_amount / (open_amount + sum(session.amounts.values()))
    duration, silence = _span(session)
    return Participation(
        source=transcript.name,
        form=transcript.form,
        timed=session.timed,
        speakers=share_out(session.order, session.talks, session.holdings, people, timed=session.timed),
        silent=session.silent,
        unknown=session.cast.unknown,
        machines=(*session.cast.bots, *session.cast.rooms),
        balance=measure_balance(list(session.amounts.values()), "seconds" if session.timed else "characters"),
        unattributed_seconds=open_seconds,
        unattributed_characters=open_characters,
        overlap_seconds=_overlap(session, transcript),
        silence_seconds=silence,
        duration_seconds=duration,
        groups={},
        withheld=(),
        follows=count_follows(session.holdings),
        timeline=to_timeline(session.holdings),
        first_voice=named[0],
        last_voice=named[-1],
        limits=find_limits(transcript, session.cast, has_roster, len(session.amounts), unattributed),
        proposals=session.cast.proposals,
        unread=transcript.unread,
    )


def _unattributed(session: _Session) -> tuple[float, float]:
    """Return seconds (0 without times) and characters of speech that belongs to nobody known."""
    nobody = [voice for voice in session.voices if voice.person is None]
    seconds = length(voice.interval for voice in nobody if voice.interval) if session.timed else 0.0
    return seconds, sum(voice.characters for voice in nobody)


def _span(session: _Session) -> tuple[float | None, float | None]:
    """Return duration and silence in seconds, None without times."""
    if not session.timed:
        return None, None
    intervals = [voice.interval for voice in session.voices if voice.interval]
    duration = max(end for _, end in intervals) - min(start for start, _ in intervals)
    return duration, max(0.0, duration - length(intervals))


def _overlap(session: _Session, transcript: Transcript) -> float | None:
    if not session.timed or not transcript.shows_overlap:
        return None
    return overlap(talk.intervals for talk in session.talks.values())

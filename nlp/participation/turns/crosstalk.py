"""Speaking at once: who began over whom and for how long, small signs of listening left out."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median

from nlp.participation.shares import is_question
from nlp.participation.turns.backchannels import is_sign_of_listening
from nlp.participation.turns.floor import Voice
from nlp.participation.turns.time_spans import Interval
from nlp.participation.types import Crosstalk, Interruption

SUBTITLES = frozenset({"teams-vtt", "zoom-vtt", "webvtt", "srt"})
"""Forms that cut speech into lines for reading: where their cues overlap the times are the recogniser's guess."""

GRACE = 1.0
JOINED = 0.2
LONGEST_SIGN = 2.0
LONGEST_UNWRITTEN_SIGN = 1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Speech of one person without a pause longer than 0.2 s; text is "" where the record has none."""

    person: str
    start: float
    end: float
    text: str


def measure_crosstalk(voices: Iterable[Voice]) -> Crosstalk:
    """Find interruptions and backchannels in a record that shows when each person began and ended.

    Stretch: one person's speech, joined over pauses of up to 0.2 s (the least that is heard as a pause; Heldner and
    Edlund 2010, Journal of Phonetics 38, 555-568).
    - Backchannel (Yngve 1970): a stretch inside another's speech that takes no turn: the other speaks on, or within
      1 s goes on. With words: up to 2 s, nothing but signs of listening (`nlp.participation.turns.backchannels`), and
      no answer to a question. Without words: up to 1 s (very short utterances; Edlund, Heldner and Pelcé 2009).
    - Interruption: any other stretch that begins at least 0.2 s after another's began and before it ended, if both then
      go on for 1 s or more; of several speakers the one who has spoken longest is interrupted. It took the floor if the
      other ended first (the "interruption" of Gravano and Hirschberg 2012, Interspeech; "successful" in Jayagopi et
      al. 2009, IEEE TASLP 17, 501-513), else not ("butting-in", "unsuccessful").
    - Short overlap: the same for less than 1 s, mostly the next speaker foreseeing the end of a turn (terminal overlap;
      Schegloff 2000, Language in Society 29, 1-63); not an interruption.
    - Gap at a change of speaker (floor transfer offset): next start - end before, in seconds; negative if they overlap
      (Heldner and Edlund 2010). Backchannels are no change.

    Overlap is no proof of rudeness: in many places talking together shows that people care.
    """
    stretches = join_stretches(voices)
    signs = _find_backchannels(stretches)
    turns = [stretch for stretch in stretches if stretch not in signs]
    interruptions, short = _find_interruptions(turns)
    gaps = _gaps(turns)
    return Crosstalk(
        interruptions=interruptions,
        backchannels=dict(Counter(stretch.person for stretch in stretches if stretch in signs)),
        short_overlaps=short,
        median_gap_seconds=median(gaps) if gaps else None,
    )


def without_backchannels(voices: Sequence[Voice]) -> list[Voice]:
    """Return the voices that are no backchannels, in their order: those who listen take no turn."""
    inside: dict[str, list[Interval]] = defaultdict(list)
    for sign in _find_backchannels(join_stretches(voices)):
        inside[sign.person].append((sign.start, sign.end))
    return [
        voice
        for voice in voices
        if voice.person is None
        or voice.interval is None
        or not any(start <= voice.interval[0] <= end for start, end in inside[voice.person])
    ]


def join_stretches(voices: Iterable[Voice]) -> list[Stretch]:
    """Return the speech of known people in stretches, by start and end."""
    timed: dict[str, list[tuple[Interval, str]]] = defaultdict(list)
    for voice in voices:
        if voice.person is not None and voice.interval is not None:
            timed[voice.person].append((voice.interval, voice.turn.text))
    stretches: list[Stretch] = []
    for person, pieces in timed.items():
        joined: list[Stretch] = []
        for (start, end), text in sorted(pieces):
            if joined and start - joined[-1].end <= JOINED:
                before = joined.pop()
                start, end, text = before.start, max(before.end, end), f"{before.text} {text}".strip()
            joined.append(Stretch(person, start, end, text))
        stretches += joined
    return sorted(stretches, key=lambda stretch: (stretch.start, stretch.end))


def _find_backchannels(stretches: Sequence[Stretch]) -> frozenset[Stretch]:
    brief = {stretch for stretch in stretches if _is_brief(stretch)}
    turns = [stretch for stretch in stretches if stretch not in brief]
    starts = [stretch.start for stretch in turns]
    longest = list(accumulate(turns, _longer))
    found = set()
    for sign in brief:
        at = bisect_left(starts, sign.start)
        if at and _is_inside(sign, longest[at - 1], turns[at] if at < len(turns) else None):
            found.add(sign)
    return frozenset(found)


def _longer(before: Stretch, turn: Stretch) -> Stretch:
    return turn if turn.end >= before.end else before


def _is_brief(stretch: Stretch) -> bool:
    if stretch.text:
        return stretch.end - stretch.start <= LONGEST_SIGN and is_sign_of_listening(stretch.text)
    return stretch.end - stretch.start <= LONGEST_UNWRITTEN_SIGN


def _is_inside(sign: Stretch, before: Stretch, after: Stretch | None) -> bool:
    """Whether somebody else speaks on during or after `sign`.

    Args:
        sign: a stretch that may be one of listening.
        before: of the turns that began before it, the one that ends last.
        after: the next turn that begins.
    """
    if before.person == sign.person or before.end < sign.start - GRACE:
        return False
    if before.end >= sign.end:
        return True
    goes_on = after is not None and after.person == before.person and after.start <= sign.end + GRACE
    return goes_on and not is_question(before.text)


def _find_interruptions(turns: Sequence[Stretch]) -> tuple[tuple[Interruption, ...], int]:
    """Return the interruptions in order of time, and the number of overlaps too short to be one."""
    found: list[Interruption] = []
    short = 0
    speaking: list[Stretch] = []
    for turn in turns:
        speaking = [other for other in speaking if other.end > turn.start]
        over = [other for other in speaking if other.person != turn.person and other.start <= turn.start - JOINED]
        if over:
            other = over[0]
            both = min(other.end, turn.end) - turn.start
            if both >= GRACE:
                found.append(Interruption(turn.person, other.person, turn.start, both, turn.end > other.end))
            else:
                short += 1
        speaking.append(turn)
    return tuple(found), short


def _gaps(turns: Sequence[Stretch]) -> list[float]:
    gaps = []
    holder: Stretch | None = None
    for turn in turns:
        if holder is not None and turn.end <= holder.end:
            continue
        if holder is not None and turn.person != holder.person:
            gaps.append(turn.start - holder.end)
        holder = turn
    return gaps

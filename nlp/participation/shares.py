"""What each person said: time, text, turns, questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from nlp.participation.floors import Holding, Voice
from nlp.participation.intervals import Interval, length
from nlp.participation.types import SpeakerShare

_QUESTION_MARKS = ("?", "？", "؟", "⁇", "⁈", "՞", ";")
_CLOSING = "\"'”’»)]*_! "


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything one person said.

    Attributes:
        labels: the labels under which the record has them, in order of appearance.
        intervals: start and end of each turn in seconds; () in a record without times.
        seconds: length of the union of the intervals.
        characters: fair length of the text.
        questions: turns of the record (cues, paragraphs) that end in a question mark of any script.
    """

    labels: tuple[str, ...]
    intervals: tuple[Interval, ...]
    seconds: float
    characters: float
    questions: int


def gather_talks(voices: Iterable[Voice]) -> dict[str, Talk]:
    """Return what each known person said, people in the order of their first words."""
    said: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.person is not None:
            said[voice.person].append(voice)
    return {person: _talk(voices) for person, voices in said.items()}


def _talk(voices: Sequence[Voice]) -> Talk:
    intervals = tuple(voice.interval for voice in voices if voice.interval)
    return Talk(
        labels=tuple(dict.fromkeys(str(voice.turn.speaker) for voice in voices)),
        intervals=intervals,
        seconds=length(intervals),
        characters=sum(voice.characters for voice in voices),
        questions=sum(is_question(voice.turn.text) for voice in voices),
    )


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark, closing quotes and brackets aside."""
    return text.rstrip(_CLOSING).endswith(_QUESTION_MARKS)


def share_out(
    order: Sequence[str],
    talks: Mapping[str, Talk],
    holdings: Iterable[Holding],
    roster: frozenset[str] | None,
    *,
    timed: bool,
) -> tuple[SpeakerShare, ...]:
    """Return each person's part of the session, in the given order.

    share: seconds (0 to 1 of the sum over all people, so that two people at once both count); without times characters.
    turns, longest_seconds, median_seconds: of the person's holdings of the floor, pauses left out.
    """
    seconds = sum(talk.seconds for talk in talks.values()) if timed else 0.0
    characters = sum(talk.characters for talk in talks.values())
    held: dict[str | None, list[float]] = defaultdict(list)
    for holding in holdings:
        held[holding.person].append(holding.seconds)
    shares = []
    for name in order:
        talk = talks[name]
        text_share = _part(talk.characters, characters)
        shares.append(
            SpeakerShare(
                name=name,
                labels=talk.labels,
                seconds=talk.seconds if timed else 0.0,
                share=_part(talk.seconds, seconds) if timed else text_share,
                characters=talk.characters,
                text_share=text_share,
                turns=len(held[name]),
                longest_seconds=max(held[name]) if timed else None,
                median_seconds=median(held[name]) if timed else None,
                questions=talk.questions,
                on_roster=roster is None or name in roster,
            )
        )
    return tuple(shares)


def _part(amount: float, total: float) -> float:
    return amount / total if total else 0.0

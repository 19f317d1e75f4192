"""What each person said: time, text, turns, questions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from nlp.participation.turns.floor import Holding, Voice
from nlp.participation.turns.time_spans import Interval, length
from nlp.participation.types import SpeakerShare

_CLOSING = "\"'”’»)]*_! "
_MARK = re.compile(r"[?⁇⁈⁉؟፧⸮꘏？՞;]")
_QUESTION = re.compile(r"[?⁇⁈⁉؟፧⸮꘏]+(?![^\W_])|？+|՞|(?<=[\u0370-\u03ff\u1f00-\u1fff]);")
"""Question marks of all scripts; one inside a word (an address) is none, a Greek one is a semicolon in NFC."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything one person said.

    Attributes:
        labels: the labels under which the record has them, in order of appearance.
        intervals: start and end of each turn in seconds; () in a record without times.
        seconds: length of the union of the intervals.
        characters: fair length of the text.
        words: runs between spaces.
        questions: sentences that end in a question mark of any script.
    """

    labels: tuple[str, ...]
    intervals: tuple[Interval, ...]
    seconds: float
    characters: float
    words: int
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
        words=sum(len(voice.turn.text.split()) for voice in voices),
        questions=sum(count_questions(voice.turn.text) for voice in voices),
    )


def count_questions(text: str) -> int:
    """Return how many sentences of a text end in a question mark; `??` and `?!` count once."""
    return len(_QUESTION.findall(text)) if _MARK.search(text) else 0


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark, closing quotes and brackets aside."""
    ending = text.rstrip(_CLOSING)
    return any(match.end() == len(ending) for match in _QUESTION.finditer(ending))


def share_out(
    order: Sequence[str],
    talks: Mapping[str, Talk],
    holdings: Iterable[Holding],
    roster: frozenset[str] | None,
    alone: Mapping[str | None, float] | None,
    *,
    timed: bool,
    one_script: bool,
) -> tuple[SpeakerShare, ...]:
    """Return each person's part of the session, in the given order.

    Args:
        order: names.
        talks: what each said.
        holdings: of the floor.
        roster: names on it, None without one.
        alone: seconds in which each person, or nobody known (None), spoke alone; None where that cannot be seen.
        timed: whether the record has times.
        one_script: whether the text is in one script that parts words by spaces, so that words can be compared.

    share: seconds (0 to 1 of the sum over all people, so that two people at once both count); without times characters.
    turns, longest_seconds, median_seconds: of the person's holdings of the floor, pauses left out.
    """
    seconds = sum(talk.seconds for talk in talks.values())
    characters = sum(talk.characters for talk in talks.values())
    solo = sum(each for person, each in alone.items() if person is not None) if alone is not None else 0.0
    words = sum(talk.words for talk in talks.values()) if one_script else 0
    held: dict[str | None, list[float]] = defaultdict(list)
    for holding in holdings:
        held[holding.person].append(holding.seconds)

    def share_of(name: str) -> SpeakerShare:
        talk, turns = talks[name], held[name]
        text_share = _part(talk.characters, characters)
        return SpeakerShare(
            name=name,
            labels=talk.labels,
            seconds=talk.seconds if timed else 0.0,
            share=_part(talk.seconds, seconds) if timed else text_share,
            characters=talk.characters,
            text_share=text_share,
            word_share=talk.words / words if words else None,
            floor_share=_part(alone[name], solo) if alone is not None else None,
            turns=len(turns),
            longest_seconds=max(turns) if timed and turns else None,
            median_seconds=median(turns) if timed and turns else None,
            questions=talk.questions,
            on_roster=roster is None or name in roster,
        )

    return tuple(map(share_of, order))


def _part(amount: float, total: float) -> float:
    return amount / total if total else 0.0

"""From single words with times and speakers, as speech recognisers give them, to turns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.transcripts.types import Turn

LONGEST_PAUSE = 1.0
"""Seconds between two words beyond which a new turn begins, so that long silence counts as nobody's."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a punctuation sign.

    Attributes:
        speaker: None where the record leaves it open.
        start, end: in seconds, None where the record has none, as for punctuation.
        text: as it is to be shown.
        number: of the word in the record, from 1.
        glued: whether it follows the word before without a space.
    """

    speaker: str | None
    start: float | None
    end: float | None
    text: str
    number: int
    glued: bool = False


def join_words(words: Iterable[Word]) -> tuple[Turn, ...]:
    """Join words of one speaker into turns; punctuation stays with the word before it."""
    groups: list[list[Word]] = []
    end: float | None = None
    for word in words:
        if groups and (word.glued or _continues(groups[-1][0], end, word)):
            groups[-1].append(word)
            end = end if word.end is None else word.end
        else:
            groups.append([word])
            end = word.end
    return tuple(_turn(group) for group in groups if any(word.text.strip() for word in group))


def _continues(first: Word, end: float | None, word: Word) -> bool:
    """Whether a word goes on with the turn that `first` began and whose last known end is `end`."""
    if word.speaker != first.speaker:
        return False
    return end is None or word.start is None or 0 <= word.start - end + LONGEST_PAUSE <= 2 * LONGEST_PAUSE


def _turn(group: Sequence[Word]) -> Turn:
    starts = [word.start for word in group if word.start is not None]
    ends = [word.end for word in group if word.end is not None]
    start = min(starts, default=None)
    end = max(ends, default=None) if start is not None else None
    text = "".join(word.text if word.glued else f" {word.text}" for word in group)
    return Turn(
        group[0].speaker,
        start,
        None if start is None or end is None else max(start, end),
        text.strip(),
        group[0].number,
    )

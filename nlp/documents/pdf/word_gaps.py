"""Words of a printed line: poppler parts Bangla and Nepali words at signs that are drawn out of their order."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from nlp.text.scripts import count_scripts

_NO_GAP, _NARROW = 0.5, 0.87
_WIDE = 0.8
_SCRIPTS = ("Beng", "Deva")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as poppler gives it, and where it begins and ends, in points."""

    text: str
    left: float
    right: float


def usual_gap(lines: Sequence[tuple[Sequence[Word], float]]) -> float:
    """Return the usual gap between words of Bangla and Devanagari, as a share of the height of their line.

    Args:
        lines: the words and the height of each; 0 where there is no such gap.
    """
    gaps = [
        (after.left - before.right) / height
        for words, height in lines
        for before, after in pairwise(words)
        if height and _is_of_scripts(before.text) and _is_of_scripts(after.text)
    ]
    return median(gaps) if gaps else 0.0


def joined(words: Sequence[Word], height: float, usual: float) -> str:
    """Return the text of a line, words that were parted put together again.

    Two parts are one word where hardly a gap is between them, where the second begins with a mark, and where the first
    ends with one and the gap is narrower than the others are.
    """
    text = ""
    for before, after in zip((None, *words), words, strict=False):
        if before is None or _are_one(before, after, height, usual):
            text += after.text
        else:
            text += " " + after.text
    return text


def at_cells(words: Sequence[Word], height: float, begins: Collection[int]) -> list[Sequence[Word]]:
    """Return a line in parts: it ends at a gap as wide as no space is, before a place where other lines begin."""
    parts: list[list[Word]] = []
    for before, word in zip((None, *words), words, strict=False):
        wide = before is None or word.left - before.right > _WIDE * height
        if before is None or (wide and any(round(word.left) + step in begins for step in (-1, 0, 1))):
            parts.append([])
        parts[-1].append(word)
    return list(parts)


def _are_one(before: Word, after: Word, height: float, usual: float) -> bool:
    if not before.text or not after.text or not height:
        return False
    if unicodedata.category(after.text[0]).startswith("M"):
        return True
    if not usual or not _is_of_scripts(before.text):
        return False
    narrow = _NARROW if unicodedata.category(before.text[-1]).startswith("M") else _NO_GAP
    return (after.left - before.right) / height < narrow * usual


def _is_of_scripts(text: str) -> bool:
    counts = count_scripts(text)
    return any(counts[script] for script in _SCRIPTS)

"""Text broken into lines that fit a width."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from nlp.fonts.shaping import is_complex, width_of

LATIN_LEADING = 1.36
COMPLEX_LEADING = 1.6
_JOINS = "\u094d\u09cd\u200d"


@lru_cache(4096)
def wrapped(text: str, width: float, size: float, *, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """Return a text as lines none of which is longer than a width.

    Args:
        text: broken at its spaces; a word that is too long alone is broken between letters.
        width: of the lines.
        size: of the letters.
        bold: whether they are bold.
        most: how many lines there may be, the last then ends in "…"; 0 for as many as it takes.
    """
    lines = list(_lines(text.split(), width, size, bold=bold))
    if most and len(lines) > most:
        return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), width, size, bold=bold))
    return tuple(lines)


def leading(text: str) -> float:
    """Return how far lines stand apart, in sizes of the letters: Bengali and Devanagari reach further."""
    return COMPLEX_LEADING if is_complex(text) else LATIN_LEADING


def _lines(words: list[str], width: float, size: float, *, bold: bool) -> Iterator[str]:
    space = width_of("n n", size, bold=bold) - width_of("nn", size, bold=bold)
    line, used = "", 0.0
    for word in words:
        own = width_of(word, size, bold=bold)
        if line and used + space + own <= width:
            line, used = f"{line} {word}", used + space + own
            continue
        if line:
            yield line
        *whole, line = _pieces(word, width, size, bold=bold)
        yield from whole
        used = width_of(line, size, bold=bold) if whole else own
    if line:
        yield line


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Return a word in as few pieces as fit, each at least one letter with its signs."""
    if width_of(word, size, bold=bold) <= width:
        return [word]
    pieces, piece = [], ""
    for letter in letters(word):
        if piece and width_of(piece + letter, size, bold=bold) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _cut(text: str, width: float, size: float, *, bold: bool) -> str:
    """Return the beginning of a text that fits on one line together with "…"."""
    parts = letters(text)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of("".join(parts[:middle]).rstrip() + "…", size, bold=bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return "".join(parts[:low]).rstrip() + "…"


def letters(text: str) -> list[str]:
    """Return a text in what a reader sees as letters: a base with all its signs, a conjunct whole."""
    found: list[str] = []
    for sign in text:
        joined = bool(found) and (unicodedata.category(sign)[0] == "M" or sign in _JOINS or found[-1][-1] in _JOINS)
        if joined:
            found[-1] += sign
        else:
            found.append(sign)
    return found

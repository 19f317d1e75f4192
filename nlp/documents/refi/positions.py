"""Where the stretches of a text begin and end: code points, whatever the program that wrote them counts.

The standard counts code points of the text as it lies in the file. Some programs count units of UTF-16, so that an
emoji is two; some count the end of a line as one sign and write it as two. Which it is shows where the text has such
signs: of wrong positions most cut words in two.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from nlp.documents.refi.project import Selection

_JOINERS = "\u200c\u200d"
_LINE_END = re.compile(r"\r\n?")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NAMED = 12
"""Letters by which a stretch is known that is called by its first words."""
_JUDGED = 2_000
EXACT = "manyvoices"
"""The program that is known to count as the standard does: ours."""
_ONE_SIGN = ("atlas", "maxqda")
"""Programs that count the end of a line as one sign, however it is written."""


@dataclass(frozen=True, slots=True)
class Given:
    """A stretch as it stands in the file; `end` is None where that is missing."""

    start: int
    end: int | None
    selection: Selection


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with line feeds alone, and its stretches.

    Attributes:
        text: the text.
        selections: those that lie in it.
        cut: how many of them ended behind the text.
        lost: how many lie behind it, hold nothing, or have no end.
        way: how positions were counted, "" where all ways are one.
    """

    text: str
    selections: tuple[Selection, ...]
    cut: int = 0
    lost: int = 0
    way: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to count: which signs of the text, by their place in it, count twice."""

    name: str
    twice: tuple[int, ...]
    ends_of: tuple[int, ...]

    @classmethod
    def of(cls, name: str, twice: Sequence[int]) -> "_Way":
        return cls(name, tuple(twice), tuple(place + number for number, place in enumerate(twice)))

    def place(self, position: int, *, is_end: bool = False) -> int:
        """Return the place in the text; a position inside of a sign is taken to its outer side."""
        before = bisect_left(self.ends_of, position)
        inside = before > 0 and self.ends_of[before - 1] + 1 == position
        return position - before + (1 if inside and is_end else 0)


def place(written: str, given: Sequence[Given], origin: str = "") -> Placed:
    """Return a text and its stretches, counted as they were most likely meant.

    Args:
        written: the text as it lies in the file, without a byte order mark.
        given: its stretches.
        origin: the program that wrote them.
    """
    text = _LINE_END.sub("\n", written)
    ways = _ways(written, text, origin)
    way = ways[0] if len(ways) == 1 else max(ways, key=lambda each: _fit(text, given[:_JUDGED], each))
    kept, cut = list[Selection](), 0
    for each in given:
        start = way.place(each.start)
        end = -1 if each.end is None else way.place(each.end, is_end=True)
        cut += end > len(text) > start
        if 0 <= start < min(end, len(text)):
            kept.append(_at(each.selection, start, min(end, len(text))))
    return Placed(text, tuple(kept), cut, len(given) - len(kept), way.name if len(ways) > 1 else "")


def _at(selection: Selection, start: int, end: int) -> Selection:
    return replace(selection, start=start, end=end)


def _ways(written: str, text: str, origin: str) -> list[_Way]:
    """Return the ways in which positions may be counted that differ in this text, the likeliest first."""
    if origin.lower().startswith(EXACT):
        return [_Way.of("", ())]
    line_ends = _long_line_ends(written)
    astral = [found.start() for found in _ASTRAL.finditer(text)]
    one_sign = any(name in origin.lower() for name in _ONE_SIGN)
    of_lines = [(True, line_ends), (False, [])] if line_ends else [(False, [])]
    of_signs = [("code points", []), ("UTF-16", astral)] if astral else [("code points", list[int]())]
    of_lines.sort(key=lambda each: each[0] is one_sign)
    return [
        _Way.of(f"{name}, {'two signs' if two else 'one sign'} a line end", sorted((*wide, *ends)))
        for (name, wide), (two, ends) in product(of_signs, of_lines)
    ]


def _long_line_ends(written: str) -> list[int]:
    """Return where in the text with line feeds alone an end of a line stands that is written as two signs."""
    return [found.start() - number for number, found in enumerate(re.finditer("\r\n", written))]


def _fit(text: str, given: Sequence[Given], way: _Way) -> float:
    """Return how well stretches fit the words of a text: each end that cuts none, and each name that is its words."""
    points = 0.0
    for each in given:
        start = way.place(each.start)
        end = start if each.end is None else way.place(each.end, is_end=True)
        points += not _cuts(text, start)
        points += end <= len(text) and not _cuts(text, end)
        named = "".join(each.selection.name.split())[:_NAMED]
        points += 2 * (bool(named) and "".join(text[start : start + 4 * _NAMED].split()).startswith(named))
    return points


def _cuts(text: str, place: int) -> bool:
    """Whether a place lies inside of a word."""
    return 0 < place < len(text) and _is_letter(text[place - 1]) and _is_letter(text[place])


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN" or sign in _JOINERS

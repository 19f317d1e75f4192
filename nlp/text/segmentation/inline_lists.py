"""Lists written on one line: "1) internet 2) meetings 3) roles", "• trust • money", "one; two; three"."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from nlp.text.lines import is_one_line
from nlp.text.phrases import phrases
from nlp.text.scripts import scripts_by_letters
from nlp.text.segmentation.bullets import RINGED, find_bullet
from nlp.text.sentences import Span, trim_span

_DOTS = "•‣●▪■◆➢➤"
_SIGNS = f"{_DOTS}✓✔☑☒✅"
"""Ticks also stand behind what was done, so one alone parts nothing."""

_COUNTED = re.compile(
    r"(?<![^\s,;:।–—-])(?P<open>\(?)(?P<mark>\d{1,2}|[^\W\d_][\u093c\u09bc]?)(?P<close>[.)।])"
    r"(?:\s+|(?<=\d[.)।])(?=[^\W\d_]))(?=[^\s\d])"
)
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "কখগঘঙচছজঝঞটঠডঢণ", "कखगघङचछजझञटठडढण")
_PAUSE = ",;।.:!?–—-"
_SEPARATED = re.compile(r"[;؛；]\s*|\s/\s")
_SENTENCE_END = re.compile(r"[.!?।॥۔؟]\s")
_RINGED = re.compile(rf"{RINGED}\s*")
_MAY_HOLD_ONE = re.compile(
    rf"[{_SIGNS};؛；)]|{RINGED}|/\s|\d[.।](?:\s|[^\W\d_])|[-–—*]\s[^-–—*]*\s[-–—*]\s|^[^\W\d_][.।]\s"
)
_FEWEST_SEPARATED, _FEWEST_DASHED, _FEWEST_UNPAUSED = 3, 3, 3
_LONGEST_SEPARATED = 8
_WORDS_SEPARATED = 2
_MOST_TIMES_LONGER = 2
_FEWEST_WORDS_DASHED = 2
_JOIN = phrases("and|or|to|ও|আর|এবং|বা|থেকে|र|वा|तथा|देखि|और|या|y|o|et|ou|e|ou|ra|ar|ebong")
"""What stands between two marks that only point ("a) and b) are not clear")."""


def may_hold_list(text: str) -> bool:
    """Whether a text has any sign of a list on one line: most texts have none, and need not be looked at again."""
    return _MAY_HOLD_ONE.search(text) is not None


def marked_items(text: str) -> list[Span]:
    """Return where the items of a list stand that has a sign before each of them; nothing for any other text.

    Numbers and letters must count up from the first ("1.", "a)", "ক)", "१)", "①", "1️⃣"), one style throughout, and
    open the text or follow a colon; what stands before the colon goes with the first item. Signs such as "•" part
    wherever they stand, dashes only three or more phrases, of which the first begins with one.

    Args:
        text: one bullet or paragraph, with the sign that it begins with.
    """
    for find in (_counted, _ringed, _signed, _dashed):
        if items := find(text):
            return items
    return []


def separated_items(text: str) -> list[Span]:
    """Return where the items of a list stand that semicolons or slashes part; nothing for any other text.

    Three phrases of much the same length are a list ("better internet; fewer meetings; clear roles"); two may be one
    thought, single words may be names, times or "he / she / they", sentences are no items, and the same words in three
    scripts ("trust / আস্থা / विश्वास") are one note.
    """
    edges = [match.span() for match in _SEPARATED.finditer(text)]
    spans = _kept(text, _between(edges, len(text)))
    items = [text[start:end] for start, end in spans]
    lengths = [len(item.split()) for item in items]
    is_list = (
        len(items) >= _FEWEST_SEPARATED
        and sum(lengths) >= _WORDS_SEPARATED * len(items)
        and max(lengths) <= min(_LONGEST_SEPARATED, _MOST_TIMES_LONGER * min(lengths))
        and is_one_line(text)
        and find_bullet(text) is None
        and not _SENTENCE_END.search(text)
        and len({_script(item) for item in items}) == 1
    )
    return spans if is_list else []


def _counted(text: str) -> list[Span]:
    found = list(_COUNTED.finditer(text))
    marks: list[re.Match[str]] = []
    for match in found:
        same_style = not marks or match.group("open", "close") == marks[0].group("open", "close")
        if same_style and _counts_to(match.group("mark"), len(marks)):
            marks.append(match)
    if len(marks) < 2 or not _opens(text[: marks[0].start()]):
        return []
    dotted, letters = marks[0]["close"] != ")", not marks[0]["mark"].isdecimal()
    paused = all(text[: mark.start()].rstrip()[-1:] in _PAUSE for mark in marks[1:])
    if dotted and not paused and (letters or len(marks) < _FEWEST_UNPAUSED):
        return []
    items = _with_head(_kept(text, _between([mark.span() for mark in marks], len(text))), marks[0].start())
    return [] if any(text[start:end].casefold() in _JOIN for start, end in items) else items


def _ringed(text: str) -> list[Span]:
    marks = list(_RINGED.finditer(text))
    if len(marks) < 2 or [unicodedata.numeric(mark[0][0]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    spans = _kept(text, _between([mark.span() for mark in marks], len(text)))
    return _with_head(spans, marks[0].start()) if _opens(text[: marks[0].start()]) else []


def _counts_to(mark: str, at: int) -> bool:
    """Whether a mark is the one that stands at a place of a list, 0 for the first."""
    if mark.isdecimal():
        return int(mark) == at + 1
    return any(mark.casefold() == alphabet[at : at + 1] for alphabet in _ALPHABETS)


def _opens(before: str) -> bool:
    """Whether a list may begin after these words."""
    return not before.strip() or before.rstrip()[-1] in ":–—-"


def _with_head(items: list[Span], first_mark: int) -> list[Span]:
    """Give the words before a list to its first item."""
    if len(items) < 2 or items[0][0] >= first_mark:
        return items
    return [(items[0][0], items[1][1]), *items[2:]]


def _signed(text: str) -> list[Span]:
    for sign in _SIGNS:
        edges = [match.span() for match in re.finditer(rf"(?<!\S){sign}\ufe0f?\s*(?=\S)", text)]
        items = _kept(text, _between(edges, len(text)))
        parts = sign in _DOTS or len(edges) > 1 or (edges and _opens(text[: edges[0][0]]))
        if edges and parts and len(items) > 1:
            return items
    return []


def _dashed(text: str) -> list[Span]:
    head = re.match(r"\s*([-–—*])\s", text)
    if head is None:
        return []
    edges = [match.span() for match in re.finditer(rf"(?<!\S){re.escape(head[1])}\s+", text)]
    items = _kept(text, _between(edges, len(text)))
    long = all(len(text[start:end].split()) >= _FEWEST_WORDS_DASHED for start, end in items)
    return items if long and len(items) >= _FEWEST_DASHED else []


def _between(edges: Sequence[Span], end: int) -> list[Span]:
    """Return what lies before, between and after the edges."""
    return [(a, b) for (_, a), (b, _) in pairwise([(0, 0), *edges, (end, end)])]


def _kept(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans that say something, without spaces and the comma behind them."""
    trimmed = (trim_span(text, start, end) for start, end in spans)
    bare = ((start, start + len(text[start:end].rstrip(" ,;"))) for start, end in trimmed)
    return [(start, end) for start, end in bare if any(map(str.isalnum, text[start:end]))]


def _script(text: str) -> str:
    return next(iter(scripts_by_letters(text)), "")

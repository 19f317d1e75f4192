"""Text to pieces: bullets, notes on a line of their own, sentences; each with its place in the text handed in."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from nlp.text.lines import Line, is_one_line, split_lines
from nlp.text.segmentation.bullets import find_bullet, is_rule
from nlp.text.segmentation.inline_lists import marked_items, may_hold_list
from nlp.text.segmentation.leaning import leans
from nlp.text.sentences import Span, sentence_spans, trim_span
from nlp.text.words import count_characters

_TERMINATED = re.compile(r"[.!?:;…।॥۔؟]['\"”’»)\]*_]*\s*$")
_SIGN_OF_BULLET = re.compile(r"[^)]{0,6}\)|o\s")
_NARROWEST, _WIDEST = 50, 130
_WHOLE_NOTE = 400
_MOST_SENTENCES = 3
_SHORT_SENTENCE = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A bullet, a sentence or a short note.

    Attributes:
        text: NFC, without the bullet's sign, white space and line ends joined to one space.
        start, end: code points into the text handed in, before NFC.
        bullet: whether it stood behind a bullet's sign.
    """

    text: str
    start: int
    end: int
    bullet: bool = False


def tidy(text: str) -> str:
    """Return `text` in NFC with every run of white space as one space; one that is so already, as it is."""
    tidied = " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
    return text if tidied == text else tidied


def segment(text: str, language: str | None = None, keep_notes: bool = False) -> list[Piece]:
    """Cut `text` into pieces, in their order.

    A bullet is one piece, with the lines it wraps over; it is cut only when it is long (see
    `keep_notes`), or when it is a list itself. Prose is cut into sentences; lines that were wrapped by hand are joined
    before.

    Args:
        text: a file, paragraph or cell; it may hold many lines.
        language: BCP 47 of the text, for the rules of its sentences; None to tell it for every bullet and paragraph.
        keep_notes: treat prose like bullets, for cells of a table: a line stays whole if it is no longer than 400
            code points or than three sentences.
    """
    if keep_notes and is_one_plain_line(text):
        start, end = trim_span(text, 0, len(text))
        return [Piece(tidy(text), start, end)]
    blocks = _blocks(split_lines(text))
    return [piece for block in blocks for piece in _pieces(text, block, language, keep_notes)]


def is_one_plain_line(text: str) -> bool:
    """Whether a text is one short line that begins with a word: what most cells are, and no rule has to look at it."""
    return (
        len(text) <= _WHOLE_NOTE
        and text[:1].isalpha()
        and not _SIGN_OF_BULLET.match(text)
        and is_one_line(text)
        and not may_hold_list(text)
    )


@dataclass(slots=True)
class _Block:
    """A bullet or a paragraph; `line` is where the sign of a bullet begins."""

    line: int
    start: int
    end: int
    bullet: bool


def _blocks(lines: list[Line]) -> list[_Block]:
    """Group lines into bullets and paragraphs."""
    blocks: list[_Block] = []
    group: list[Line] = []
    for line in lines:
        bullet = find_bullet(line.text)
        separates = bullet is None and is_rule(line.text)
        if separates or bullet is not None:
            blocks += _group_blocks(group)
            group = []
        if not separates:
            group.append(line)
    return blocks + _group_blocks(group)


def _group_blocks(group: list[Line]) -> list[_Block]:
    """Return the blocks of neighbouring lines, of which only the first may be a bullet."""
    if not group:
        return []
    bullet = find_bullet(group[0].text)
    first = group[0]
    text_start = first.start + (bullet.text_start if bullet else 0)
    blocks = [_Block(first.start, text_start, first.end, bullet is not None)]
    all_wrapped = _is_wrapped_paragraph(group)
    width = max(len(line.text.rstrip()) for line in group)
    for previous, line in pairwise(group):
        indented = bullet is not None and _indent(line.text) > bullet.indent
        if indented or all_wrapped or _goes_on(previous.text, line.text, width):
            blocks[-1].end = line.end
        else:
            bullet = None
            blocks.append(_Block(line.start, line.start, line.end, False))
    return blocks


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_wrapped_paragraph(group: list[Line]) -> bool:
    """Whether every line but the last is as full as it can be: text wrapped by hand or by a mail program."""
    texts = [line.text.rstrip() for line in group]
    width = max(map(len, texts))
    full = all(_is_full(one, two, width) for one, two in pairwise(texts))
    if len(group) > 2:
        return full
    return full and not _TERMINATED.search(texts[0]) and _TERMINATED.search(texts[-1]) is not None


def _is_full(line: str, following: str, width: int) -> bool:
    first_word = following.split(maxsplit=1)[0]
    return _NARROWEST <= width <= _WIDEST and len(line) + 1 + len(first_word) > width


def _goes_on(previous: str, line: str, width: int) -> bool:
    """Whether `line` goes on in the middle of a sentence: the line before is full and open, this one begins small."""
    begins_small = line.lstrip()[:1].islower()
    return begins_small and not _TERMINATED.search(previous) and _is_full(previous.rstrip(), line, width)


def _pieces(text: str, block: _Block, language: str | None, keep_notes: bool) -> list[Piece]:
    source = text[block.start : block.end]
    if not source.strip():
        return []
    if items := _items(text[block.line : block.end]):
        return [
            Piece(tidy(text[block.line + start : block.line + end]), block.line + start, block.line + end, block.bullet)
            for start, end in items
        ]
    whole = [trim_span(source, 0, len(source))]
    if (block.bullet or keep_notes) and whole[0][1] - whole[0][0] <= _WHOLE_NOTE:
        spans = whole
    else:
        spans = sentence_spans(source, language)
        if (block.bullet or keep_notes) and len(spans) <= _MOST_SENTENCES:
            spans = whole
    return [
        Piece(tidy(source[start:end]), block.start + start, block.start + end, block.bullet)
        for start, end in _without_fragments(source, spans)
    ]


def _items(block: str) -> list[Span]:
    return marked_items(block) if may_hold_list(block) else []


def _without_fragments(source: str, spans: list[Span]) -> list[Span]:
    """Join a sentence that says little alone to the one before: a short one ("Yes.", "কেন?"), one that leans on it."""
    if len(spans) == 1:
        return spans
    joined: list[Span] = []
    for start, end in spans:
        sentence = source[start:end]
        says_little = count_characters(sentence) < _SHORT_SENTENCE or leans(sentence)
        if joined and says_little and end - joined[-1][0] <= _WHOLE_NOTE:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined

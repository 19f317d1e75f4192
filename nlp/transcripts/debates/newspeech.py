"""Debates typed with the markup of Kenya's Hansard: `<Newspeech>Mr. Ole: words</Newspeech>`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.speakers.speaker_labels import clean_label
from nlp.transcripts.types import Transcript, Turn

_TAG = re.compile(r"<(/?)\s?(newspeech|speech|header|subheader|scene|bold|b|i)\s?/?>", re.IGNORECASE)
_SPEECHES = frozenset({"newspeech", "speech"})
_BLOCKS = _SPEECHES | {"header", "subheader", "scene"}
_FEWEST = 2
_WITH_COLON = re.compile(r"^[\W\d]*([^\W\d_][^:：]{0,99}?)\s*[:：]")
_WITH_FULL_STOP = re.compile(
    r"^\W*((?:(?:the|mr|mrs|ms|dr|hon|prof|madam)\b\.?\s{0,3}){1,3}(?:[A-Z][\w'’-]{0,30}\s?){0,6}[A-Z][\w'’-]{0,30})\.\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text between two tags: whether it is speech, and the line on which it begins."""

    is_speech: bool
    line: int
    text: str


def is_newspeech(source: Source) -> bool:
    """Whether the text marks speeches so."""
    return source.text.casefold().count("<newspeech>") >= _FEWEST


def read_newspeech(source: Source) -> Transcript:
    """Read every marked speech as a turn; the end of its tag may be missing. Headings and notes are not read."""
    turns: list[Turn] = []
    missed: list[Line] = []
    for piece in _pieces("\n".join(source.lines)):
        head = (_WITH_COLON.match(piece.text) or _WITH_FULL_STOP.match(piece.text)) if piece.is_speech else None
        words = " ".join(piece.text[head.end() if head else 0 :].split())
        if piece.is_speech and words:
            turns.append(Turn(clean_label(head[1]) if head else None, None, None, words, piece.line))
        elif words:
            missed.append((piece.line, words))
    return Transcript(name=source.name, form="hansard", turns=tuple(turns), shows_overlap=False, unread=unread(missed))


def _pieces(text: str) -> Iterator[_Piece]:
    is_speech, line, place = False, 1, 0
    gathered: list[str] = []
    begun = 1
    for tag in _TAG.finditer(text):
        gathered.append(text[place : tag.start()])
        line += text.count("\n", place, tag.end())
        place = tag.end()
        name = tag[2].casefold()
        if name in _BLOCKS:
            yield from _piece(is_speech, begun, "".join(gathered))
            is_speech, gathered, begun = name in _SPEECHES and not tag[1], [], line
    yield from _piece(is_speech, begun, "".join((*gathered, text[place:])))


def _piece(is_speech: bool, line: int, text: str) -> Iterator[_Piece]:
    bare = text.strip()
    if bare:
        yield _Piece(is_speech, line + text[: len(text) - len(text.lstrip())].count("\n"), bare)

"""Whole clauses of notes: what can name a reading, never a piece cut out of one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from nlp.documents.types import Unit
from nlp.text.sentences import sentence_spans
from nlp.text.words import TOKEN_PATTERN

SHORTEST, LONGEST = 3, 9
LONGEST_WHOLE = 10

_TOKEN = re.compile(TOKEN_PATTERN)
_JOINED = re.compile(r"[\s\-‐-―’'/&]*")
_CUT_BEHIND = re.compile(r"[:\"“‘«»]|\s['(]?['“‘]|\s[-‐-―]|[-‐-―]\s")
_CUT_BEFORE = re.compile(r"[\"“”‘’«»(\[{]|\s'")
_PAIRS = ("()", "[]", "“”", "«»")
_DASH = re.compile(r"\s[-‐-―]|[-‐-―]\s")
_END = ".!?…।॥۔؟\"'”’»)] "
_START = "¿¡\"'“‘«(["


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a note without punctuation inside, or a short sentence with it.

    Attributes:
        text: as it is written in the note.
        language: of the note.
        words: its words in NFC, in their order and the case that they are written in.
        first, last: whether it begins, and ends, a sentence of the note.
        before, after: the words of the stretches beside it in the sentence, () where it begins or ends it.
        cut: whether its other half stands behind a colon, a dash or a quotation mark, or it is an aside in brackets.
        asks: whether it is a question.
    """

    text: str
    language: str
    words: tuple[str, ...]
    first: bool
    last: bool
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    cut: bool = False
    asks: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is a whole sentence, or a whole note."""
        return self.first and self.last


def clauses(unit: Unit) -> list[Clause]:
    """Return the clauses of a note that are long enough to say something and short enough to be read at a glance.

    These are its stretches between punctuation marks of `SHORTEST` to `LONGEST` words, and whole sentences of up to
    `LONGEST_WHOLE`.
    """
    found: dict[str, Clause] = {}
    for start, end in sentence_spans(unit.text, unit.language):
        for clause in _of_sentence(unit, start, end):
            found.setdefault(clause.text, clause)
    return list(found.values())


def _of_sentence(unit: Unit, start: int, end: int) -> Iterator[Clause]:
    stretches = _stretches(unit.text, start, end)
    words = [tuple(normalize("NFC", token.group()) for token in stretch) for stretch in stretches]
    count = sum(map(len, words))
    asks = unit.text[start:end].rstrip(" \"'”’»)").endswith(("?", "؟"))
    if len(stretches) > 1 and SHORTEST <= count <= LONGEST_WHOLE:
        text = unit.text[stretches[0][0].start() : stretches[-1][-1].end()]
        yield Clause(text, unit.language, sum(words, ()), first=True, last=True, cut=_is_unpaired(text), asks=asks)
    longest = LONGEST_WHOLE if len(stretches) == 1 else LONGEST
    for at, stretch in enumerate(stretches):
        if not SHORTEST <= len(stretch) <= longest:
            continue
        ahead = unit.text[stretches[at - 1][-1].end() if at else start : stretch[0].start()]
        behind = unit.text[stretch[-1].end() : stretches[at + 1][0].start()] if at + 1 < len(stretches) else ""
        yield Clause(
            text=unit.text[stretch[0].start() : stretch[-1].end()],
            language=unit.language,
            words=words[at],
            first=at == 0,
            last=at + 1 == len(stretches),
            before=words[at - 1] if at else (),
            after=words[at + 1] if at + 1 < len(stretches) else (),
            cut=bool(_CUT_BEHIND.search(behind) or (at and _CUT_BEFORE.search(ahead))),
            asks=asks and at + 1 == len(stretches),
        )


def _stretches(text: str, start: int, end: int) -> list[list[re.Match[str]]]:
    """Return the words of a sentence, a list for every stretch without punctuation inside."""
    found: list[list[re.Match[str]]] = []
    for token in _TOKEN.finditer(text, start, end):
        between = text[found[-1][-1].end() : token.start()] if found else ""
        if found and _JOINED.fullmatch(between) and not _DASH.search(between):
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _is_unpaired(text: str) -> bool:
    """Return whether a bracket or a quotation mark opens, or closes, without the other, or something was left out."""
    return (
        "…" in text
        or "..." in text
        or text.count('"') % 2 > 0
        or any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
    )

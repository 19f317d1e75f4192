"""Words as a search compares them: one form for every way in which the same word is typed, in any script.

Case, width, Unicode form, joiners, the script of digits and the accents of Latin letters do not tell two words apart;
the vowel signs and marks of Bangla, Nepali and every other script do. Scripts that write no spaces between their words
(Chinese, Japanese, Thai, Khmer, Burmese ...) are cut into characters, which a search then wants in one row.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlp.text.words import MARKS

LONGEST_WORD = 60
"""Letters of a word that are compared."""

_LETTER = r"[^\W_]"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_WRITTEN = re.compile(rf"{_LETTER}(?:{_LETTER}|[{MARKS}{_UNSEEN}])*")
_FOLDED = re.compile(rf"{_LETTER}(?:{_LETTER}|[{MARKS}])*")
_SPACELESS = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
_CHARACTER = re.compile(rf"[{_SPACELESS}][{MARKS}]*|[^{_SPACELESS}]+")
_HAS_SPACELESS = re.compile(f"[{_SPACELESS}]")
_LATIN_WITH_MARKS = re.compile(r"([a-z])[\u0300-\u036f]+")
_ARABIC_SIGNS = re.compile(r"[\u064b-\u065f\u0670\u0640]")
_KHANDA_TA, _TA_VIRAMA = "\u09ce", "\u09a4\u09cd"


@dataclass(frozen=True, slots=True)
class FoldedWord:
    """A word as it is compared, and where it stands: code points of the text as it was handed in."""

    word: str
    start: int
    end: int


def folded_words(text: str) -> Iterator[FoldedWord]:
    """Yield the words of a text, in their order; parts of "follow-up" and "l'eau" are words of their own."""
    for found in _WRITTEN.finditer(text):
        for word, start, end in _parts(found[0]):
            yield FoldedWord(word, found.start() + start, found.start() + end)


def fold_text(text: str) -> list[str]:
    """Return the words of a text as they are compared."""
    return [word for written in _WRITTEN.findall(text) for word, _, _ in _parts(written)]


@lru_cache(maxsize=1 << 16)
def _parts(written: str) -> tuple[tuple[str, int, int], ...]:
    """Return what one written word is compared by, each part with its place in it."""
    if not _HAS_SPACELESS.search(written):
        return tuple((word, 0, len(written)) for word in _fold(written))
    return tuple((word, part.start(), part.end()) for part in _CHARACTER.finditer(written) for word in _fold(part[0]))


def _fold(written: str) -> list[str]:
    plain = written.casefold()
    if not plain.isascii():
        for _ in range(2):
            plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", plain).casefold())
        plain = _LATIN_WITH_MARKS.sub(r"\1", unicodedata.normalize("NFD", plain))
        plain = _ARABIC_SIGNS.sub("", unicodedata.normalize("NFC", plain)).replace(_KHANDA_TA, _TA_VIRAMA)
        plain = "".join(map(_sign, plain))
    words = _FOLDED.findall(plain)
    if _HAS_SPACELESS.search(plain):
        words = [part for word in words for part in _CHARACTER.findall(word)]
    return [word[:LONGEST_WORD] for word in words]


def _sign(sign: str) -> str:
    if unicodedata.category(sign) == "Cf":
        return ""
    return str(unicodedata.decimal(sign, sign))

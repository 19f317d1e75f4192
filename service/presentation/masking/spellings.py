"""Where spellings of names stand in a text: one matcher for all of them, whose cost hardly grows with their number."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cached_property
from unicodedata import normalize

ROMANISED_ENDINGS = ("r", "er", "ke", "te", "ra", "der", "le", "lai", "ko", "ka", "ki", "ma", "bata", "sanga", "s")
LATIN_END = rf"(?=(?:{'|'.join(ROMANISED_ENDINGS)})?(?![A-Za-z\u00c0-\u024f\u0300-\u036f]))"
ENDINGS = normalize(
    "NFC",
    "দেরকে|দের|এরা|েরা|রা|এর|ের|র|কে|রে|তে|য়ে|য়|ে|টা|টি|গণ|সহ|ও|ই"
    "|हरू|हरु|लाई|ले|को|का|की|कै|मा|बाट|सँग|सित|देखि|द्वारा|जी|ज्यू|नै|पनि",
)
MARK = r"[\u0300-\u036f\u0900-\u0902\u0904-\u0963\u0971-\u0982\u0984-\u09e3\u09fe]"
"""Letters and marks of Bangla and Nepali; not the danda, nor the visarga, which may stand for a colon."""

LETTER = r"[^\W\d_]"
UNSEEN = "[\u00ad\u200b-\u200f\u2060-\u2069\ufeff]*"
"""Joiners, marks of direction and the like, which may stand anywhere in a name."""

INDIC_END = rf"(?=(?:{UNSEEN}-?(?:{ENDINGS})){{0,3}}(?!{LETTER}|{MARK}))"

_KEY = 3
"""Signs by which names are told apart before they are compared."""

_NOT_SEEN = frozenset(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x206A), 0xFEFF)))
_INDIC = re.compile(r"[\u0900-\u09ff]")


class Spellings:
    """Finds spellings in texts, the longest where several stand; an ending of the language may follow.

    A text is looked at where words begin. What is compared there are only the spellings that begin with the same signs.

    Args:
        spellings: folded.
    """

    def __init__(self, spellings: Collection[str]) -> None:
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for each in sorted({normalize("NFC", each) for each in spellings} - {""}, key=len, reverse=True):
            self._beginning[_key(each, 0)].append(each)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text, in NFC, with each spelling that stands in it replaced."""
        parts, at = list[str](), 0
        for begins in self._words.finditer(text):
            if begins.start() >= at and (found := self._at(text, begins.start())):
                parts += [text[at : found.start()], replace(found)]
                at = found.end()
        return "".join([*parts, text[at:]]) if parts else text

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """Match the first sign of what may be a spelling."""
        signs = {each[0] for own in self._beginning.values() for each in own}
        first = "".join(map(re.escape, sorted(signs | ({"’"} if "'" in signs else set()))))
        return re.compile(rf"[{first}](?<!{LETTER}(?s:.))(?<!{MARK}(?s:.))", re.IGNORECASE)

    def _at(self, text: str, place: int) -> re.Match[str] | None:
        key = _key(text, place)
        for beginning in (key[:length] for length in range(len(key), 0, -1)):
            if beginning in self._beginning and (found := self._pattern(beginning).match(text, place)):
                return found
        return None

    def _pattern(self, beginning: str) -> re.Pattern[str]:
        if beginning not in self._compiled:
            choices = "|".join(map(spelling, self._beginning[beginning]))
            self._compiled[beginning] = re.compile(choices, re.IGNORECASE)
        return self._compiled[beginning]


def spellings(names: Collection[str]) -> re.Pattern[str]:
    """Match a few names as they are written, longest first, as whole words; an ending of the language may follow."""
    choices = "|".join(map(spelling, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!{LETTER})(?<!{MARK})(?:{choices})", re.IGNORECASE)


def spelling(name: str) -> str:
    """Match one name, whatever its spaces, apostrophes and signs that cannot be seen."""
    signs = [r"\s+" if sign == " " else "['’]" if sign == "'" else re.escape(sign) for sign in normalize("NFC", name)]
    return UNSEEN.join(signs) + (INDIC_END if _INDIC.search(name) else LATIN_END)


def _key(text: str, place: int) -> str:
    """Return the first signs of what begins at a place, alike for all that `re.IGNORECASE` takes for the same."""
    plain = text[place : place + _KEY]
    if plain.isascii() and plain.isalnum():
        return plain.lower()
    key = ""
    while place < len(text) and len(key) < _KEY:
        sign = text[place]
        place += 1
        if sign.isspace():
            key += " " if not key.endswith(" ") else ""
        elif sign not in _NOT_SEEN:
            key += _folded(sign)
    return key


def _folded(sign: str) -> str:
    return {"ı": "i", "İ": "i", "’": "'"}.get(sign) or sign.casefold()[0]

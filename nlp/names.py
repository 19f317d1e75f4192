"""The one rule for the same name: of people, teams, elements, levels, groups and reviews, in any script.

Two spellings are one name where their `name_key` is the same: they differ in case, Unicode form, spaces, punctuation,
hyphens, signs that cannot be seen (joiners, marks of direction, soft hyphens) or the script of their digits only. Of
people, honorifics and forms of address count for nothing either: `person_key`. Whether names that differ more are one
person's is a guess: `nlp.participation.people` makes it, and says how sure it is.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from nlp.text.phrases import phrases

HONORIFICS = phrases(
    """mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|madam|madame|ma'am|hon|hon'ble|honourable|honorable|rev|fr|sr|eng|engr|adv
    advocate|shri|shree|sri|shrimati|smt|sushri|janab
    জনাব|জনাবা|ডা|ডাঃ|ড|ডঃ|ডক্টর|অধ্যাপক|প্রফেসর|মিস্টার|মিসেস|মিস|ইঞ্জিনিয়ার|স্যার|ম্যাডাম|মাননীয়|শ্রী|শ্রীমতী
    श्री|श्रीमती|सुश्री|डा|डाः|डॉ|डाक्टर|प्रा|प्रो|प्राध्यापक|माननीय|सर|म्याडम|म्याम|मिस"""
)
"""Words before a name that are no part of it, in lower case, without their full stop."""

ADDRESSES = phrases(
    """sir|madam|ma'am|maam|mam|bhai|bhaiya|bhaia|vai|vaia|vaiya|apa|aapa|apu|didi|di|dada|da|dai|daju|bahini|bhauju
    ji|jee|jyu|jiu|saheb|sahib|shaheb|bhau
    ভাই|ভাইয়া|আপা|আপু|দিদি|দি|দাদা|দা|স্যার|ম্যাডাম|ম্যাম|সাহেব|জি|জী
    दाइ|दाई|दाजु|दाज्यू|भाइ|भाई|दिदी|दि|दादा|बहिनी|भाउजू|ज्यू|जी|जि|सर|म्याडम|म्याम|म्यामज्यू|साहेब"""
)
"""Words after a name by which people are addressed, in lower case; some people show no other name."""

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ´`"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‒–−"), "-")
_KHANDA_TA = {0x09CE: "\u09a4\u09cd"}
_SIGN = re.compile("[<>≤≥+-]")
_COMPARED = re.compile(r" ?([<>≤≥]) ?(?=\d)")
_WORD = r"[^\s<>≤≥+-]"
_LOOSE_SIGN = re.compile(
    rf"(?!(?<={_WORD})\+(?:\s|$)|(?<!\S)[+-]\d|[<>≤≥]\d|(?:(?<=(?<!\S){_WORD})|(?<=(?<!\S){_WORD}{_WORD}))-$)[<>≤≥+-]"
)
"""A sign that means nothing where it stands; in "B+", "B-", "-1", "30+" and "<30" it does."""

_ENDINGS_OF_TITLES = ".:ঃः"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text in NFKC and without case, signs that cannot be seen, typographic apostrophes and double spaces.

    Punctuation stays: it is what is compared where a name's parts are still to be told ("Rina (Char Alo)").
    """
    folded = text.translate(_APOSTROPHES)
    if folded.isascii():
        return " ".join(folded.casefold().split())
    for _ in range(2):
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", folded).casefold())
        folded = unicodedata.normalize("NFKC", folded.translate(_SEEN))
    return " ".join(folded.split())


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what the spellings of one name have in common; "" for a name without anything to see.

    "Trust & openness" and "trust, openness", "Well-functioning" and "well functioning", "স্তর ২" and "স্তর 2" are one
    name; "B", "B+" and "B-" are three. A name without any word ("🙂", "?") is its own key.
    """
    folded = fold(name)
    signs = folded.translate(_DASHES).replace("'", "").replace("<=", "≤").replace(">=", "≥").translate(_KHANDA_TA)
    told = " ".join(signs.translate(_COUNTING).split())
    if _SIGN.search(told):
        told = _LOOSE_SIGN.sub(" ", _COMPARED.sub(r" \1", told).strip())
    key = unicodedata.normalize("NFKC", " ".join(told.split()))
    return key if any(sign.isalnum() for sign in key) else folded


def without_honorifics(name: str) -> str:
    """Return a person's name, folded, without the honorifics before and the forms of address after it.

    `Prof. Dr. Rina Akter` gives `rina akter`, `রিনা আপা` gives `রিনা`; a name of nothing else stays.
    """
    words = [part for word in fold(name).split() for part in _after_title(word)]
    while len(words) > 1 and words[0].rstrip(_ENDINGS_OF_TITLES) in _HONORIFICS:
        words = words[1:]
    while len(words) > 1 and words[-1].rstrip(_ENDINGS_OF_TITLES) in _ADDRESSES:
        words = words[:-1]
    return " ".join(words)


def person_key(name: str) -> str:
    """Return what spellings of one person's name have in common, with honorifics and without."""
    return name_key(without_honorifics(name))


def one_spelling(names: Iterable[str]) -> dict[str, str]:
    """Return name -> the most frequent of the spellings of the same name, of equals the first by the alphabet."""
    counts = Counter(names)
    usual: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        usual.setdefault(name_key(name), name)
    return {name: usual[name_key(name)] for name in counts}


class Spellings:
    """Names that are known, each in the spelling in which it came first."""

    def __init__(self, known: Iterable[str]) -> None:
        self._first: dict[str, str] = {}
        for name in known:
            self._first.setdefault(name_key(name), name)
        self._first.pop("", None)

    def of(self, name: str) -> str:
        """Return the first of the known names that is the same name, else the name as it is."""
        return self._first.get(name_key(name), name)


def _after_title(word: str) -> tuple[str, ...]:
    """Return "dr." and "rina" of "dr.rina", any other word as it is."""
    title, stop, rest = word.partition(".")
    return (title + stop, rest) if rest and title in _HONORIFICS else (word,)


class _Seen(dict[int, str | None]):
    """For `str.translate`: drops what shows nothing of its own, format characters and selectors of a style."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        unseen = unicodedata.category(sign) == "Cf" or sign == "\u034f" or 0xFE00 <= code <= 0xFE0F
        return self.setdefault(code, None if unseen else sign)


class _Counting(dict[int, str]):
    """For `str.translate`: what counts in a name, digits as 0 to 9; a space for anything else."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        counts = sign in "<>≤≥+-" or unicodedata.category(sign)[0] in "LMN"
        return self.setdefault(code, str(unicodedata.decimal(sign, sign)) if counts else " ")


_SEEN = _Seen()
_COUNTING = _Counting()


_HONORIFICS = frozenset(map(fold, HONORIFICS))
_ADDRESSES = frozenset(map(fold, ADDRESSES))

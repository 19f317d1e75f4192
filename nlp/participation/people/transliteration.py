"""Whether a name in Bengali or Devanagari script and one in Latin script are surely the same, vowels and all.

People write their names in Latin letters by ear: রিনা আক্তার is Rina Akter, Reena Aktar or Rina Akhtar. So a word in an
Indic script becomes a pattern of what is written for it. Where habits differ freely, as in aspirates and in vowels that
have no sign, the pattern is wide; where a vowel tells two people apart (রিনা, রানা, রুনা; করিম, করিমা), it is narrow.
Spellings that the patterns do not know are no proof of two people: `name_similarity` finds them, to be confirmed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_FEWEST_WORDS = 2
_INDIC = range(0x0900, 0x0A00)
_BENGALI = range(0x0980, 0x0A00)

_KA, _CHHA, _JA, _NYA, _DDA, _DDHA = 0x15, 0x1B, 0x1C, 0x1E, 0x21, 0x22
_BA, _YA, _VA, _SSA, _HA = 0x2C, 0x2F, 0x35, 0x37, 0x39
_AA, _NUKTA, _VIRAMA = 0x3E, 0x3C, 0x4D
_SOUNDS = "k k g g ng? c c j j n t t d d n t t d d n n p f b b m i r r l l l [bw] s s s h?".split()  # noqa: SIM905
_CONSONANTS = dict(enumerate(_SOUNDS, start=_KA))
"""What is written for ka to ha, by their place in the block of either script; aspirates are like the others."""

_IN_BANGLA = {_CHHA: "[cs]", _YA: "[ij]"}
_DOTTED = {_DDA: "r", _DDHA: "r", _YA: "[iw]?"}
_SECOND = {_YA: "i?", _BA: "[bw]?", _VA: "[bw]?"}
_CONJUNCTS = {(_KA, _SSA): "(?:ks?|c)", (_JA, _NYA): "(?:gi?|[gj]n)"}
_VOWELS = {
    0x05: "[ao]", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "r[iu]?", 0x0F: "(?:e|[ea]i)",
    0x10: "[aeo]i", 0x13: "[ow]", 0x14: "[ao][uw]?",
}  # fmt: skip
_VOWEL_SIGNS = {
    _AA: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "r[iu]?", 0x47: "(?:e|[ea]i)", 0x48: "[aeo]i",
    0x4B: "o", 0x4C: "[ao][uw]?",
}  # fmt: skip
_OTHERS = _VOWELS | {0x01: "n?", 0x02: "(?:ng?|m)", 0x03: ""}
_DOUBLED = re.compile(r"([a-z])\1+")
_LATIN_HABITS = (
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"c*ch+"), "ch"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"z"), "j"),
    (re.compile(r"v"), "b"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(?<=[bcdfgjklmnprst])h|h$"), ""),
    (_DOUBLED, r"\1"),
)


def is_transliteration(one: str, other: str) -> bool:
    """Whether two names, each a `name_key`, are one name in two scripts: word for word, at least two words.

    One word alone is never enough: many people share a first name.
    """
    ours, theirs = one.split(), other.split()
    if one == other or len(ours) != len(theirs) or len(ours) < _FEWEST_WORDS:
        return False
    return all(a == b or _sounds_written(a, b) or _sounds_written(b, a) for a, b in zip(ours, theirs, strict=True))


def _sounds_written(indic: str, latin: str) -> bool:
    if not any(ord(sign) in _INDIC for sign in indic) or any(ord(sign) in _INDIC for sign in latin):
        return False
    return _pattern(indic).fullmatch(_as_heard(latin)) is not None


@lru_cache(maxsize=4096)
def _as_heard(word: str) -> str:
    """Return a Latin word with one letter for each of its sounds."""
    sounds = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    for habit, sound in _LATIN_HABITS:
        sounds = habit.sub(sound, sounds)
    return sounds


@dataclass(slots=True)
class _Syllable:
    """Consonants that share a vowel sign; `vowel` is None where no sign says which one, and "" where there is none."""

    consonants: list[str]
    vowel: str | None

    @property
    def is_bare(self) -> bool:
        """Whether it is one consonant without a sign."""
        return len(self.consonants) == 1 and self.vowel is None


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """Return what `_as_heard` gives for the Latin spellings of an Indic word."""
    syllables = _syllables(unicodedata.normalize("NFC", word))
    parts = (
        "".join(each.consonants) + _vowel(each, syllables[at:], is_first=at == 1)
        for at, each in enumerate(syllables, start=1)
    )
    return re.compile(_DOUBLED.sub(r"\1", "".join(parts)))


def _syllables(signs: str) -> list[_Syllable]:
    found: list[_Syllable] = []
    joins, before = False, -1
    for sign in signs:
        place = ord(sign) & 0x7F if ord(sign) in _INDIC else -1
        if place in _CONSONANTS:
            if not joins:
                found.append(_Syllable([], None))
            _add(found[-1].consonants, place, before if joins else -1, sign, is_first=len(found) == 1)
            found[-1].vowel = None
        elif place == _NUKTA and found and before in _DOTTED:
            found[-1].consonants[-1:] = [_DOTTED[before]]
        elif place in (*_VOWEL_SIGNS, _VIRAMA) and found:
            found[-1].vowel = _VOWEL_SIGNS.get(place, "")
        elif place != _NUKTA:
            found.append(_Syllable([], _OTHERS.get(place, re.escape(sign))))
        joins = place == _VIRAMA
        before = place if place in _CONSONANTS else before
    return found


def _add(consonants: list[str], place: int, before: int, sign: str, *, is_first: bool) -> None:
    """Put what is written for a consonant after those that it is joined to; a doubled one is written once."""
    own = _CONSONANTS | (_IN_BANGLA if ord(sign) in _BENGALI else {})
    if (before, place) in _CONJUNCTS:
        consonants[-1] = _CONJUNCTS[before, place]
    elif before >= 0 and place in _SECOND:
        consonants.append(_SECOND[place])
    elif place == _HA and is_first and not consonants:
        consonants.append("h")
    elif not consonants or consonants[-1] != own[place]:
        consonants.append(own[place])


def _vowel(syllable: _Syllable, after: list[_Syllable], *, is_first: bool) -> str:
    """Return what is written for the vowel of a syllable: one without a sign may be left out inside a word.

    Before a last consonant it may also be "u" (Begum), before a last r "e" (Akter, Sarker).
    """
    closed_by = after[0].consonants[0] if len(after) == 1 and after[0].is_bare else ""
    if syllable.vowel is not None:
        return "[ae]" if syllable.vowel == "a" and closed_by == "r" else syllable.vowel
    if is_first:
        return "[ao]"
    if not after:
        return "[ao]?" if len(syllable.consonants) > 1 else ""
    return {"": "[ao]?", "r": "[aoe]"}.get(closed_by, "[aou]?")

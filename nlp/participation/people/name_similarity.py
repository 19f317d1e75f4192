"""Names that may be one name in another spelling or script: Chowdhury and Chaudhary, Anjali and অঞ্জলি."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

SAME_SOUND = 0.9
CONTAINED = 0.85
INITIALS = 0.7
ONE_WORD = 0.6
_SIMILAR_SPELLING = 0.84
_SHORTEST_WORD = 3
_SHORTEST_SKELETON = 2

_INDIC_CONSONANTS = "kkggnccjjnttddnttddnnpfbbm-rrlllbsss-"
"""Sounds of ka to ha; the blocks of Devanagari, Bengali and their kin have them in the same order from offset 0x15."""

_KA = 0x15

_INDIC_BLOCKS = range(0x0900, 0x0D80)
_BENGALI = range(0x0980, 0x0A00)
_YA, _RRA, _RHA, _VA, _NUKTA, _VIRAMA, _ANUSVARA = 0x2F, 0x21, 0x22, 0x35, 0x3C, 0x4D, 0x02
_LATIN_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|kh|c(?=[aou])"), "k"),
    (re.compile(r"c?ch+"), "c"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"z"), "j"),
    (re.compile(r"v"), "b"),
    (re.compile(r"[aeiouywh]"), ""),
)
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """Return the consonants of a word as one hears them, alike for Latin, Bengali and Devanagari script.

    Aspirates, sibilants and dentals fall together, v is b, w, y and h are dropped, so `Chowdhury`, `Chaudhary` and
    `চৌধুরী` give `cdr`. It is meant for finding candidates, not for deciding.
    """
    latin: list[str] = []
    indic: list[str] = []
    for sign in unicodedata.normalize("NFD", word):
        (indic if ord(sign) in _INDIC_BLOCKS else latin).append(sign)
    if indic:
        return _REPEATED.sub(r"\1", _indic_sounds(indic))
    sounds = "".join(sign for sign in latin if sign.isalpha()).casefold()
    for pattern, sound in _LATIN_SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return _REPEATED.sub(r"\1", sounds)


def _indic_sounds(signs: list[str]) -> str:
    sounds: list[str] = []
    for index, sign in enumerate(signs):
        offset = ord(sign) & 0x7F
        after_virama = index > 0 and ord(signs[index - 1]) & 0x7F == _VIRAMA
        has_nukta = index + 1 < len(signs) and ord(signs[index + 1]) & 0x7F == _NUKTA
        if offset == _ANUSVARA:
            sounds.append("n")
        elif offset in (_YA, _VA) and (after_virama or has_nukta):
            continue
        elif offset == _YA:
            sounds.append("j" if ord(sign) in _BENGALI else "")
        elif offset in (_RRA, _RHA) and has_nukta:
            sounds.append("r")
        elif _KA <= offset < _KA + len(_INDIC_CONSONANTS):
            sounds.append(_INDIC_CONSONANTS[offset - _KA])
    return "".join(sounds).replace("-", "")


def similarity(label: str, name: str) -> float:
    """Return how likely two bare, folded names are one person's, 0 to 1; 0 where nothing speaks for it.

    By rank: the same sounds or nearly the same letters, one name inside the other, the same last word after an initial,
    one word in common with a label of one word.
    """
    ours, theirs = label.split(), name.split()
    if not ours or not theirs:
        return 0.0
    sounds, their_sounds = [skeleton(word) for word in ours], [skeleton(word) for word in theirs]
    if sounds == their_sounds and len("".join(sounds)) >= _SHORTEST_SKELETON:
        return SAME_SOUND
    ratio = _ratio(label, name)
    if ratio >= _SIMILAR_SPELLING:
        return ratio * SAME_SOUND
    if len(ours) > 1 and _contains(sounds, their_sounds):
        return CONTAINED
    if len(theirs) > 1 and _contains(their_sounds, sounds):
        return CONTAINED
    if len(ours) > 1 and len(theirs) > 1 and sounds[-1] == their_sounds[-1] and _is_initial(ours[0], theirs[0]):
        return INITIALS
    return ONE_WORD if len(ours) == 1 and _is_one_of(label, sounds[0], theirs, their_sounds) else 0.0


def _ratio(label: str, name: str) -> float:
    matcher = SequenceMatcher(None, label, name, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _SIMILAR_SPELLING else 0.0


def _contains(inner: list[str], outer: list[str]) -> bool:
    rest = iter(outer)
    return all(len(sound) > 0 and sound in rest for sound in inner)


def _is_initial(one: str, other: str) -> bool:
    one, other = one.rstrip("."), other.rstrip(".")
    return one[:1] == other[:1] and 1 in (len(one), len(other))


def _is_one_of(label: str, sound: str, theirs: list[str], their_sounds: list[str]) -> bool:
    if label in theirs:
        return len(label) >= _SHORTEST_WORD
    return len(sound) > _SHORTEST_SKELETON and sound in their_sounds

"""Texts that are set in a font of before Unicode, told by their letters: English, romanised text and code never are."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from nlp.text.legacy_fonts.convert import LegacyFont, to_unicode
from nlp.text.segmentation.bullets import find_bullet

_FEWEST, _FEWEST_KINDS, _SHARE, _MOSTLY = 3, 2, 0.12, 0.6
_MOST_LOOKED_AT = 100_000
_INDIC = re.compile("[\u0900-\u0dff]")
_LETTER = re.compile("[A-Za-z]")
# A sign that is drawn before its consonant, and the half letters and marks that only Bijoy has inside a word.
_BIJOY_SIGNS = re.compile(r"[†‡ˆ‰][A-Za-z_`]|[A-Za-z_`][¨©ª«¯¶³µ¶Ö¤š›×Ë][A-Za-z_`¨©ª‡]?")
_BIJOY_WORDS = frozenset(["Ges", "Avgiv", "Avwg", "Zvi", "Zviv", "GKwU", "Kiv", "Kivi", "Avgv‡`i", "bvB", "wKQy"])
_PREETI_ENDS = re.compile(r"(?:sf\]|sf\}|nfO\{|ug\]\{|\\?5g\\|5\}g|lyof\]|x'G5)\.?$")
_PREETI_WORDS = frozenset(
    [";a}", "x'g]", "x'g\\", "u/]sf]", "ePsf]", "ug]{", "xfdL", "xfd|f]", "nflu", "u5{", "eGg]", "s'g}", "w]/}", "eof]",
     "u/]", "u5{g\\", "ug'{", "cfkmgf]", "/x]sf]", "x'Fbf", ";fy}", "cg';f/", "g]kfn", "g]kfnL", "sfo{qmd", ";ldlt",
     ";DaGwL", "Tof]", "klg", "clg", "tyf", "k|lt", "lhNnf", ";do", "s'/f", "dfq"]
)  # fmt: skip
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "is", "are", "was", "were", "we", "they", "not", "for", "with", "that", "this",
     "it", "on", "our", "a", "as", "at", "by", "be", "or", "from", "have", "has", "you", "i"]
)  # fmt: skip
_ENGLISH_SHAPE = re.compile(r"[A-Za-z][a-z'’-]*[aeiouy][a-z'’-]*|[A-Z]+")


@dataclass(frozen=True, slots=True)
class Restored:
    """Texts after conversion, the font they were in (None where there was nothing to do), and how many were."""

    texts: tuple[str, ...]
    font: LegacyFont | None = None
    count: int = 0


def restore(texts: Sequence[str]) -> Restored:
    """Convert those texts of a file that are certainly in Bijoy or Preeti; English ones among them stay.

    Args:
        texts: all lines, paragraphs or cells of one file: what one of them leaves open another decides. Of very many
            a part is looked at to tell the font.
    """
    told = texts if len(texts) <= _MOST_LOOKED_AT else Random(0).sample(texts, _MOST_LOOKED_AT)
    font = font_of_letters(told)
    if font is None:
        return Restored(tuple(texts))
    own = [_is_set_in(text, font) for text in texts]
    filled = sum(bool(_LETTER.search(text)) for text in texts)
    mostly = sum(own) >= _MOSTLY * filled
    chosen = [sure or (mostly and _may_be(text)) for sure, text in zip(own, texts, strict=True)]
    restored = tuple(_converted(text, font) if yes else text for yes, text in zip(chosen, texts, strict=True))
    return Restored(restored, font, sum(chosen))


def _converted(text: str, font: LegacyFont) -> str:
    """Return a text in Unicode behind the sign of its bullet, which is a sign of any font."""
    bullet = find_bullet(text)
    start = bullet.text_start if bullet is not None else 0
    return text[:start] + to_unicode(text[start:], font)


def font_of_letters(texts: Iterable[str]) -> LegacyFont | None:
    """Return the font in which part of these texts is certainly set, else None."""
    words = _counted_words(texts)
    english = sum(count for word, count in words.items() if word.lower().strip(".,;:") in _ENGLISH)
    own = max(1, words.total() - 6 * english)
    for font in (LegacyFont.BIJOY, LegacyFont.PREETI):
        signs = [count for word, count in words.items() if _speaks_for(word, font)]
        if sum(signs) >= _FEWEST and len(signs) >= _FEWEST_KINDS and sum(signs) >= _SHARE * own:
            return font
    return None


def _counted_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word with Latin letters stands in texts that are in no script of South Asia."""
    words: Counter[str] = Counter()
    for text, count in Counter(texts).items():
        if text.isascii() or not _INDIC.search(text):
            own = text.split()
            words.update(own if count == 1 else own * count)
    return Counter({word: count for word, count in words.items() if _LETTER.search(word)})


def _speaks_for(word: str, font: LegacyFont) -> bool:
    if font is LegacyFont.BIJOY:
        return word.strip(",;:|.") in _BIJOY_WORDS or _BIJOY_SIGNS.search(word) is not None
    return word.strip(",.") in _PREETI_WORDS or _PREETI_ENDS.search(word) is not None


def _is_set_in(text: str, font: LegacyFont) -> bool:
    if _INDIC.search(text):
        return False
    words = text.split()
    signs = sum(_speaks_for(word, font) for word in words)
    return signs > sum(word.lower().strip(".,;:") in _ENGLISH for word in words)


def _may_be(text: str) -> bool:
    """Whether a text may be in the font that most of its file is set in: none of its words looks like English."""
    words = [word.strip(".,;:()") for word in text.split()]
    english = any(word.lower() in _ENGLISH or _ENGLISH_SHAPE.fullmatch(word) for word in words)
    return bool(_LETTER.search(text)) and not _INDIC.search(text) and not english

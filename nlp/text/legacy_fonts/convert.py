"""From the letters of a font of before Unicode to Bangla and Nepali, by the libraries that know these fonts."""

import logging
import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache

_LONGEST_WORD = 100
_WORD = re.compile(r"\S+")


class LegacyFont(StrEnum):
    """A layout of letters that many fonts share; its value is the best known of them."""

    BIJOY = "SutonnyMJ"
    PREETI = "Preeti"
    KANTIPUR = "Kantipur"
    SAGARMATHA = "Sagarmatha"
    HIMALB = "Himalb"


_NAMES = {
    "sutonny": LegacyFont.BIJOY,
    "bijoy": LegacyFont.BIJOY,
    "preeti": LegacyFont.PREETI,
    "kantipur": LegacyFont.KANTIPUR,
    "sagarmatha": LegacyFont.SAGARMATHA,
    "himalb": LegacyFont.HIMALB,
}


def font_of_name(name: str) -> LegacyFont | None:
    """Return the layout of a font by its name, None for any other and for those that no library knows."""
    lowered = name.lower()
    return next((font for part, font in _NAMES.items() if part in lowered), None)


def to_unicode(text: str, font: LegacyFont) -> str:
    """Return text in Bangla or Devanagari, in NFC; white space stays, a word of more than 100 signs too."""
    convert = _converter(font)
    words = _WORD.sub(lambda word: convert(word[0]) if len(word[0]) <= _LONGEST_WORD else word[0], text)
    return unicodedata.normalize("NFC", words)


@cache
def _converter(font: LegacyFont) -> Callable[[str], str]:
    if font is LegacyFont.BIJOY:
        return _bijoy()
    from nepali_converter import convert

    return lambda word: str(convert(word, font.value.lower()))


def _bijoy() -> Callable[[str], str]:
    """Return the converter of legacy-font-converter, without what it does to the log of the whole program."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        from legacy_font_converter import LegacyFontConverter

        logging.getLogger("legacy_font_converter").setLevel(logging.WARNING)
        converter = LegacyFontConverter()
        converter.convert("K")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    return lambda word: str(converter.convert(word))

"""The scripts of a text: how many letters of each, and which languages write them."""

import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache

_BLOCKS = (
    (0x0041, 0x005A, "Latn"),
    (0x0061, 0x007A, "Latn"),
    (0x00C0, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0531, 0x058F, "Armn"),
    (0x0591, 0x05F4, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x0963, "Deva"),
    (0x0970, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3040, 0x30FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xA8E0, 0xA8FF, "Deva"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
)
_STARTS = [first for first, _, _ in _BLOCKS]

LANGUAGES_OF_SCRIPT: dict[str, tuple[str, ...]] = {
    "Latn": ("en", "es", "fr", "pt", "sw", "id", "de", "it", "nl", "vi", "tr", "ms", "tl", "so", "ha", "yo", "zu", "xh",
             "rw", "mg", "ca", "pl", "cs", "ro", "sv", "da", "no", "fi", "et", "lv", "lt", "hr", "bs", "sl", "sk", "hu",
             "az", "uz", "ht", "af", "sq", "eu", "gl", "ig", "lg", "ln", "om", "sn", "st", "jv", "ku", "cy", "ga",
             "is"),
    "Deva": ("ne", "hi", "mr", "sa"),
    "Beng": ("bn", "as"),
    "Arab": ("ur", "ar", "fa", "ps", "ug", "sdh"),
    "Cyrl": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt", "ba"),
    "Guru": ("pa",),
    "Gujr": ("gu",),
    "Orya": ("or",),
    "Taml": ("ta",),
    "Telu": ("te",),
    "Knda": ("kn",),
    "Mlym": ("ml",),
    "Sinh": ("si",),
    "Thai": ("th",),
    "Laoo": ("lo",),
    "Tibt": ("dz", "bo"),
    "Mymr": ("my",),
    "Khmr": ("km",),
    "Ethi": ("am",),
    "Geor": ("ka",),
    "Armn": ("hy",),
    "Grek": ("el",),
    "Hebr": ("he",),
    "Hang": ("ko",),
    "Kana": ("ja",),
    "Hani": ("zh",),
}  # fmt: skip


@cache
def script_of(sign: str) -> str | None:
    """Return the ISO 15924 code of a letter's or mark's script, None for digits, signs and scripts not listed."""
    position = bisect_right(_STARTS, ord(sign)) - 1
    if position < 0 or ord(sign) > _BLOCKS[position][1] or unicodedata.category(sign)[0] not in "LM":
        return None
    return _BLOCKS[position][2]


def count_scripts(text: str) -> Counter[str]:
    """Return how many letters and marks of each script `text` holds; vowel signs count, so scripts are on a par."""
    counts: Counter[str] = Counter()
    for sign, times in Counter(text).items():
        script = script_of(sign)
        if script is not None:
            counts[script] += times
    return counts


def scripts_by_letters(text: str) -> list[str]:
    """Return the scripts of `text`, that with most letters first; at a tie the one that fewer languages write."""
    counts = count_scripts(text)
    if counts["Kana"] and counts["Hani"]:
        counts["Kana"] += counts["Hani"]
    return sorted(+counts, key=lambda script: (-counts[script], script == "Latn", script))

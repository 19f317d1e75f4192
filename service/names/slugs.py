"""Names for addresses, in any script."""

import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import count

from nlp.names import name_key

JOINERS = "\u200c\u200d"
LONGEST = 80
_MEANINGFUL = {"+": "plus", "<": "below", ">": "above", "≤": "up-to", "≥": "from"}


@lru_cache(maxsize=4096)
def slugify(name: str) -> str:
    """Return the letters, marks and digits of `name`, lower case, in NFC, with single hyphens between; never "".

    Vowel signs, viramas and the joiners inside a word stay, so that Bangla and Nepali words stay whole:
    "Trust & openness" -> "trust-openness", "পারস্পরিক বিশ্বাস" -> "পারস্পরিক-বিশ্বাস". Signs that make another name
    (`nlp.names.name_key`) are spoken: "B+" -> "b-plus". A name without any letter ("🙂") gives "x-" and the code points
    in hexadecimal.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).lower())
    kept = "".join(sign if _belongs_to_a_word(sign) else " " for sign in text)
    words = (word.strip(JOINERS) for word in kept.split())
    slug = "-".join(word for word in words if word)
    if not any(unicodedata.category(sign)[0] in "LN" for sign in slug):
        return "-".join(["x", *(f"{ord(sign):x}" for sign in text[:8] if not sign.isspace())])
    signs = (_MEANINGFUL[sign] for sign in name_key(name) if sign in _MEANINGFUL)
    return "-".join([slug, *signs])[:LONGEST].strip("-" + JOINERS)


def unique_slug(name: str, taken: Container[str]) -> str:
    """Return `slugify(name)`, with the first number from 2 that makes it differ from all that are taken."""
    slug = slugify(name)
    return next(each for number in count(1) if (each := slug if number == 1 else f"{slug}-{number}") not in taken)


def _belongs_to_a_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN" or sign in JOINERS

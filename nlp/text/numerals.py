"""Numbers as names write them: digits of any script, Roman numerals, ordinals, words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from unicodedata import category, decimal, normalize

_ORDINALS = """
    first 1st one i primero primera premier premiere première primeiro প্রথম এক पहिलो पहिला प्रथम एक प्रथमा pertama kwanza;
    second 2nd two ii segundo segunda deuxieme deuxième দ্বিতীয় দুই दोस्रो दुई दूसरा द्वितीय kedua pili;
    third 3rd three iii tercero tercera troisieme troisième terceiro তৃতীয় তিন तेस्रो तीन तीसरा तृतीय ketiga tatu;
    fourth 4th four iv cuarto cuarta quatrieme quatrième quarto চতুর্থ চার चौथो चार चौथा चतुर्थ keempat nne;
    fifth 5th five v quinto quinta cinquieme cinquième পঞ্চম পাঁচ पाँचौं पाँच पाँचवाँ पञ्चम kelima tano;
    sixth 6th six vi sexto sexta ষষ্ঠ ছয় छैटौं छ छठा षष्ठ; seventh 7th seven vii সপ্তম সাত सातौं सात;
    eighth 8th eight viii অষ্টম আট आठौं आठ; ninth 9th nine ix নবম নয় नवौं नौ; tenth 10th ten x দশম দশ दशौं दश
"""
_NUMBER_OF = {
    normalize("NFC", word): number for number, words in enumerate(_ORDINALS.split(";"), 1) for word in words.split()
}
ORDINAL_ENDINGS = frozenset(normalize("NFC", "st nd rd th ম য় র্থ ষ্ঠ औं औँ").split())
"""What follows the digits of an ordinal number: 1st, ২য়."""

_ORDINAL = re.compile(rf"(\d+)(?:{'|'.join(sorted(ORDINAL_ENDINGS))})?")


def folded(text: str) -> str:
    """Return a text in NFC and lower case, digits of every script as 0 to 9, without joiners and marks of direction."""
    return text.casefold() if text.isascii() else normalize("NFC", text).casefold().translate(_FOLDED)


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the runs of digits ("N") and of letters, marks and other numerals ("L") of a folded text in their order."""
    for kind, signs in groupby(text, _kind):
        if kind:
            yield "".join(signs), kind


def _kind(sign: str) -> str:
    own = category(sign)
    return "N" if own == "Nd" else "L" if own[0] in "LMN" else ""


class _Folded(dict[int, str | None]):
    """For `str.translate`: digits as 0 to 9, without format characters."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        own = category(sign)
        return self.setdefault(code, None if own == "Cf" else str(decimal(sign)) if own == "Nd" else sign)


_FOLDED = _Folded()


@lru_cache(maxsize=4096)
def number_of(word: str) -> int | None:
    """Return the number that a word is: 3, ৩, ३, III, third, 3rd, তৃতীয়, तेस्रो; None where it is none."""
    plain = folded(word)
    digits = _ORDINAL.fullmatch(plain)
    return int(digits[1]) if digits else _NUMBER_OF.get(plain)

"""Words that count or compare people: these come from the statistics alone, so an answer may not bring them."""

import re
from functools import cache
from unicodedata import normalize

from nlp.names import fold
from nlp.text.phrases import phrases
from service.presentation.masking.spellings import INDIC_END, LETTER, MARK

_WORDS: dict[str, str] = {
    "en": """most|mostly|majority|minority|fewer|fewest|everyone|everybody|nobody|no one|half|percent|per cent|twice
        worst|compared|than|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
        dozen|dozens|hundred|hundreds|thousand|thousands|million""",
    "bn": """অধিকাংশ|বেশিরভাগ|বেশির ভাগ|সবাই|সকলেই|কেউই|অর্ধেক|শতাংশ|শতকরা|তুলনায়|তুলনামূলক|চেয়ে|চাইতে|সেরা|সবচেয়ে
        একজন|দুই|দুজন|দুইজন|তিন|তিনজন|চার|চারজন|পাঁচ|পাঁচজন|ছয়|সাত|আট|নয়জন|দশ|দশজন|শত|হাজার|লাখ""",
    "ne": """अधिकांश|धेरैजसो|बहुमत|सबैजना|सबैले|कसैले|आधा|प्रतिशत|तुलनामा|भन्दा|उत्कृष्ट|सबैभन्दा
        एकजना|दुई|दुईजना|तीन|तीनजना|चार|चारजना|पाँच|पाँचजना|छजना|सात|आठ|नौजना|दश|दशजना|सय|हजार|लाख""",
}
_RATHER_THAN = re.compile(r"\brather than\b")
_SIGNS = re.compile(r"[%٪‰<>=]")


def comparing(text: str) -> frozenset[str]:
    """Return what a text says that counts or compares, folded: words of three languages, and signs.

    "rather than" says what people mean, and counts nothing.
    """
    said = _RATHER_THAN.sub(" ", normalize("NFC", fold(text)))
    return frozenset({*(each.group("word") for each in _pattern().finditer(said)), *_SIGNS.findall(text)})


@cache
def _pattern() -> re.Pattern[str]:
    """Match the words, longest first; those of Bangla and Nepali may have endings."""
    latin, indic = (
        "|".join(
            re.escape(fold(each)) for code in codes for each in sorted(phrases(_WORDS[code]), key=len, reverse=True)
        )
        for codes in (("en",), ("bn", "ne"))
    )
    return re.compile(rf"(?<!{LETTER})(?<!{MARK})(?P<word>(?:{latin})(?!{LETTER})|(?:{indic}){INDIC_END})")

"""People of whom there is no roster: a name beside a title or a word of kinship (Rahim bhai, Dr Rahman, राम दाइ)."""

import re
from unicodedata import normalize

from nlp.names import fold
from service.presentation.masking.common_words import ordinary_words
from service.presentation.masking.name_words import is_role

HIDDEN = "…"

_LATIN_NAME = r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'’-]+"
_LATIN_TITLES = "mr|mrs|ms|mx|dr|doctor|prof|professor|sr|sra|srta|mme|mlle|sir|madam|madame|shri|shree|smt|janab|doña"
_LATIN_TITLE = re.compile(
    rf"(?<![^\W\d_])(?!DR\b)(?i:{_LATIN_TITLES})\.?\s+(?P<name>{_LATIN_NAME}(?:\s+{_LATIN_NAME}){{0,2}})"
)
_LATIN_CALLED = re.compile(
    rf"(?<![^\W\d_])(?P<name>{_LATIN_NAME}(?:\s+{_LATIN_NAME})?)[\s-]+"
    r"(?i:bhai|bhaiya|vai|vaiya|apa|aapa|apu|didi|dada|dai|daju|bahini|bhauju|ji|jee|jyu|saheb|sahib|sir|madam|ma'am|miss)"
    r"(?=(?:er|ke|r|le|lai|ko|ka|ra|s|['’]s)?(?![A-Za-z\u00c0-\u024f]))"
)
_LATIN_SMALL = re.compile(
    r"(?<![^\W\d_])(?P<name>[a-z]{3,})\s+(?:bhai|bhaiya|vai|vaiya|apu|didi|daju|bahini)(?=(?:er|ke|r|le|lai|ko|ra)?(?![a-z]))"
)
_INDIC = r"[\u0900-\u0963\u0971-\u09e3\u09fe\u200c\u200d]"
_INDIC_CALLED = re.compile(
    normalize(
        "NFC",
        rf"(?<!{_INDIC})(?P<name>{_INDIC}{{2,}})[\s-]+(?:ভাইয়া|ভাই|আপা|আপু|দিদি|দাদা|স্যার|ম্যাডাম|ম্যাম|সাহেব"
        r"|दाइ|दाई|दाजु|दाज्यू|भाइ|भाई|दिदी|बहिनी|भाउजू|सर|म्याडम|म्याम|साहेब)"
        rf"(?=(?:য়ের|য়ের|ের|এর|র|কে|রা|দের|ले|लाई|को|का|की|हरू|सँग|ज्यू|जी){{0,2}}(?!{_INDIC}))",
    )
)
_INDIC_TITLE = re.compile(
    rf"(?<!{_INDIC})(?:জনাবা?|ডাঃ|ডঃ|ডা|ড|ডক্টর|মিস্টার|মিসেস|শ্রীমতী|শ্রী|श्रीमती|श्री|सुश्री|डाः|डॉ|डा|प्रा|प्रो)\.?\s+"
    rf"(?P<name>{_INDIC}{{2,}})"
)
_ENDING = re.compile(r"(?:(?<=.{2})(?:দের|ের|কে|हरूले|हरू|लाई|ले|को|सँग|जी|ज्यू))$")
_OBLIQUE = re.compile(r"(?:ের|দের|কে|को|ले|लाई|हरू|हरु)$")


def without_strangers(text: str) -> str:
    """Return a text in which names beside titles and words of kinship are "…"; those words and endings stay."""
    for pattern in (_LATIN_TITLE, _LATIN_CALLED, _LATIN_SMALL):
        text = pattern.sub(_hide_latin, text)
    text = _INDIC_CALLED.sub(lambda found: _hide(found, found["name"], oblique=False), text)
    return _INDIC_TITLE.sub(lambda found: _hide(found, found["name"], oblique=True), text)


def _hide_latin(found: re.Match[str]) -> str:
    """Hide the words of a name that are no words of every day."""
    words = found["name"].split()
    names = [word for word in words if not _is_ordinary(word)]
    kept = found.group()
    for word in names:
        kept = re.sub(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", HIDDEN, kept, count=1)
    return re.sub(rf"{HIDDEN}(?:\s+{HIDDEN})+", HIDDEN, kept)


def _hide(found: re.Match[str], name: str, *, oblique: bool) -> str:
    ending = _ENDING.search(name) if oblique else None
    bare = name[: ending.start()] if ending else name
    if _is_ordinary(bare) or (not oblique and _OBLIQUE.search(name)):
        return found.group()
    at = found.start("name") - found.start()
    return found.group()[:at] + HIDDEN + found.group()[at + len(bare) :]


def _is_ordinary(word: str) -> bool:
    folded = fold(word)
    return folded in ordinary_words() or is_role(folded)

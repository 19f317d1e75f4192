"""Words and characters in any script: combining marks belong to their word, which the usual `w+` breaks."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path

_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_MARKS_LIE_IN = (range(0x300, 0x3400), range(0xA000, 0xAC00), range(0xFB00, 0x17000), range(0x1B170, 0x1FFFF))
"""Between them are Chinese characters, Korean syllables, private signs and Tangut: letters for good."""


def _mark_ranges() -> str:
    """Return every combining mark as ranges of a character class; selectors that only style emoji are left out."""
    ranges: list[list[int]] = []
    for codes in _MARKS_LIE_IN:
        for code, category in zip(codes, map(unicodedata.category, map(chr, codes)), strict=True):
            if category[0] != "M" or code in _VARIATION_SELECTORS:
                continue
            if ranges and code == ranges[-1][1] + 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


MARKS = _mark_ranges()
"""Every combining mark, as ranges for a character class of `re`."""

_LETTER = r"[^\W_]"
_LETTERS = rf"{_LETTER}(?:{_LETTER}|[{MARKS}])*"
_JOIN = r"[\u200c\u200d]"
_INNER = rf"(?:{_JOIN}+|['’\-\u2010\u2011]){_JOIN}*"

TOKEN_PATTERN = rf"{_LETTERS}(?:{_INNER}(?:{_LETTER}|[{MARKS}])+)*{_JOIN}*"
"""A word in any script, for `re` and for the `token_pattern` of scikit-learn's vectorisers: letters, marks and digits,
with joiners (ZWJ, ZWNJ), apostrophes and hyphens inside. It has no group. Give it NFC text."""

_WORD = re.compile(TOKEN_PATTERN)
_NO_JOINERS = {0x200C: None, 0x200D: None}
_CHARACTERS = re.compile(rf"(?:{_LETTER}|[{MARKS}])+")

_ROMANISED_STOP_WORDS = {
    "bn-Latn": """
    ami amra amader amar tumi apni apnar apnara tara tader tar se shey eta ota ei oi sei jeta je ja ki keno
    kivabe kokhon kothay kothai ar ebong o kintu tobe jodi tahole tai na nai nei noy hoy hoye hobe hoise hoyeche
    hocche hochhe chilo chhilo ache ase asche kore kori koren kora korte korchi korche korlam korbo jonno jonne
    theke diye dia niye nia sathe shathe moddhe majhe khub onek ekta ekti ekjon shob sob sobai shobai kichu kisu
    kono aro ektu te er ke re ra ta ti gulo to ba othoba jate jemon emon eto shudhu sudhu abar ekhon akhon
    tokhon age pore por
    """,
    "ne-Latn": """
    ma hami hamro hamilai mero malai timi tapai tapaiko tapain uniharu uni usko u yo tyo yi ti yesto tyasto jun
    je jo ke kina kasari kahile kaha ra tara tarw athawa wa yadi bhane pani ni nai hoina haina ho hun chha cha
    chhan chhaina chaina chu chhu chhau thiyo thie thiye bhayo bhaye vayo vayeko bhayeko hune huncha hunchha
    garne garna gareko garyo garera garcha garchha garchhau garnu gari lai le ko ka ki bata sanga sangai sita
    lagi bhitra madhye dherai ali sabai sab kehi kunai eka euta ek jana haru dekhi samma pachi pachhi aghi matra
    chahi chahin ahile aba
    """,
}
_SPACY_LISTS = frozenset({"en", "bn", "ne", "hi", "es", "fr", "pt", "ar", "ur"})


def words(text: str) -> list[str]:
    """Return the words of `text` in NFC, in their order, in the case they are written in.

    "আমরা follow-up করি।" gives `["আমরা", "follow-up", "করি"]`.
    """
    return _WORD.findall(unicodedata.normalize("NFC", text))


def wording(text: str) -> str:
    """Return the words of `text` without case and punctuation; a text without words in NFC, as it is."""
    return " ".join(words(text)).casefold() or unicodedata.normalize("NFC", text)


def content_words(text: str, language: str) -> list[str]:
    """Return the words of `text` that may speak of its subject, in lower case.

    Stop words of its language, with joiners (ZWJ, ZWNJ) or without, numbers and single letters are left out.
    """
    return [word for word in map(str.casefold, words(text)) if _is_content(word, language)]


@lru_cache(maxsize=1 << 16)
def _is_content(word: str, language: str) -> bool:
    bare = without_joiners(word)
    return bare not in stop_words(language) and len(bare) > 1 and not bare.isdigit()


def without_joiners(word: str) -> str:
    """Return a word without ZWJ and ZWNJ, which style its letters and are typed or left out at will."""
    return word.translate(_NO_JOINERS)


def count_characters(text: str) -> int:
    """Return the number of letters, combining marks and digits of `text` in NFC: the fair length across scripts."""
    return sum(map(len, _CHARACTERS.findall(unicodedata.normalize("NFC", text))))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return words that say nothing about the subject, in NFC and lower case; empty for a language without a list.

    English, Bangla, Nepali, Hindi, Spanish, French, Portuguese, Arabic and Urdu are spaCy's; romanised Bangla and
    Nepali ("bn-Latn", "ne-Latn") are our own.
    """
    if language in _ROMANISED_STOP_WORDS:
        return frozenset(_ROMANISED_STOP_WORDS[language].split())
    if language not in _SPACY_LISTS:
        return frozenset()
    return frozenset(unicodedata.normalize("NFC", word.lower()) for word in _spacy_list(language))


def _spacy_list(language: str) -> Collection[str]:
    """Return spaCy's stop words by running that one file of it: importing spaCy costs a second and 200 MB."""
    package = find_spec("spacy")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("spaCy is not installed", name="spacy")
    file = Path(package.submodule_search_locations[0], "lang", language, "stop_words.py")
    listed: Collection[str] = run_path(str(file))["STOP_WORDS"]
    return listed

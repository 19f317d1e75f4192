"""The language of a text.

Its script tells first, then py3langid among the programme's languages; our own classifier knows Bangla, Nepali and
Hindi in Latin letters.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from nlp.text.batches.langid import BatchedIdentifier
from nlp.text.romanised import identify_romanised
from nlp.text.scripts import LANGUAGES_OF_SCRIPT, script_of, scripts_by_letters
from nlp.text.words import words

UNKNOWN = "und"
DEFAULT_LANGUAGES = ("en", "bn", "ne", "hi", "ur", "es", "fr", "pt", "sw", "ar")
_FEWEST_WORDS = 3
_AT_ONCE = 1_024
_LATIN = re.compile("[A-Za-z]")
_LIKELIEST = {"Deva": 2, "Arab": 2}


class _Identifier(Protocol):
    @property
    def labels(self) -> list[str]: ...

    def set_languages(self, langs: list[str] | None = None) -> None: ...


def identify_language(text: str, languages: Collection[str] | None = None) -> str:
    """Return the language of one text; see `identify_languages`."""
    return identify_languages([text], languages)[0]


def identify_languages(texts: Sequence[str], languages: Collection[str] | None = None) -> list[str]:
    """Return the BCP 47 language of every text.

    The script with most letters decides; where several languages write it, py3langid chooses among those of the
    programme. Bangla, Nepali and Hindi in Latin letters are "bn-Latn", "ne-Latn", "hi-Latn". One or two words of a
    script that does not tell are "und".

    Args:
        texts: in any normal form.
        languages: those of the programme; None for English, Bangla, Nepali, Hindi, Urdu, Spanish, French, Portuguese,
            Swahili and Arabic. A language of the list may be "bn-Latn" too; "bn" includes it.
    """
    wanted = frozenset(DEFAULT_LANGUAGES if languages is None else languages)
    distinct = list(dict.fromkeys(texts))
    known: dict[str, str] = {}
    for start in range(0, len(distinct), _AT_ONCE):
        some = distinct[start : start + _AT_ONCE]
        known |= zip(some, _identify(some, wanted), strict=True)
    return [known[text] for text in texts]


def _identify(texts: Sequence[str], wanted: frozenset[str]) -> list[str]:
    told = [_told_by_script(unicodedata.normalize("NFC", text), wanted) for text in texts]
    languages = [each if isinstance(each, str) else "" for each in told]
    for at, language in _romanised(told, wanted).items():
        languages[at] = language
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        if not isinstance(each, str) and not languages[at]:
            waiting[_candidates(each.script, wanted)].append(at)
    for candidates, places in waiting.items():
        found = _classify([" ".join(_words_of(told[at])) for at in places], candidates)
        for at, language in zip(places, found, strict=True):
            languages[at] = language
    return languages


def identify_romanised_languages(texts: Sequence[str], languages: Collection[str] | None = None) -> list[str | None]:
    """Return the language of texts in Bangla, Nepali or Hindi in Latin letters, None for all others.

    What `identify_languages` says of these; the others' languages are not asked for, and what tells them is not loaded.
    """
    wanted = frozenset(DEFAULT_LANGUAGES if languages is None else languages)
    distinct = list(dict.fromkeys(texts))
    known: dict[str, str] = {}
    for start in range(0, len(distinct), _AT_ONCE):
        some = distinct[start : start + _AT_ONCE]
        told = [_told_by_script(unicodedata.normalize("NFC", text), wanted) for text in some]
        known |= {some[at]: language for at, language in _romanised(told, wanted).items()}
    return [known.get(text) for text in texts]


def _romanised(told: "Sequence[str | _Open]", wanted: frozenset[str]) -> dict[int, str]:
    """Return place -> language of what is in Latin letters and not in a language that is written in them."""
    latin = [at for at, each in enumerate(told) if not isinstance(each, str) and each.script == "Latn"]
    found = identify_romanised([_words_of(told[at]) for at in latin], wanted)
    return {at: language for at, language in zip(latin, found, strict=True) if language}


@dataclass(frozen=True, slots=True)
class _Open:
    """A text of which only its script is told yet: its words in that script."""

    script: str
    words: list[str]


def _words_of(told: str | _Open) -> list[str]:
    return told.words if isinstance(told, _Open) else []


def _told_by_script(text: str, wanted: frozenset[str]) -> str | _Open:
    """The first script, from that with most letters on, that tells: "আমরা feedback session করি" is Bangla."""
    for script in _scripts(text):
        candidates = _candidates(script, wanted)
        if len(candidates) == 1 and script != "Latn":
            return candidates[0]
        own = [word for word in words(text) if script_of(word[0]) == script]
        if len(own) >= _FEWEST_WORDS:
            return _Open(script, own)
    return UNKNOWN


def _scripts(text: str) -> list[str]:
    if text.isascii():
        return ["Latn"] if _LATIN.search(text) else []
    return scripts_by_letters(text)


@lru_cache(maxsize=256)
def _candidates(script: str, wanted: frozenset[str]) -> tuple[str, ...]:
    """Return the programme's languages that are written in `script`, or else the likeliest ones."""
    written = LANGUAGES_OF_SCRIPT[script]
    return tuple(language for language in written if language in wanted) or written[: _LIKELIEST.get(script, 1)]


def _classify(texts: Sequence[str], candidates: tuple[str, ...]) -> list[str]:
    return [candidates[0]] * len(texts) if len(candidates) == 1 else _identifier(candidates).classify(texts)


@cache
def _identifier(candidates: tuple[str, ...]) -> BatchedIdentifier:
    """Return py3langid restricted to `candidates`: a copy of its own, since the restriction is its state."""
    identifier = copy(_whole_identifier())
    identifier.set_languages([language for language in candidates if language in identifier.labels])
    return BatchedIdentifier(identifier)


def load_languages() -> None:
    """Load what tells languages, which takes 100 MB for a moment and half of that for good."""
    _whole_identifier()


@cache
def _whole_identifier() -> _Identifier:
    """Return py3langid for all languages that can be candidates; it knows as many others, in 20 MB of memory."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = {language for written in LANGUAGES_OF_SCRIPT.values() for language in written}
    whole.set_languages(sorted(known.intersection(whole.labels)))
    identifier: _Identifier = LanguageIdentifier(
        whole.nb_ptc, whole.nb_pc, whole.nb_classes, whole.tk_nextmove, whole.tk_output, tk_row=whole.tk_row
    )
    return identifier

"""The language of a text.

Its script tells first, then py3langid among the programme's languages; our own classifier knows Bangla, Nepali and
Hindi in Latin letters.
"""

import unicodedata
from collections.abc import Collection, Sequence
from copy import copy
from functools import cache
from typing import Protocol

from nlp.text.romanised import identify_romanised
from nlp.text.scripts import LANGUAGES_OF_SCRIPT, script_of, scripts_by_letters
from nlp.text.words import words

UNKNOWN = "und"
DEFAULT_LANGUAGES = ("en", "bn", "ne", "hi", "ur", "es", "fr", "pt", "sw", "ar")
_FEWEST_WORDS = 3
_LIKELIEST = {"Deva": 2, "Arab": 2}


class _Identifier(Protocol):
    @property
    def labels(self) -> list[str]: ...

    def set_languages(self, langs: list[str] | None = None) -> None: ...

    def classify(self, text: str) -> tuple[str, float]: ...


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
    known: dict[str, str] = {}
    for text in texts:
        if text not in known:
            known[text] = _identify(unicodedata.normalize("NFC", text), wanted)
    return [known[text] for text in texts]


def _identify(text: str, wanted: frozenset[str]) -> str:
    """The first script, from that with most letters on, that tells: "আমরা feedback session করি" is Bangla."""
    found = (_identify_script(text, script, wanted) for script in scripts_by_letters(text))
    return next((language for language in found if language != UNKNOWN), UNKNOWN)


def _identify_script(text: str, script: str, wanted: frozenset[str]) -> str:
    own = [word for word in words(text) if script_of(word[0]) == script]
    candidates = _candidates(script, wanted)
    if len(candidates) == 1 and script != "Latn":
        return candidates[0]
    if len(own) < _FEWEST_WORDS:
        return UNKNOWN
    romanised = identify_romanised(own, wanted) if script == "Latn" else None
    return romanised or _classify(own, candidates)


def _candidates(script: str, wanted: frozenset[str]) -> tuple[str, ...]:
    """Return the programme's languages that are written in `script`, or else the likeliest ones."""
    written = LANGUAGES_OF_SCRIPT[script]
    return tuple(language for language in written if language in wanted) or written[: _LIKELIEST.get(script, 1)]


def _classify(own: list[str], candidates: tuple[str, ...]) -> str:
    return candidates[0] if len(candidates) == 1 else _identifier(candidates).classify(" ".join(own))[0]


@cache
def _identifier(candidates: tuple[str, ...]) -> _Identifier:
    """Return py3langid restricted to `candidates`: a copy of its own, since the restriction is its state."""
    identifier = copy(_whole_identifier())
    identifier.set_languages([language for language in candidates if language in identifier.labels])
    return identifier


@cache
def _whole_identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    return identifier

"""Names and languages of units: ids that stay, and a declared language weighed against what the text shows."""

from collections.abc import Collection, Sequence
from functools import cache
from hashlib import blake2b

from nlp.text.language import identify_languages, identify_romanised_languages
from nlp.text.scripts import LANGUAGES_OF_SCRIPT, scripts_by_letters


def stable_id(*parts: str | int) -> str:
    """Return 16 hexadecimal digits that are the same for the same parts."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def settle_languages(
    texts: Sequence[str], declared: Sequence[str | None], languages: Collection[str] | None
) -> list[str]:
    """Return the language of every text: the declared one where its script allows it, else the one that is told.

    A team that writes "Language: Nepali" above its notes still has English and romanised notes among them.
    """
    fitting = [each is not None and _fits(text, each) for text, each in zip(texts, declared, strict=True)]
    told = iter(identify_languages([text for text, fits in zip(texts, fitting, strict=True) if not fits], languages))
    in_latin_letters = iter(
        identify_romanised_languages([text for text, fits in zip(texts, fitting, strict=True) if fits], languages)
    )
    return [
        _settle(each, next(in_latin_letters)) if each is not None and fits else next(told)
        for each, fits in zip(declared, fitting, strict=True)
    ]


def _settle(declared: str, romanised: str | None) -> str:
    return romanised if romanised and not declared.endswith("-Latn") else declared


def _fits(text: str, declared: str) -> bool:
    return next(iter(scripts_by_letters(text)), None) == _script(declared)


@cache
def _script(language: str) -> str:
    base, _, script = language.partition("-")
    written = (code for code, known in LANGUAGES_OF_SCRIPT.items() if base in known)
    return script if len(script) == 4 else next(written, "")

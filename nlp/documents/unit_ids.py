"""Names and languages of units: ids that stay, and a declared language weighed against what the text shows."""

from collections.abc import Collection, Sequence
from functools import cache
from hashlib import blake2b

from nlp.text.language import identify_languages
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
    told = identify_languages(texts, languages)
    return [_settle(*each) for each in zip(texts, told, declared, strict=True)]


def _settle(text: str, told: str, declared: str | None) -> str:
    if declared is None or (told.endswith("-Latn") and not declared.endswith("-Latn")):
        return told
    script = next(iter(scripts_by_letters(text)), None)
    return declared if script == _script(declared) else told


@cache
def _script(language: str) -> str:
    base, _, script = language.partition("-")
    written = (code for code, known in LANGUAGES_OF_SCRIPT.items() if base in known)
    return script if len(script) == 4 else next(written, "")

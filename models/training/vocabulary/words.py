"""The word lists that explain vectors: frequent whole words as people spell them, each with a token of its own."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from . import tokens

LEAST_LETTERS = {"zh": 1}
SCRIPTS = {
    "bn": "BENGALI", "ne": "DEVANAGARI", "hi": "DEVANAGARI", "mr": "DEVANAGARI", "ta": "TAMIL", "te": "TELUGU",
    "si": "SINHALA",
    "my": "MYANMAR", "am": "ETHIOPIC", "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "ru": "CYRILLIC", "zh": "CJK",
}  # fmt: skip


def written_words(text: str) -> Iterator[str]:
    """The words of a text as they are spelled: runs of letters and combining marks (ZWJ and ZWNJ inside kept)."""
    word = ""
    for character in unicodedata.normalize("NFC", text) + " ":
        if unicodedata.category(character)[0] in "LM" or (word and character in "\u200c\u200d"):
            word += character
        elif word:
            yield word.rstrip("\u200c\u200d")
            word = ""


def frequent_words(tokenizer: Tokenizer, language: str, texts: Iterable[str], limit: int, least: int = 4) -> list[str]:
    """At most `limit` lower-case words in the language's own script that are a token each, one spelling for each."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word.lower() for word in written_words(text))
    chosen: dict[str, str] = {}
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count < least or len(chosen) == limit:
            break
        folded = tokens.words(tokenizer, word)
        if len(folded) == 1 and tokenizer.token_to_id(folded[0]) and _is_own(word, language):
            chosen.setdefault(folded[0], word)
    return list(chosen.values())


def _is_own(word: str, language: str) -> bool:
    if len(word) < LEAST_LETTERS.get(language, 3):
        return False
    script = SCRIPTS.get(language, "LATIN")
    return all(
        unicodedata.name(letter, "").startswith(script) for letter in word if unicodedata.category(letter)[0] == "L"
    )


def save_words(path: Path, words: Mapping[str, Sequence[str]]) -> None:
    """Writes `language TAB word` lines, most frequent first."""
    lines = (f"{language}\t{word}\n" for language in sorted(words) for word in words[language])
    path.write_text("".join(lines), encoding="utf-8")

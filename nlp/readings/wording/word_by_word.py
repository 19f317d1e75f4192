"""Words of a note in another language, one by one: for somebody who cannot read it at all, and marked as what it is."""

from nlp.embedding.vocabulary import Vocabulary
from nlp.readings.wording.gloss import gloss_words
from nlp.text.words import words


def word_by_word(text: str, language: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Return the words of a text as they are written, each with the nearest word of a language.

    "" stands where no word is near enough (`GLOSS_LIKENESS`) or known, and where it is the word itself.

    Args:
        text: of a note.
        language: of the reader, one of the vocabulary's.
        vocabulary: frequent words with their vectors.
    """
    written = [(each, _single_word(each)) for each in text.split()]
    near = gloss_words([word for _, word in written if word], language, vocabulary)
    return tuple((each, _other(near.get(word, ""), word)) for each, word in written)


def _single_word(written: str) -> str:
    """Return the one word between two spaces, "" where there is none or more than one."""
    inside = words(written)
    return inside[0] if len(inside) == 1 and any(sign.isalpha() for sign in inside[0]) else ""


def _other(near: str, word: str) -> str:
    return "" if near.casefold() == word.casefold() else near

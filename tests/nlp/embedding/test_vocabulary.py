"""The words that explain a vector."""

import numpy as np
import pytest

from nlp.embedding import load_embedder
from nlp.embedding.vocabulary import Vocabulary, bundled_vocabulary, read_words
from nlp.errors import EmbeddingError


@pytest.fixture(scope="module")
def bundled():
    """The words of the delivered model."""
    return Vocabulary.load(load_embedder())


def test_a_word_is_nearest_to_itself(toy_folder):
    """The vector of a listed word leads back to it, in its own spelling."""
    embedder = load_embedder(toy_folder)
    vocabulary = Vocabulary.load(embedder, toy_folder)
    nearest = vocabulary.nearest_words(embedder.encode(["विश्वास"])[0] * 3)
    assert (nearest[0].word, nearest[0].language) == ("विश्वास", "ne")
    assert nearest[0].similarity == pytest.approx(1, abs=1e-5)
    assert len(nearest) == 5


def test_only_one_language_can_be_asked_for(toy_folder):
    """Words of other languages stay away; a language without a list answers nothing."""
    embedder = load_embedder(toy_folder)
    vocabulary = Vocabulary.load(embedder, toy_folder)
    vector = embedder.encode(["trust"])[0]
    assert {word.word for word in vocabulary.nearest_words(vector, "ne")} == {"विश्वास", "पैसा"}
    assert vocabulary.nearest_words(vector, "xx") == []
    assert len(vocabulary.nearest_words(vector, k=1)) == 1


@pytest.mark.parametrize("vector", [np.zeros(8, dtype=np.float32), np.ones(3, dtype=np.float32)])
def test_a_vector_without_direction_is_refused(toy_folder, vector):
    """Zeros and a vector of another width raise ValueError."""
    vocabulary = Vocabulary.load(load_embedder(toy_folder), toy_folder)
    with pytest.raises(ValueError, match="a vector of 8 numbers"):
        vocabulary.nearest_words(vector)


@pytest.mark.parametrize("text", ["en\n", "en\t\n", "\tword\n"])
def test_a_broken_list_names_its_line(tmp_path, text):
    """The error says which line is wrong."""
    (tmp_path / "words.tsv").write_text("en\ttrust\n" + text)
    with pytest.raises(EmbeddingError, match="line 2"):
        read_words(tmp_path / "words.tsv")


def test_the_bundled_words_are_read_once():
    """The second question reads and encodes nothing again; the vectors are the bundled model's."""
    assert bundled_vocabulary() is bundled_vocabulary()
    assert bundled_vocabulary().embedder is load_embedder()


def test_a_missing_list_is_named(tmp_path):
    """The error names the file."""
    with pytest.raises(EmbeddingError, match=r"words\.tsv"):
        read_words(tmp_path / "words.tsv")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("money", "bn", "টাকা"),
        ("বিশ্বাস", "ne", "विश्वास"),
        ("विश्वास", "en", "trust"),
        ("dinero", "en", "money"),
        ("ঝুঁকি", "en", "risk"),
    ],
)
def test_the_delivered_words_cross_languages(bundled, text, language, expected):
    """A word finds its translation among the five nearest words of another language."""
    vector = bundled.embedder.encode([text])[0]
    assert expected in {word.word for word in bundled.nearest_words(vector, language)}


def test_the_delivered_lists_hold_whole_words(bundled):
    """Every first language has a thousand words or more, none with a lone combining mark at its beginning."""
    import unicodedata

    for language in ("en", "bn", "ne", "hi", "ur", "es", "fr", "pt", "sw", "ar"):
        assert len(bundled.words[language]) >= 1000, language
        assert not any(unicodedata.category(word[0]).startswith("M") for word in bundled.words[language])

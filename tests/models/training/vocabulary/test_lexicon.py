"""Word alignment."""

import numpy as np
import pytest

from models.training.data.sources import Pair
from models.training.vocabulary.lexicon import Lexicon, align, load_lexicon, save_lexicon, select_pairs

ENGLISH = ["the house", "the book", "a book", "the green house"]
GERMAN = ["das haus", "das buch", "ein buch", "das gruene haus"]


def split(texts: list[str]) -> list[list[str]]:
    """Words at spaces."""
    return [text.split() for text in texts]


def translations(lexicon: Lexicon, word: str) -> dict[str, float]:
    """The translations of an English word with their probabilities."""
    index = lexicon.english.index(word)
    span = slice(lexicon.starts[index], lexicon.starts[index + 1])
    return dict(zip(lexicon.words[span], lexicon.probabilities[span].tolist(), strict=True))


def test_words_that_meet_again_and_again_translate_each_other():
    """The textbook example of IBM Model 1 comes out: house/haus, book/buch, a/ein."""
    lexicon = align(split(ENGLISH), split(GERMAN))
    best = {
        word: max(translations(lexicon, word), key=translations(lexicon, word).__getitem__) for word in lexicon.english
    }
    assert best["house"] == "haus"
    assert best["book"] == "buch"
    assert best["a"] == "ein"


def test_the_probabilities_of_a_word_sum_to_one():
    """Also after the weak candidates are gone; and the likeliest comes first."""
    lexicon = align(split(ENGLISH * 3), split(GERMAN * 3))
    sums = np.add.reduceat(lexicon.probabilities, lexicon.starts[:-1])
    np.testing.assert_allclose(sums, 1, atol=1e-5)
    assert next(iter(translations(lexicon, "house"))) == "haus"


def test_a_plain_second_calculation_agrees():
    """Three rounds of EM with dictionaries, written out naively, rank the same translations."""
    pairs = list(zip(split(ENGLISH), split(GERMAN), strict=True))
    probability = {(e, f): 1.0 for es, fs in pairs for e in es for f in fs}
    for _ in range(5):
        count: dict[tuple[str, str], float] = {}
        for es, fs in pairs:
            for f in fs:
                total = sum(probability[e, f] for e in es)
                for e in es:
                    count[e, f] = count.get((e, f), 0) + probability[e, f] / total
        totals = {e: sum(value for (other, _), value in count.items() if other == e) for e, _ in count}
        probability = {(e, f): value / totals[e] for (e, f), value in count.items()}
    found = translations(align(split(ENGLISH), split(GERMAN)), "house")
    expected = {f: probability["house", f] for f in found}
    assert found == pytest.approx({f: value / sum(expected.values()) for f, value in expected.items()}, abs=1e-4)


def test_nothing_to_align_gives_an_empty_lexicon(tmp_path):
    """No pairs, and only empty ones, are an empty lexicon that can be kept and read again."""
    for pairs in ([], [[]]):
        lexicon = align(pairs, pairs)
        save_lexicon(tmp_path / "empty.npz", lexicon)
        assert load_lexicon(tmp_path / "empty.npz").english == lexicon.english == ()


def test_a_lexicon_survives_the_disk(tmp_path):
    """What is saved is what is loaded."""
    lexicon = align(split(ENGLISH), split(GERMAN))
    save_lexicon(tmp_path / "l.npz", lexicon)
    again = load_lexicon(tmp_path / "l.npz")
    assert (again.english, again.words) == (lexicon.english, lexicon.words)
    np.testing.assert_array_equal(again.starts, lexicon.starts)
    np.testing.assert_array_equal(again.probabilities, lexicon.probabilities)


def test_all_entries_but_only_short_sentences_are_aligned():
    """Dictionary entries come first; a sentence beyond the limit is left out."""
    pairs = [Pair("x" * 500, "y", "news"), Pair("a b", "c", "news"), Pair("word", "z", "cldr")]
    assert select_pairs(pairs, seed=1) == [pairs[2], pairs[1]]

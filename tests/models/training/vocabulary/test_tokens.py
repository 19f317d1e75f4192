"""The vocabulary: frequent words whole, the rest in pieces."""

from collections import Counter

import pytest

from models.training.vocabulary import folding, tokens

CHARSMAP = folding.compile_rules(folding.rules())


@pytest.fixture(scope="module")
def tokenizer():
    """A few words and endings."""
    return tokens.build(CHARSMAP, ["बिश्बास", "trust", "t", "##को", "##s", "##rusted"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trust", ["trust"]),
        ("trusts", ["trust", "##s"]),
        ("বিশ্বাস বিশ্বাসকো", ["बिश्बास", "बिश्बास", "##को"]),
        ("trust xyz", ["trust", "[UNK]"]),
        ("", []),
        ("?!", []),
    ],
)
def test_the_longest_known_beginning_comes_first(tokenizer, text, expected):
    """Known words stay whole, inflected ones are cut into stem and ending, unknown ones are one unknown token."""
    assert tokenizer.encode(text, add_special_tokens=False).tokens == expected


def test_a_word_of_two_hundred_letters_is_still_read(tokenizer):
    """Scripts without spaces make long words: they are not given up early."""
    assert tokenizer.encode("trust" + "s" * 190, add_special_tokens=False).tokens[:2] == ["trust", "##s"]


def test_each_language_has_its_quota():
    """The most frequent words of every language, each once, none that was seen only once."""
    counts = {"en": Counter(a=9, b=8, c=7, rare=1), "sw": Counter(a=5, x=4, y=3)}
    assert tokens.whole_words(counts, {"en": 2, "sw": 2}) == ["a", "b", "x"]
    assert tokens.whole_words(counts, {"en": 9, "sw": 0}) == ["a", "b", "c"]


def test_pieces_cover_the_letters_of_the_rare_words():
    """Every letter of a word without an entry can be read, at its beginning or inside."""
    counts = {"ne": Counter({"नेपालको": 3, "नेपालमा": 3, "भारतको": 3, "भारतमा": 2})}
    pieces = tokens.pieces(counts, [], 60)
    tokenizer = tokens.build(CHARSMAP, pieces)
    assert "[UNK]" not in tokenizer.encode("नेपालको भारतमा", add_special_tokens=False).tokens
    assert any(piece.startswith("##") for piece in pieces)
    assert tokens.pieces(counts, [], 60) == pieces


def test_words_get_numbers_of_their_own():
    """The word tokenizer numbers folded words and gives 0 to others."""
    whole = tokens.word_tokenizer(tokens.splitter(CHARSMAP), ["trust", "money"])
    assert whole.encode("Money, trust? Other", add_special_tokens=False).ids == [2, 1, 0]

"""The word lists that explain vectors."""

import pytest

from models.training.vocabulary import folding, tokens, words
from nlp.embedding.vocabulary import read_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("বিশ্বাস, ঝুঁকি।", ["বিশ্বাস", "ঝুঁকি"]),
        ("क्षेत्रीय र\u200dयाली\u200c 42", ["क्षेत्रीय", "र\u200dयाली"]),
        ("don't 😊 e\u0301te\u0301", ["don", "t", "été"]),
        ("", []),
    ],
)
def test_words_keep_their_marks(text, expected):
    """Combining marks and joiners inside a word stay, digits, emoji and punctuation end it."""
    assert list(words.written_words(text)) == expected


def test_one_usual_spelling_of_each_token_in_the_own_script():
    """Rare words, foreign scripts, short words and second spellings of the same token are left out."""
    tokenizer = tokens.build(folding.compile_rules(folding.rules()), ["बिश्बास", "पैसा", "trust", "रा"])
    texts = ["विश्वास trust पैसा रा"] * 5 + ["बिश्वास पैसा"] * 4 + ["unseen जोखिम"] * 9
    assert words.frequent_words(tokenizer, "ne", texts, limit=10) == ["पैसा", "विश्वास"]
    assert words.frequent_words(tokenizer, "ne", texts, limit=1) == ["पैसा"]
    assert words.frequent_words(tokenizer, "en", texts, limit=10) == ["trust"]


def test_the_lists_are_read_as_they_were_written(tmp_path):
    """Writer and reader agree on the file."""
    lists = {"ne": ["पैसा", "विश्वास"], "bn": ["টাকা"]}
    words.save_words(tmp_path / "words.tsv", lists)
    assert read_words(tmp_path / "words.tsv") == lists

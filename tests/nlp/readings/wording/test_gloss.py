"""Words of the reader's language under words of another: few, and those right."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from nlp.embedding.vocabulary import Vocabulary, bundled_vocabulary
from nlp.readings.wording.gloss import find_gloss, gloss_words
from tests.embedders import BagOfWords

EMBEDDER = BagOfWords()
JUDGED = Path(__file__).with_name("judged_glosses.tsv")


@pytest.fixture(scope="module")
def vocabulary():
    """The bundled word lists with the vectors of the bundled model."""
    return bundled_vocabulary()


def test_words_by_machine_only_where_no_label_is():
    """English has a label and needs no gloss; Bangla has no word list here, Nepali gets the words of the label."""
    vocabulary = Vocabulary(EMBEDDER, {"en": ["phone"], "ne": ["फोन", "बिजुली"]})
    assert find_gloss({"en": "फोन बिजुली"}, vocabulary) == {"ne": ("फोन", "बिजुली")}


def test_what_is_not_surely_near_is_not_shown():
    """A word that the list has not gets nothing, nor does a language without a list; no word is no error."""
    vocabulary = Vocabulary(EMBEDDER, {"ne": ["फोन"]})
    assert gloss_words(["नदी", "फोन"], "ne", vocabulary) == {"फोन": "फोन"}
    assert gloss_words(["नदी"], "bn", vocabulary) == {}
    assert gloss_words([], "ne", vocabulary) == find_gloss({}, vocabulary) == {}


def test_glosses_that_are_shown_are_right(vocabulary):
    """Of the glosses judged one by one, 95 of a hundred that are shown are right, and six of ten are shown."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file, delimiter="\t"))
    words = defaultdict(set)
    for row in judged:
        words[row["into"]].add(row["word"])
    glossed = {into: gloss_words(sorted(each), into, vocabulary) for into, each in words.items()}
    shown = [row for row in judged if glossed[row["into"]].get(row["word"]) == row["gloss"]]
    assert len(shown) >= 0.6 * len(judged)
    assert sum(row["right"] == "1" for row in shown) >= 0.95 * len(shown)


@pytest.mark.parametrize(
    ("word", "into", "misled"),
    [("সাহস", "en", "fear"), ("বন্যা", "en", "rain"), ("बजेट", "en", "clock"), ("curiosity", "bn", "আকর্ষণীয়")],
)
def test_what_would_mislead_is_left_out(vocabulary, word, into, misled):
    """Courage is no fear: where the nearest word says something else the reader gets none."""
    assert gloss_words([word], into, vocabulary).get(word) != misled


def test_curiosity_is_not_called_fear(vocabulary):
    """A label is explained by its own words, not by what is nearest to all of them together."""
    assert "ভয়" not in find_gloss({"en": "It's about curiosity"}, vocabulary).get("bn", ())
    assert find_gloss({"en": "trust and money"}, vocabulary)["bn"] == ("বিশ্বাস", "টাকা")

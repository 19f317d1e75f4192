"""Words and phrases of the notes as labels, in every script."""

import numpy as np
import pytest

from nlp.documents.types import Unit
from nlp.readings.wording.phrases import class_tf_idf, clauses, different_words, distinguishing_words, label_in, phrases
from tests.embedders import BagOfWords


def unit(text: str, language: str) -> Unit:
    return Unit(text, text, language, "notes.csv", 2, 0, len(text))


def test_class_tf_idf_by_hand():
    """Two classes of three words: W = f/sum * ln(1 + A/f_x) with A = 3."""
    weights = class_tf_idf(np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0]]))
    expected = [[2 / 3 * np.log(2.5), 1 / 3 * np.log(2.5), 0], [0, 1 / 3 * np.log(2.5), 2 / 3 * np.log(2.5)]]
    assert np.allclose(weights, expected)


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("বিশ্বাস গড়তে সময় লাগে", "bn", "বিশ্বাস"),
        ("क्षेत्रीय कार्यालयले निर्णय गर्छ", "ne", "क्षेत्रीय"),
        ("Nobody answers the phone", "en", "phone"),
    ],
)
def test_words_stay_whole(text, language, whole):
    """No combining mark is torn off a Bangla or Nepali word."""
    (found,) = distinguishing_words([[unit(text, language)]])
    assert whole in [word.text for word in found]
    assert {word.language for word in found} == {language}


def test_stop_words_do_not_distinguish():
    """Neither English nor Bangla nor Nepali function words are labels."""
    groups = [[unit("the boat and the river", "en")], [unit("এবং নদী এই নৌকা", "bn")]]
    for found in distinguishing_words(groups):
        assert not {word.text for word in found} & {"the", "and", "এবং", "এই"}


def test_phrases_stand_in_the_note_as_they_are():
    """No phrase crosses punctuation, begins or ends with a stop word, or has one word of several."""
    found = [phrase for phrase, _ in phrases(unit("Power cuts, and mobile data in the hills", "en"))]
    assert "Power cuts" in found
    assert "mobile data" in found
    assert not [phrase for phrase in found if phrase.startswith("and") or "," in phrase or " " not in phrase]


def test_a_label_speaks_the_language_asked_for():
    """The phrase nearest to the direction, out of the notes in that language."""
    embedder = BagOfWords()
    units = [unit("মোবাইল ডাটা নেই", "bn"), unit("mobile data is dear", "en"), unit("long walk home", "en")]
    (direction,) = embedder.encode(["mobile data"])
    assert label_in("en", units, direction, embedder) == "mobile data"
    assert "মোবাইল" in label_in("bn", units, direction, embedder)
    assert label_in("ne", units, direction, embedder) == ""


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("ফোনে-মেইলে তা দশ দিনেও হয় না। সামনে বসলে হয়", "bn", "ফোনে-মেইলে তা দশ দিনেও হয় না"),
        ("तोकिएको सङ्ख्या समयमा पुग्दैन, हामी के गरौँ", "ne", "तोकिएको सङ्ख्या समयमा पुग्दैन"),
        ("nobody was told off for failing", "en", "nobody was told off for failing"),
    ],
)
def test_a_label_keeps_the_not_of_its_clause(text, language, whole):
    """A label nearest to the words of a clause is the clause, not a part of it that says the opposite."""
    embedder = BagOfWords()
    assert whole in clauses(unit(text, language))
    (direction,) = embedder.encode([whole])
    assert label_in(language, [unit(text, language)], direction, embedder) == whole


def test_a_phrase_that_ends_with_its_clause_is_preferred():
    """Of two phrases as close to the direction, the one cut at the punctuation stands."""
    embedder = BagOfWords()
    said = unit("the big river market stays closed all of the long monsoon, river market", "en")
    (direction,) = embedder.encode(["river market boat"])
    cut = unit("market river we saw nobody there today at all", "en")
    assert label_in("en", [said, cut], direction, embedder) == "river market"


def test_long_clauses_are_no_labels():
    """Nobody reads a heading of more than seven words."""
    assert clauses(unit("we went to the market by boat and came back late", "en")) == []


def test_forms_of_a_word_stand_once():
    """A gloss does not say "target, targets": the same holds for Bangla and Nepali endings."""
    assert different_words(["target", "targets", "reaching", "say", "said", "goal"], 3) == ("target", "reaching", "say")
    assert different_words(["ঝুঁকি", "ঝুঁকির", "বিপদ"], 3) == ("ঝুঁকি", "বিপদ")
    assert different_words(["जोखिम", "जोखिममा", "खतरा"], 2) == ("जोखिम", "खतरा")

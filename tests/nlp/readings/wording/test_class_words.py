"""Words that distinguish readings, in every script."""

import numpy as np
import pytest

from nlp.documents.types import Unit
from nlp.readings.wording.class_words import class_tf_idf, different_words, distinguishing_words


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


def test_forms_of_a_word_stand_once():
    """A gloss does not say "target, targets": the same holds for Bangla and Nepali endings."""
    assert different_words(["target", "targets", "reaching", "say", "said", "goal"], 3) == ("target", "reaching", "say")
    assert different_words(["ঝুঁকি", "ঝুঁকির", "বিপদ"], 3) == ("ঝুঁকি", "বিপদ")
    assert different_words(["जोखिम", "जोखिममा", "खतरा"], 2) == ("जोखिम", "खतरा")

"""Words of a note one by one in another language."""

import pytest

from nlp.embedding.vocabulary import bundled_vocabulary
from nlp.readings.wording.word_by_word import word_by_word


@pytest.fixture(scope="module")
def vocabulary():
    """The bundled words."""
    return bundled_vocabulary()


def test_words_stand_as_they_are_written_and_only_sure_ones_are_told(vocabulary):
    """Marks stay joined to their words; what hardly any text has stays without a word."""
    found = word_by_word("समुदायलाई निर्णय, लाजमर्दो!", "en", vocabulary)
    assert found == (("समुदायलाई", "community"), ("निर्णय,", "decision"), ("लाजमर्दो!", ""))


def test_what_once_misled_is_not_told(vocabulary):
    """Eid is no pain, and who did not hear was not listening."""
    assert dict(word_by_word("ঈদ সুনেন सुनेन", "en", vocabulary))["ঈদ"] == ""
    assert word_by_word("सुनेन", "en", vocabulary) == (("सुनेन", ""),)


@pytest.mark.parametrize("text", ["", "  ", "🙂", "👩‍🌾 ২০", "১২৩ 45", "…"])
def test_what_is_no_word_has_no_word(vocabulary, text):
    """Signs, numbers and faces stay as they are."""
    assert all(near == "" for _, near in word_by_word(text, "en", vocabulary))


def test_a_language_without_words_tells_nothing(vocabulary):
    """Nor does a word explain itself."""
    assert word_by_word("খবর", "tlh", vocabulary) == (("খবর", ""),)
    assert word_by_word("খবর news", "en", vocabulary)[1] == ("news", "")

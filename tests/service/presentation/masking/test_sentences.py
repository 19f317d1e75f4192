"""Names are hidden and words are not: both kinds of error, counted in sentences of three scripts."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from nlp.documents.types import Person
from service.presentation.masking.headlines import nameless

ROSTER = (
    Person("Hope Banda"),
    Person("Joy Akinyi"),
    Person("Grace Wanjiru"),
    Person("Om Rai"),
    Person("Maya Gurung", ("माया गुरुङ",)),
    Person("Pema Lama", ("पेमा लामा",)),
    Person("Asha Tharu", ("আশা", "आशा")),
    Person("Rehana Parvin"),
    Person("Faith Otieno"),
    Person("Mark April"),
    Person("আলো বিশ্বাস"),
    Person("শান্তি চাকমা"),
    Person("রহিমা সরকার"),
    Person("তারা বেগম"),
    Person("विकास राई"),
    Person("सीता थारू"),
    Person("शान्ति शेर्पा"),
    Person("समीक्षा अधिकारी"),
)
LINES = Path(__file__).with_name("names_in_sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [normalize("NFC", line) for line in LINES if line and not line.startswith("#")]
MASK = nameless(ROSTER)


def plain(sentence):
    return sentence.replace("[", "").replace("]", "")


def pieces(sentence):
    """The text between names, without case endings, which may stay at a name or go with it."""
    return [part.strip() for part in re.split(r"\[[^]]*\]", sentence) if part.strip()]


def leaks(sentence):
    """Names that can still be read."""
    masked = MASK.mask(plain(sentence))
    return [name for name in re.findall(r"\[([^]]*)\]", sentence) if name in masked]


def hides_words(sentence):
    """Whether something that is no name was hidden."""
    masked = MASK.mask(plain(sentence))
    return any(part not in masked for part in pieces(sentence))


def test_there_are_enough_sentences():
    """Of each script, with names and without."""
    assert len(SENTENCES) >= 60
    for script in ("[A-Za-z]", "[\u0980-\u09ff]", "[\u0900-\u097f]"):
        of_script = [sentence for sentence in SENTENCES if re.search(script, sentence)]
        assert sum("[" in sentence for sentence in of_script) >= 8
        assert sum("[" not in sentence for sentence in of_script) >= 8


def test_few_names_can_be_read():
    """At most one in twenty."""
    names = sum(sentence.count("[") for sentence in SENTENCES)
    assert sum(len(leaks(sentence)) for sentence in SENTENCES) <= 0.05 * names


def test_few_words_are_hidden():
    """In at most one sentence in thirty."""
    assert sum(map(hides_words, SENTENCES)) <= len(SENTENCES) / 30


@pytest.mark.parametrize("sentence", ["थारू भाषामा फारम छैन", "আমরা আশা করি", "The Rai community was not invited"])
def test_peoples_and_words_of_every_day_stay(sentence):
    """A language of a people is no person."""
    assert MASK.mask(sentence) == sentence


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "hidden"),
    [("রহিমার কথা", "রহিমা"), ("सी\u200dताले भन्नुभयो", "सीता"), ("José sir", "José"), ("rehana apa 🙂", "rehana")],
)
def test_a_name_is_hidden_in_every_form(form, text, hidden):
    """Composed and decomposed, with joiners, with a sign beside it."""
    assert normalize("NFC", hidden) not in normalize("NFC", MASK.mask(normalize(form, text))).replace("\u200d", "")

"""Which clauses have a verb."""

from unicodedata import normalize

import pytest

from nlp.readings.wording.clauses import Clause
from nlp.readings.wording.verbs import has_verb


def clause(text: str, language: str) -> Clause:
    return Clause(text, language, tuple(normalize("NFC", text).split()), first=True, last=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("we hear about changed dates after the fact", "en"),
        ("starting without waiting for permission", "en"),
        ("মোয়া বানিয়ে বিক্রি করি এখন", "bn"),
        ("ভুল হলে আমরা নিজেরাই আগে জানাই", "bn"),
        ("বাংলায় কেউ কথা বলে না", "bn"),
        ("काम ढिलो हुने देखियो भने पहिल्यै भन्ने", "ne"),
        ("थारू भाषामा भन्न पाए आमाहरू आफैँ बोल्छन् अब", "ne"),
        ("galti bhayo bhane tyo din nai bhanne", "ne-Latn"),
        ("habari inafika mapema", "sw"),
    ],
)
def test_verbs_stand_where_the_language_puts_them(text, language):
    """In the last word or the one before; a language of which nothing is known is let pass."""
    assert has_verb(clause(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the books of all partners", "en"),
        ("একই ফাইল হোয়াটসঅ্যাপে", "bn"),
        ("সঠিক তথ্য সঠিক মানুষের কাছে", "bn"),
        ("ढोका लाग्ने चर्पी", "ne"),
    ],
)
def test_nouns_with_endings_of_verbs_are_none(text, language):
    """What says where, with whom, or which of the things that a noun names."""
    assert not has_verb(clause(text, language))

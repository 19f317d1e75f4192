"""py3langid over many texts at once."""

from copy import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text.batches.langid import FEWEST, BatchedIdentifier

LANGUAGES = ["en", "es", "fr", "ne", "hi", "ar"]
LINES = (
    "We trust each other and we said so",
    "Confiamos los unos en los otros",
    "हामी मिलेर काम गर्छौं",
    "हम साथ मिलकर काम करते हैं",
    "نحن نعمل معا كل يوم",
    "ON TRAVAILLE BIEN ENSEMBLE",
    "👩‍🌾 12",
    "",
    "cafe\u0301 \ud800",
    "word " * 900,
)


@pytest.fixture(scope="module")
def identifier():
    """py3langid as it comes, restricted to some languages."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    own = copy(LanguageIdentifier.from_model_file(MODEL_FILE))
    own.set_languages(LANGUAGES)
    return own


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=80)), max_size=3 * FEWEST))
def test_many_texts_have_the_languages_that_each_has_alone(identifier, texts: list[str]):
    """Of any length, empty, in capitals, with halves of signs, few or many: the same answers as py3langid's own."""
    assert BatchedIdentifier(identifier).classify(texts) == [identifier.classify(text)[0] for text in texts]


def test_every_language_is_told_among_many_texts(identifier):
    """The texts come back in their order, whatever their lengths."""
    told = BatchedIdentifier(identifier).classify(list(LINES[:6]) * FEWEST)
    assert told == ["en", "es", "ne", "hi", "ar", "fr"] * FEWEST

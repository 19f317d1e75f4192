"""Ids, and declared languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.text.language import identify_languages
from nlp.text.scripts import scripts_by_letters

TEXTS = (
    "विश्वास",
    "बैठकको निर्णय समयमा सबैलाई थाहा हुँदैन",
    "হ্যাঁ আমরা feedback session নিয়ে অনেক কথা বলেছি",
    "trust",
    "We had no time for that",
    "hami sangai kaam garchhau",
    "काम hami sangai kaam garchhau",
    "क hami sangai kaam garchhau",
    "ek arkalai saath dine, sanstha sanstha bich hatemalo",
    "No tuvimos tiempo para eso",
    "الثقة مهمة جدا بيننا",
    "😀",
    "",
)
SCRIPTS = {"en": "Latn", "ne": "Deva", "hi": "Deva", "bn": "Beng", "ar": "Arab"}


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("विश्वास", "ne", "ne"),
        ("विश्वास", "hi", "hi"),
        ("trust", "en", "en"),
        ("trust", "ne", "und"),
        ("We had no time for that", "ne", "en"),
        ("hami sangai kaam garchhau", "ne", "ne-Latn"),
        ("hami sangai kaam garchhau", "en", "ne-Latn"),
        ("ek arkalai saath dine, sanstha sanstha bich hatemalo", "ne-Latn", "ne-Latn"),
        ("আমরা একসাথে", "ne", "bn"),
        ("😀", "en", "und"),
        ("trust", None, "und"),
    ],
)
def test_a_declared_language_holds_where_its_script_is_written(text: str, declared: str | None, expected: str):
    """It settles what the text leaves open, and never makes Bangla of English words."""
    assert settle_languages([text], [declared], None) == [expected]


@given(
    notes=st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from(("en", "ne", "ne-Latn", "bn", "hi", "ar", "xx", None)))
    ),
    languages=st.sampled_from((None, ("en", "bn"), ("ne-Latn", "es"))),
)
def test_what_is_settled_is_what_telling_every_language_would_give(notes, languages):
    """That a declared language saves the telling changes no answer, whatever stands beside it."""
    texts, declared = [text for text, _ in notes], [each for _, each in notes]
    for text, said, found in zip(texts, declared, settle_languages(texts, declared, languages), strict=True):
        told = identify_languages([text], languages)[0]
        romanised = told.endswith("-Latn") and not (said or "").endswith("-Latn")
        script = next(iter(scripts_by_letters(text)), None)
        fits = said is not None and script == ("Latn" if said.endswith("-Latn") else SCRIPTS.get(said, ""))
        assert found == (said if fits and not romanised else told)


def test_ids_do_not_run_together():
    """The parts are kept apart, and the id stays what it was in every release."""
    assert stable_id("a", "bc") != stable_id("ab", "c")
    assert stable_id("notes.csv", 3, 0, "বিশ্বাস") == "dfa0952242a9cf6e"
    assert len(stable_id("a")) == 16

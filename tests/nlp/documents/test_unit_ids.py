"""Ids, and declared languages."""

import pytest

from nlp.documents.unit_ids import settle_languages, stable_id


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


def test_ids_do_not_run_together():
    """The parts are kept apart, and the id stays what it was in every release."""
    assert stable_id("a", "bc") != stable_id("ab", "c")
    assert stable_id("notes.csv", 3, 0, "বিশ্বাস") == "dfa0952242a9cf6e"
    assert len(stable_id("a")) == 16

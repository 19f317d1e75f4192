import pytest

from nlp.documents.tables.column_names import attribute_names, meaning


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("দিক", "element"),
        ("টিম", "team"),
        ("স্তর", "level"),
        ("বর্ণনা", "descriptor"),
        ("পর্যালোচনা", "review"),
        ("লেখা", "text"),
        ("নাম", "participant"),
        ("অংশগ্রহণকারী", "participant"),
        ("তারিখ", "date"),
        ("पाटो", "element"),
        ("टोली", "team"),
        ("तह", "level"),
        ("वर्णन", "descriptor"),
        ("समीक्षा", "review"),
        ("भनाइ", "text"),
        ("नाम", "participant"),
        ("सहभागी", "participant"),
        ("मिति", "date"),
    ],
)
def test_the_names_that_the_pages_advise_are_understood(name, means):
    """What a reader of Bangla or Nepali is told to write over a column is a name of that column."""
    assert meaning(name) == means


@pytest.mark.parametrize(
    ("name", "means"),
    [("জেন্ডার", "gender"), ("পদ", "role"), ("সংস্থা", "organisation"), ("लिङ्ग", "gender"), ("पद", "role")],
)
def test_attributes_of_a_roster_are_known_by_their_own_names(name, means):
    """They are the words that the pages use for them."""
    assert attribute_names([name]) == [means]

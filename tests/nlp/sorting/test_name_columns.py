"""Headings of columns that hold names in several languages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.sorting.name_columns import NameColumns, find_name_columns


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["name", "name_bn", "name (Nepali)", "description"], NameColumns(0, {"bn": 1, "ne": 2})),
        (["Code", "নাম", "नाम", "উদাহরণ"], NameColumns(0, {"bn": 1, "ne": 2})),
        (["Name in Bangla", "name"], NameColumns(1, {"bn": 0})),
        (["name", "বাংলা", "नेपाली", "Bangla"], NameColumns(0, {"bn": 1, "ne": 2})),
        (["name_en", "NAME-BN", "Name [ne]"], NameColumns(0, {"bn": 1, "ne": 2})),
        (["number", "नाम (नेपाली)", "নাম (বাংলা)"], NameColumns(1, {"bn": 2})),
        (["name", "नाम (हिन्दी)", "Name: Español"], NameColumns(0, {"hi": 1, "es": 2})),
        (["बुझाइ", "वर्णन"], NameColumns(0, {})),
    ],
)
def test_a_heading_tells_the_language_of_a_name(header, found):
    """By its code or by the language's name, in English or in itself; or it is the word for "name" in it."""
    assert find_name_columns(header) == found
    assert find_name_columns([unicodedata.normalize("NFD", heading) for heading in header]) == found


@pytest.mark.parametrize("heading", ["code no", "name id", "nickname", "description (Nepali)", "number", "titles"])
def test_other_headings_say_no_language_of_a_name(heading):
    """Words that are codes of languages as well, and columns of something else."""
    assert find_name_columns(["name", heading]) == NameColumns(0, {})
    assert find_name_columns([heading]) is None


@given(st.lists(st.sampled_from(["name", "name_bn", "নাম", "ne", "about", "name (Hindi)", "", "code"])))
def test_every_column_is_used_once(header):
    """And only where there is one of names."""
    found = find_name_columns(header)
    if found is None:
        assert not {"name", "name_bn", "নাম", "name (Hindi)", "code"} & {*header}
    else:
        used = [found.name, *found.names.values()]
        assert len(set(used)) == len(used)

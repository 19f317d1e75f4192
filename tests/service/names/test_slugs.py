"""Slugs in every script."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.names.slugs import LONGEST, slugify, unique_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Openness, honesty and mutual trust", "openness-honesty-and-mutual-trust"),
        ("  Team   identity ", "team-identity"),
        ("পারস্পরিক বিশ্বাস", "পারস্পরিক-বিশ্বাস"),
        ("आपसी विश्वास।", "आपसी-विश्वास"),
        ("কর্‍ম", "কর্‍ম"),
        ("Équipe", "équipe"),
        ("E\u0301quipe", "équipe"),
        ("Review 2026/03", "review-2026-03"),
        ("২০২৬", "২০২৬"),
        ("🙂", "x-1f642"),
        ("B+", "b-plus"),
        ("<30", "30-below"),
        ("well-functioning - yes", "well-functioning-yes"),
        ("", "x"),
        ("../..", "x-2e-2e-2f-2e-2e"),
    ],
)
def test_letters_marks_and_digits_of_any_script_stay(name, slug):
    """A slug keeps whole words of every script and joins them with hyphens."""
    assert slugify(name) == slug


@given(st.text())
def test_a_slug_is_safe_stable_and_never_empty(name):
    """Whatever the name, its slug is one part of a path, in NFC, and its own slug."""
    slug = slugify(name)
    assert slug
    assert len(slug) <= LONGEST
    assert not set(slug) & set("/\\?#%&<>\"' .")
    assert slugify(slug) == slug
    assert unicodedata.is_normalized("NFC", slug)
    assert quote(slug)


@given(st.lists(st.text(max_size=5), max_size=20))
def test_unique_slugs_differ(names):
    """Names that give the same slug are told apart by numbers."""
    taken: list[str] = []
    for name in names:
        taken.append(unique_slug(name, taken))
    assert len(set(taken)) == len(names)

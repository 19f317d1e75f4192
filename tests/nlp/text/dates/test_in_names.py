"""Dates in names of reviews and files."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.dates.in_names import find_date


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("March 2026", "2026-03"),
        ("मार्च २०२६", "2026-03"),
        ("মার্চ ২০২৬", "2026-03"),
        ("পর্যালোচনা, ১৮ মার্চ ২০২৬", "2026-03-18"),
        ("समीक्षा चैत २०८२", "2026-03"),
        ("2026 मार्च", "2026-03"),
        ("revisión de marzo de 2026", "2026-03"),
        ("Review Sept. 2026", "2026-09"),
        ("AAR March2026", "2026-03"),
        ("Q3 2025", "2025-07"),
        ("2025-Q3", "2025-07"),
        ("Quarter 1, 2026", "2026-01"),
        ("H2 2025", "2025-07"),
        ("2026-03", "2026-03"),
        ("Baseline 2025", "2025"),
        ("notes-2026-03-nepal.csv", "2026-03"),
        ("AAR_18-03-2026.docx", "2026-03-18"),
        ("Minutes_18th_March_2026.docx", "2026-03-18"),
        ("20260318_notes.txt", "2026-03-18"),
        ("নোট ১৮.০৩.২০২৬.docx", "2026-03-18"),
        ("03-04-2026", "2026"),
        ("AAR 3", ""),
        ("AAR_3_2026", "2026"),
        ("AAR 3 2026", "2026"),
        ("Review 2", ""),
        ("Midline", ""),
        ("notes 123456789", ""),
        ("March", ""),
        ("May be good", ""),
        ("2082-12", ""),
        ("", ""),
    ],
)
def test_a_date_goes_as_far_as_its_name(name, iso):
    """A day, a month, a quarter, a year, or nothing; where day and month are open, the year."""
    assert find_date(normalize("NFC", name)) == iso
    assert find_date(normalize("NFD", name)) == iso


@given(st.text(max_size=60))
def test_any_name_has_a_date_or_none(name):
    """Whatever stands there."""
    assert len(find_date(name)) in (0, 4, 7, 10)

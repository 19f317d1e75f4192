"""Totals and averages are nobody's words."""

import pytest

from nlp.documents import Notes, Ratings, read_document
from nlp.documents.tables.totals import is_total
from tests.nlp.documents.office import xlsx


@pytest.mark.parametrize("name", ["Average", "TOTAL", "গড়", "जम्मा", "Promedio", "المجموع", "rata-rata"])
def test_names_of_totals(name: str):
    """In the languages of the programme."""
    assert is_total(name)


def test_a_row_of_averages_rates_nothing_and_is_named():
    """It is left out, and the row is told."""
    rows = [["Team", "Money", "Trust"], ["Lima", 2, 3], ["Quito", 3, 1], ["গড়", 2.5, 2]]
    document = read_document("scores.xlsx", xlsx(*rows))
    assert isinstance(document, Ratings)
    assert {rating.team for rating in document.ratings} == {"Lima", "Quito"}
    assert document.unread.lines == 1


def test_a_note_that_begins_with_a_total_stays():
    """Somebody's words beside it are a note."""
    rows = [["Team", "Comment"], ["Total", "It is a lot of money and nobody can say where it went"], ["Lima", "Fine"]]
    document = read_document("notes.xlsx", xlsx(*rows))
    assert isinstance(document, Notes)
    assert len({unit.line for unit in document.units}) == 2

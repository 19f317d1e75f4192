"""Walls with two rows of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import Notes, plan_of, read_document
from nlp.documents.forms.two_headings import with_one_note_a_row
from nlp.documents.tables.table import Grid, Row
from tests.nlp.documents.forms.made import BANGLA, ENGLISH, NEPALI, file_of, read_rows

NOTES = [[ENGLISH[0], BANGLA[0], NEPALI[0], ENGLISH[1]], [BANGLA[1], "", NEPALI[1], ""]]
PLACES = {
    ("Dhaka", "Trust", ENGLISH[0]),
    ("Dhaka", "অর্থ", BANGLA[0]),
    ("Pokhara", "Trust", NEPALI[0]),
    ("Pokhara", "অর্থ", ENGLISH[1]),
    ("Dhaka", "Trust", BANGLA[1]),
    ("Pokhara", "Trust", NEPALI[1]),
}


def places(document):
    assert isinstance(document, Notes)
    return {(unit.attributes["team"], unit.element, unit.text) for unit in document.units}


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
@pytest.mark.parametrize("title", [[], [["Wall of day one"], []]])
def test_teams_above_and_elements_below(form, title):
    """With a title or without; no heading is read as a note."""
    rows = [*title, ["Dhaka", "", "Pokhara", ""], ["Trust", "অর্থ", "Trust", "অর্থ"], *NOTES]
    assert places(read_rows(rows, form)) == PLACES
    assert plan_of(*file_of(rows, form)).kind == "notes"


def test_elements_above_and_teams_below():
    """What the rows hold is told by which of them names teams."""
    order = [(0, "Trust", "Dhaka"), (2, "Trust", "Pokhara"), (1, "অর্থ", "Dhaka"), (3, "অর্থ", "Pokhara")]
    rows = [["Trust", "", "অর্থ", ""], [team for _, _, team in order]]
    rows += [[row[at] for at, _, _ in order] for row in NOTES]
    assert places(read_rows(rows, "xlsx")) == PLACES


def test_a_wall_with_one_row_of_headings_stays():
    """Short notes below the names of teams are no headings."""
    rows = [
        ["Dhaka", "", "Pokhara", ""],
        ["We ring on Mondays", "They write long mails", "We meet at tea", "Nobody calls back"],
        *NOTES,
    ]
    grid = Grid("", tuple(Row(number, tuple(row)) for number, row in enumerate(rows, 1)))
    assert with_one_note_a_row(grid) == grid


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=6))
def test_nothing_else_is_touched(cells: list[list[str]]):
    """Cells without the names of teams stay where they are."""
    grid = Grid("", tuple(Row(number, tuple(row)) for number, row in enumerate(cells, 1)))
    assert with_one_note_a_row(grid) == grid
    assert read_document("notes.txt", b"- We meet\n")

"""Walls with their headings at the side."""

import pytest

from nlp.documents import plan_of
from tests.nlp.documents.forms.made import BANGLA, ENGLISH, FORMATS, NEPALI, file_of, read_rows


@pytest.mark.parametrize("form", FORMATS)
def test_elements_at_the_side(form):
    """No header stands above: nothing of the first row is lost."""
    rows = [
        ["Trust", ENGLISH[0], BANGLA[0], NEPALI[0]],
        ["যোগাযোগ", ENGLISH[1], "", ""],
        ["Team spirit", BANGLA[1], NEPALI[1], ""],
    ]
    document = read_rows(rows, form)
    assert {(unit.element, unit.text) for unit in document.units} == {
        (row[0], text) for row in rows for text in row[1:] if text
    }
    assert plan_of(*file_of(rows, form)).kind == "wall"


def test_a_title_above_and_labels_over_several_rows():
    """A row without a label goes on with the one above it."""
    rows = [
        ["Notes of the workshop", "", ""],
        ["Trust", ENGLISH[0], BANGLA[0]],
        ["", ENGLISH[1], ""],
        ["Communications", NEPALI[0], ""],
    ]
    document = read_rows(rows, "xlsx")
    assert {(unit.element, unit.text) for unit in document.units} == {
        ("Trust", ENGLISH[0]), ("Trust", BANGLA[0]), ("Trust", ENGLISH[1]), ("Communications", NEPALI[0]),
    }  # fmt: skip


def test_an_upright_wall_whose_notes_speak_of_its_elements_stays_upright():
    """More of its known names stand in the first row than at the side."""
    rows = [
        ["Trust", "How we handle conflict", "Who has the power"],
        ["trust is low here", "we quarrel about money a lot", "decisions are taken elsewhere"],
        ["no trust at all", "we never talk about it", "women have no say in it"],
    ]
    document = read_rows(rows, "csv")
    assert {unit.element for unit in document.units} == set(rows[0])


def test_teams_at_the_side():
    """Known by their names."""
    rows = [["Dhaka", ENGLISH[0], BANGLA[0]], ["Nepal team", NEPALI[0], ENGLISH[1]]]
    document = read_rows(rows, "csv")
    assert {(unit.attributes["team"], unit.text) for unit in document.units} == {
        ("Dhaka", ENGLISH[0]), ("Dhaka", BANGLA[0]), ("Nepal team", NEPALI[0]), ("Nepal team", ENGLISH[1]),
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Team", "What is trust?", "How do we talk?"], ["Dhaka", ENGLISH[0], ENGLISH[1]], ["Nepal", *ENGLISH[2:4]]],
        [["Trust", "Communication"], [ENGLISH[0], ENGLISH[1]], [ENGLISH[2], ENGLISH[3]]],
        [["Team", "Trust in the team", "Talk with each other"], ["Dhaka", *ENGLISH[:2]], ["Nepal", *ENGLISH[2:4]]],
    ],
)
def test_tables_with_a_header_stay_as_they_are(rows):
    """Its cells are questions, short names or known columns."""
    document = read_rows(rows, "csv")
    texts = {unit.text for unit in document.units}
    assert texts == {cell for row in rows[1:] for cell in row if cell in ENGLISH}

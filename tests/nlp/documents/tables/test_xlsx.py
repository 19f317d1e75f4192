"""XLSX workbooks."""

from datetime import date, datetime

import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from nlp.documents import Notes, Roster, Rubric, read_document
from nlp.errors import MissingColumn
from tests.nlp.documents.hostile import STRINGS, sheet
from tests.nlp.documents.office import saved, workbook, xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_notes_from_a_sheet():
    """Dates in ISO form, whole numbers without a point, empty rows and a title above the header."""
    data = xlsx(
        ["Notes of the review"],
        [],
        ["Comment", "Criterion", "Date", "Household"],
        ["আমরা একসাথে কাজ করি", "Trust", date(2026, 3, 18), 5.0],
        [],
        ["समय पुग्दैन", "Impact", datetime(2026, 3, 18, 10, 30), 2.5],
    )
    notes = read_document("notes.xlsx", data)
    assert isinstance(notes, Notes)
    assert [(unit.text, unit.element, unit.line, dict(unit.attributes)) for unit in notes.units] == [
        ("আমরা একসাথে কাজ করি", "Trust", 4, {"date": "2026-03-18", "household": "5"}),
        ("समय पुग्दैन", "Impact", 6, {"date": "2026-03-18", "household": "2.5"}),
    ]


def test_merged_cells_hold_for_all_their_rows():
    """A merged element goes for every row; a merged note is one note, not three."""
    book = workbook({"A": [["element", "text"], ["Trust", "one thing"], [None, "another thing"], ["Impact", None]]})
    book["A"].merge_cells("A2:A3")
    book["A"].merge_cells("B3:B4")
    notes = read_document("notes.xlsx", saved(book))
    assert isinstance(notes, Notes)
    assert [(unit.element, unit.text) for unit in notes.units] == [("Trust", "one thing"), ("Trust", "another thing")]


def test_all_sheets_of_one_kind_are_read():
    """A rubric with a sheet a team takes the teams from the sheets; hidden sheets and others are left out."""
    header = ["element", "well-functioning", "emerging", "needs help"]
    book = workbook(
        {
            "Read me": [["How to fill this in"]],
            "Nepal": [header, ["Trust", "खुला छलफल", "ढिलो", "डर"]],
            "Bangladesh": [header, ["Trust", "খোলা কথা", "ধীরে", "ভয়"]],
            "Old": [header, ["Trust", "x", "y", "z"]],
        }
    )
    book["Old"].sheet_state = "hidden"
    rubric = read_document("rubric.xlsx", saved(book))
    assert isinstance(rubric, Rubric)
    assert {(one.team, one.level, one.text) for one in rubric.descriptors} == {
        ("Nepal", "well-functioning", "खुला छलफल"), ("Nepal", "emerging", "ढिलो"), ("Nepal", "needs help", "डर"),
        ("Bangladesh", "well-functioning", "খোলা কথা"), ("Bangladesh", "emerging", "ধীরে"),
        ("Bangladesh", "needs help", "ভয়"),
    }  # fmt: skip
    assert {one.language for one in rubric.descriptors if one.team == "Bangladesh"} == {"bn"}


def test_equal_notes_on_two_sheets_have_two_ids():
    """The sheet is an attribute and part of the id."""
    book = workbook({"March": [["text"], ["the same note"]], "June": [["text"], ["the same note"]]})
    notes = read_document("notes.xlsx", saved(book))
    assert isinstance(notes, Notes)
    assert [unit.attributes["sheet"] for unit in notes.units] == ["March", "June"]
    assert len({unit.id for unit in notes.units}) == 2


def test_a_workbook_with_another_ending_is_read_by_its_content():
    """`roster.csv` that is an xlsx."""
    roster = read_document("roster.csv", xlsx(["name", "gender"], ["Maya", "woman"]))
    assert isinstance(roster, Roster)


def test_what_openpyxl_warns_of_is_no_trouble():
    """Drop-down lists and the like in a real sheet."""
    book = workbook({"A": [["text", "level"], ["a note of ours", "emerging"]]})
    book["A"].add_data_validation(DataValidation(type="list", formula1='"emerging,needs help"'))
    assert isinstance(read_document("notes.xlsx", saved(book)), Notes)


def test_a_far_away_cell_does_no_harm():
    """One cell at the very end of a sheet is a row of its own."""
    book = workbook({"A": [["text"], ["note of ours"]]})
    book["A"].cell(1_048_576, 16_384, "x")
    notes = read_document("notes.xlsx", saved(book))
    assert isinstance(notes, Notes)
    assert [unit.text for unit in notes.units] == ["note of ours"]


def test_shared_strings_are_read_as_they_are_seen():
    """In pieces of several fonts, without how they are pronounced; truths, numbers and cells without an address too."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>text</t></si>'
        '<si><r><t xml:space="preserve">We </t></r><r><rPr><b/></rPr><t>meet</t></r>'
        '<rPh sb="0" eb="2"><t>no</t></rPh></si></sst>'
    )
    rows = (
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>asked</t></is></c><c t="inlineStr"><is><t>times</t></is></c>'
        '</row><row r="7"><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c><v>3.0</v></c></row>'
    )
    notes = read_document("notes.xlsx", sheet(rows, parts={STRINGS: strings.encode()}))
    assert isinstance(notes, Notes)
    assert [(unit.text, unit.line, dict(unit.attributes)) for unit in notes.units] == [
        ("We meet", 7, {"asked": "True", "times": "3"})
    ]


def test_missing_columns_are_named():
    """With the row of the header."""
    with pytest.raises(MissingColumn, match=r"book\.xlsx, row 1: .* the columns are: day, weather"):
        read_document("book.xlsx", xlsx(["day", "weather"], ["Monday", "rain"]))

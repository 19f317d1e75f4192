"""Tables as a workbook."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.frames.table import Column, Kind, Table
from service.exports.tables import xlsx
from service.exports.tables.cells import clean
from service.exports.tables.dictionary import About
from service.exports.tables.xlsx import CUT, MOST_SIGNS, cut, write_xlsx
from service.presentation.i18n import language
from tests.service.exports.tables.conftest import ODD


def book_of(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def frames(content):
    return pd.read_excel(io.BytesIO(content), sheet_name=None, keep_default_na=False, engine="openpyxl")


def test_one_line_of_pandas_reads_it_back(table, about):
    """Every text is the one that was written: scripts, emoji, joiners, zeros in front, NA, formulas, lines."""
    found = frames(write_xlsx([table], about))["notes"]
    assert tuple(found["text"]) == tuple(map(clean, ODD))
    assert list(found["count"]) == list(range(len(ODD)))
    assert list(found["share"]) == [at / 4 for at in range(len(ODD))]
    assert list(found["sure"]) == [at % 2 == 0 for at in range(len(ODD))]
    assert set(found["date"]) == {pd.Timestamp("2026-03-18")}


def test_no_text_is_a_formula(table, about):
    """Whatever it begins with it is text, marked so that it stays text when somebody edits the cell."""
    sheet = book_of(write_xlsx([table], about))["notes"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    marked = {cell.value for cell in cells if cell.quotePrefix}
    assert {"=cmd|'/c calc'!A1", "+1", "@here", "-1 is what we got", "#REF!", "＝1+1", " =1+1"} <= marked
    assert "বিশ্বাস আছে" not in marked


def test_no_sheet_holds_a_formula_element(table, about):
    """Neither in the XML itself."""
    with zipfile.ZipFile(io.BytesIO(write_xlsx([table], about))) as file:
        sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/")]
    assert sheets
    assert not any(b"<f>" in sheet or b't="e"' in sheet for sheet in sheets)


def test_the_dictionary_comes_first(table, about):
    """With every column of every table, in the reader's language."""
    book = book_of(write_xlsx([table], About("x", "2026-11-30", language("bn"), False)))
    assert book.sheetnames == ["dictionary", "notes"]
    rows = list(book["dictionary"].values)
    assert rows[0] == ("table", "column", "type", "unit", "meaning")
    assert [row[1] for row in rows if row[0] == "notes" and row[1]] == [column.name for column in table.columns]
    assert any(row[4] and "গোনায়" in row[4] for row in rows)
    assert frames(write_xlsx([table], about))["dictionary"].shape[1] == 5


def test_heads_stay_and_filters_are_there(table, about):
    """A facilitator can begin at once."""
    sheet = book_of(write_xlsx([table], about))["notes"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:F{len(ODD) + 1}"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["C"].width
    assert sheet["A1"].font.bold
    assert sheet["B2"].alignment.wrap_text


def test_dates_are_dates_and_doubtful_ones_stay_texts(about):
    """What Excel has no date for is a text as well."""
    dates = ("2026-03-18", "18/03", "2026-03", "", "1899-12-31", "2026-13-01")
    table = Table("t", "t", "", (Column("date", Kind.DATE, ""),), tuple((each,) for each in dates))
    values = [row[0].value for row in book_of(write_xlsx([table], about))["t"].iter_rows(min_row=2)]
    assert isinstance(values[0], datetime | date)
    assert [str(value) for value in values[1:]] == ["18/03", "2026-03", "None", "1899-12-31", "2026-13-01"]


def test_numbers_that_are_none_are_empty(about):
    """No cell holds something that Excel refuses."""
    rows = ((float("nan"),), (float("inf"),), (None,), (0.5,))
    table = Table("t", "t", "", (Column("share", Kind.NUMBER, ""),), rows)
    assert list(book_of(write_xlsx([table], about))["t"].values) == [("share",), (None,), (None,), (None,), (0.5,)]


def test_a_text_longer_than_a_cell_is_cut_with_a_mark(about):
    """Signs beyond the first 65,536 count twice, and none is halved."""
    long = "x" + "👍" * MOST_SIGNS
    kept = cut(long)
    assert kept.endswith(CUT)
    assert len(kept.encode("utf-16-le")) // 2 <= MOST_SIGNS
    kept.encode("utf-8")
    assert cut("ক" * MOST_SIGNS) == "ক" * MOST_SIGNS
    table = Table("t", "t", "", (Column("text", Kind.TEXT, ""),), ((long,),))
    assert book_of(write_xlsx([table], about))["t"]["A2"].value == kept


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(table, about, monkeypatch):
    """Nothing is lost, and every sheet has its head."""
    monkeypatch.setattr(xlsx, "MOST_ROWS", 11)
    found = frames(write_xlsx([table], about))
    sheets = [name for name in found if name.startswith("notes")]
    assert sheets == ["notes", "notes (2)", "notes (3)"]
    assert [text for name in sheets for text in found[name]["text"]] == [*map(clean, ODD)]


def test_a_table_without_rows_has_its_head(table, about):
    """A sheet with a head alone."""
    assert list(book_of(write_xlsx([table.with_rows(())], about))["notes"].values) == [
        tuple(c.name for c in table.columns)
    ]


@given(st.lists(st.text(st.characters(codec=None), max_size=60), max_size=20))
def test_any_text_survives(texts):
    """Signs that XML forbids go, halves of signs are replaced, and everything else comes back."""
    columns = (Column("number", Kind.WHOLE, ""), Column("text", Kind.TEXT, ""))
    table = Table("t", "t", "", columns, tuple(enumerate(texts)))
    about = About("x", "2026-11-30", language("en"), None)
    values = [row[1].value or "" for row in book_of(write_xlsx([table], about))["t"].iter_rows(min_row=2)]
    assert values == [clean(text) for text in texts]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])
def test_cells_know_what_looks_like_a_formula(sign):
    """Also behind signs that nobody sees."""
    assert xlsx.looks_like_formula(sign + "1")
    assert xlsx.looks_like_formula(sign + "1") == xlsx.looks_like_formula("\ufeff" + sign + "1") or sign in "\t\n"

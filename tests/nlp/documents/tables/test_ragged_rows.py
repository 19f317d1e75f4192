"""Rows with more cells than the header: mended or counted, never cut in silence."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import Document, Notes, Ratings, Roster, Rubric, read_document
from nlp.errors import NothingToAnalyse


def read(text: str, name: str = "table.csv") -> Document:
    return read_document(name, text.encode())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("last", ["text", "Comment", "टिप्पणी"])
def test_a_note_with_an_unquoted_delimiter_is_whole(delimiter: str, last: str):
    """The rest of the last cell is joined back with the delimiter; empty cells at the end are none."""
    d = delimiter
    notes = read(f"element{d}{last}\nTrust{d}ফরম বাংলায়{d} টাকা সময়মতো{d}{d}\nTrust{d}fine{d}{d}\n")
    assert isinstance(notes, Notes)
    whole = " ".join(f"ফরম বাংলায়{d} টাকা সময়মতো".split())
    assert [(unit.line, unit.text) for unit in notes.units] == [(2, whole), (3, "fine")]
    assert notes.unread.lines == 0


def test_a_header_that_a_spreadsheet_widened():
    """Saved again by a spreadsheet the header has empty cells; the text is joined all the same."""
    notes = read("element,text,\nTrust,one, two\n")
    assert isinstance(notes, Notes)
    assert [unit.text for unit in notes.units] == ["one, two"]


def test_descriptors_are_whole():
    """In a long rubric and in a wide one, whatever the levels are called."""
    long = read("element,level,team,descriptor\nTrust,Emerging,Nepal,we ask, we answer\n")
    wide = read("element,well-functioning,emerging\nTrust,we ask,some ask, few answer\n")
    other = read("Criteria,Thriving,Struggling\nTrust,we ask,some ask, few answer\n")
    for rubric, text in ((long, "we ask, we answer"), (wide, "some ask, few answer"), (other, "some ask, few answer")):
        assert isinstance(rubric, Rubric)
        assert rubric.descriptors[-1].text == text
        assert rubric.unread.lines == 0


def test_other_long_rows_are_counted():
    """Where it cannot be told which cell was cut, the row is left out and shown."""
    notes = read("text,element,team\nGood, but late,Trust,Nepal\nfine,Trust,Nepal\n")
    assert isinstance(notes, Notes)
    assert [unit.text for unit in notes.units] == ["fine"]
    assert notes.unread.lines == 1
    assert notes.unread.examples == ("row 2: Good, but late,Trust,Nepal",)


def test_long_rows_of_rosters_and_ratings_are_counted():
    """The other kinds count them as well."""
    roster = read("name,role\nMaya,officer, Karnali\nSita,driver\n")
    assert isinstance(roster, Roster)
    assert ([one.name for one in roster.people], roster.unread.lines) == (["Sita"], 1)
    ratings = read("review,team,element,level\nMarch,Nepal,Trust,low,er\nMarch,Nepal,Trust,low\n")
    assert isinstance(ratings, Ratings)
    assert (len(ratings.ratings), ratings.unread.lines) == (1, 1)


def test_a_cell_below_no_header_is_counted_and_its_row_read():
    """All cells stand below their headers; only the remark beside them is not read."""
    notes = read("text,team,\nfine,Nepal,ask Sita\n")
    assert isinstance(notes, Notes)
    assert [unit.text for unit in notes.units] == ["fine"]
    assert notes.unread.examples == ("row 2: fine,Nepal,ask Sita",)


def test_a_table_of_long_rows_only_is_refused():
    """The line says what is wrong with the rows."""
    with pytest.raises(NothingToAnalyse, match="every row has more cells than the header"):
        read("text,element\nGood, but late,Trust\n")


@given(st.lists(st.lists(st.sampled_from(["", " ", "late", "ফরম", "पैसा", "x y"]), min_size=1, max_size=6), max_size=5))
def test_every_filled_cell_of_a_text_is_kept(rows: list[list[str]]):
    """However many cells a row has: all its words are in its units, unless the row is counted."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows([("element", "text"), ("E", "sure"), *rows])
    notes = read(buffer.getvalue())
    assert isinstance(notes, Notes)
    empty = 0
    for number, row in enumerate(rows, 3):
        said = " ".join(unit.text for unit in notes.units if unit.line == number)
        words = [word for cell in row[1:] for word in cell.split()]
        assert [word for word in said.replace(",", " ").split() if word.strip()] == words
        empty += not words and any(cell.strip() for cell in row)
    assert notes.unread.lines == empty

"""Workbooks of Excel 97 to 2003."""

from pathlib import Path

import pytest

from nlp.documents import Notes, read_document
from nlp.documents.foreign import old_workbooks
from nlp.documents.foreign.old_workbooks import is_old_workbook, read_old_workbook
from nlp.errors import UnreadableFile

XLS = (Path(__file__).parent / "files" / "table.xls").read_bytes()


def test_a_merged_cell_is_repeated():
    """A lone sheet has no name; what is repeated is said."""
    (grid,) = read_old_workbook("a.xls", XLS)
    assert grid.name == ""
    assert [row.cell(0) for row in grid.rows[1:4]] == ["London"] * 3
    assert [row.repeated for row in grid.rows[1:4]] == [frozenset(), frozenset({0}), frozenset({0})]


def test_an_old_word_file_is_refused_still():
    """Only the stream of a workbook makes it one; what is cut short says so."""
    assert is_old_workbook(XLS)
    doc = XLS.replace(b"W\0o\0r\0k\0b\0o\0o\0k\0", b"W\0o\0r\0d\0D\0o\0c\0u\0")
    with pytest.raises(UnreadableFile, match=r"old Office file \(.doc, .xls\)"):
        read_document("notes.doc", doc)


def test_a_damaged_workbook_is_refused_in_time(monkeypatch):
    """The library may never come back from one: it works in a process of its own."""
    monkeypatch.setattr(old_workbooks, "_SECONDS", 2.0)
    with pytest.raises(UnreadableFile, match="the xls is broken"):
        read_document("notes.xls", XLS[:512] + bytes(512) + XLS[1024:])


def test_a_text_table_may_have_the_ending_of_a_workbook():
    """Many programs export tab separated text or a web page as .xls."""
    document = read_document("export.xls", "Team\tText\nNepal\tहामी सबै कुरा बाँड्छौं\n".encode())
    assert isinstance(document, Notes)
    assert document.units[0].attributes["team"] == "Nepal"
    with pytest.raises(UnreadableFile, match="a web page with the ending of a workbook"):
        read_document("export.xls", b"<html><table><tr><td>Text</td></tr></table></html>")

"""OpenDocument texts and workbooks, part by part."""

import io
import zipfile

import pytest

from nlp.documents.foreign.open_document import read_open_sheets, read_open_text
from nlp.documents.tables.table import Grid
from nlp.errors import UnreadableFile

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
                        ("fo", "xsl-fo-compatible"), ("draw", "drawing")]
)  # fmt: skip


def opened(kind: str, body: str, styles: str = "", manifest: str = "<manifest/>", xml: str | None = None) -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", xml if xml is not None else content)
    return buffer.getvalue()


def page(body: str, styles: str = "") -> list:
    return read_open_text("a.odt", opened("text", body, styles))


def sheet(rows: str, attributes: str = "", styles: str = "") -> list[Grid]:
    return read_open_sheets("a.ods", opened("spreadsheet", f"<table:table {attributes}>{rows}</table:table>", styles))


def test_what_stands_in_a_paragraph_is_its_text():
    """Spaces, tabs, breaks, spans; no comment, no footnote; a text box follows its paragraph."""
    blocks = page(
        "<text:p>বিশ্বাস<text:s text:c='2'/><text:span>है</text:span><text:tab/>x<text:line-break/>y"
        "<office:annotation><text:p>a comment</text:p></office:annotation>"
        "<text:note><text:note-body><text:p>a footnote</text:p></text:note-body></text:note>"
        "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>.</text:p>"
    )
    assert [(block.line, block.text) for block in blocks] == [(1, "বিশ্বাস  है\tx\ny."), (2, "boxed")]


def test_headings_are_told_by_level_title_and_weight():
    """A bold line is the weakest heading; a bold item of a list is an item; bold is taken over from a style above."""
    bold = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="C" style:parent-style-name="B"/><style:style style:name="Title"/>'
    )
    blocks = page(
        '<text:p text:style-name="Title">T</text:p><text:h text:outline-level="2">H</text:h>'
        '<text:p text:style-name="C">bold</text:p><text:p><text:span text:style-name="B">all bold</text:span></text:p>'
        '<text:p>half <text:span text:style-name="B">bold</text:span></text:p>'
        '<text:list><text:list-item><text:p text:style-name="B">item</text:p></text:list-item></text:list>',
        bold,
    )
    assert [block.heading for block in blocks] == [1, 3, 12, 12, 0, 0]
    assert [block.listed for block in blocks] == [False] * 5 + [True]


def test_tracked_changes_and_contents_are_passed_over():
    """Deleted text and a table of contents are no notes."""
    blocks = page(
        "<text:tracked-changes><text:changed-region><text:p>deleted</text:p></text:changed-region>"
        "</text:tracked-changes><text:table-of-content><text:index-body><text:p>1 Trust 3</text:p></text:index-body>"
        "</text:table-of-content><text:section><text:p>kept</text:p></text:section>"
    )
    assert [block.text for block in blocks] == ["kept"]


def test_repeated_cells_cost_nothing_where_they_are_empty():
    """A million empty rows and columns are how every sheet ends."""
    (grid,) = sheet(
        "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
        "<table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>a</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
        "<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>b</text:p></table:table-cell>"
        "</table:table-row><table:table-row table:number-rows-repeated='1048570'><table:table-cell/></table:table-row>"
    )
    assert [(row.number, row.cells) for row in grid.rows] == [(4, ("a", "a")), (5, ("b",)), (6, ("b",))]


def test_a_filled_row_repeated_without_end_is_refused():
    """One cell of a million rows would take gigabytes."""
    with pytest.raises(UnreadableFile, match="repeats a row"):
        sheet("<table:table-row table:number-rows-repeated='1048576'><table:table-cell><text:p>b</text:p>"
              "</table:table-cell></table:table-row>")  # fmt: skip


def test_a_cell_that_spans_columns_is_not_repeated_beside():
    """Only rows below a merged cell repeat it."""
    (grid,) = sheet(
        "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>title</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    )
    assert grid.rows[0].cells == ("title", "", "x")


def test_hidden_sheets_are_left_out():
    """As in a workbook of Excel."""
    styles = "<style:style style:name='h'><style:table-properties table:display='false'/></style:style>"
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    body = (
        f"<table:table table:name='1' table:style-name='h'>{row.format('old')}</table:table>"
        f"<table:table table:name='2'>{row.format('new')}</table:table>"
    )
    (grid,) = read_open_sheets("a.ods", opened("spreadsheet", body, styles))
    assert grid.rows[0].cells == ("new",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (opened("text", "", manifest="<x manifest:encryption-data=''/>"), "the odt has a password"),
        (opened("text", "", xml="<cut"), "the odt is broken"),
        (opened("text", "", xml="<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "XML that no office program writes"),
        (b"text", "this is no odt file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, said: str):
    """A password, a part that is cut, entities, no archive."""
    with pytest.raises(UnreadableFile, match=said):
        read_open_text("a.odt", data)

"""RTF, as word processors write it and as people damage it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.foreign.rich_text import read_rich_text
from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.tables.table import Grid
from nlp.errors import UnreadableFile


def page(body: str, head: str = "") -> list[Paragraph | Grid]:
    return read_rich_text("a.rtf", rf"{{\rtf1\ansi\ansicpg1252\uc1{head} {body}}}".encode("latin-1"))


def coded(text: str) -> str:
    units = text.encode("utf-16-le")
    return "".join(f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2))


@given(st.lists(st.text("aé খবরসমি্ा한👩🏽\u200d", min_size=1), min_size=1, max_size=4))
def test_every_script_survives(lines: list[str]):
    """Bangla, Devanagari, emoji of two code units, joiners."""
    read = page("".join(rf"\pard {coded(line)}\par " for line in lines))
    assert [block.text for block in read[: len(lines)]] == [line.strip() for line in lines]


def test_headings_by_style_and_by_level():
    """Word names the style of a paragraph, LibreOffice too; some write only the level."""
    head = r"{\stylesheet{\s0 Normal;}{\s1\ql\b\snext0 heading 1;}{\s12\ql Title;}}"
    read = page(r"\pard\s12 Top\par\pard\s1 Trust\par\pard\s0 said\par\pard\outlinelevel1 Money\par", head)
    assert [(block.text, block.heading) for block in read[:4]] == [("Top", 1), ("Trust", 2), ("said", 0), ("Money", 3)]


def test_items_of_lists_and_pictures():
    """The sign of an item is not its text; a picture is no text at all."""
    picture = rf"{{\pict\pngblip {'0a' * 900}}}"
    read = page(rf"{{\listtext\pard\plain \'b7\tab}}one\par{{\pntext\'b7\tab}}two\par {picture}three\par")
    assert [(block.text, block.listed) for block in read[:3]] == [("one", True), ("two", True), ("three", False)]


def test_tables_between_paragraphs():
    """Rows in a row are a table; a cell may hold several paragraphs and the sign |."""
    read = page(
        r"before\par\trowd\cellx1\cellx2\intbl Team\cell Text\cell\row"
        r"\trowd\cellx1\cellx2\intbl Nepal|UK\cell one\par two\cell\row\pard after\par"
    )
    assert [type(block) for block in read[:3]] == [Paragraph, Grid, Paragraph]
    assert [row.cells for row in read[1].rows] == [("Team", "Text"), ("Nepal|UK", "one\ntwo")]
    assert (read[0].text, read[2].text) == ("before", "after")


def test_too_long_is_refused():
    """Nobody writes eight megabytes."""
    with pytest.raises(UnreadableFile, match="larger than 8 MB"):
        read_rich_text("a.rtf", b"{\\rtf1 " + b"words " * 1_500_000 + b"}")


def test_links_keep_their_words_and_cost_no_more_than_others():
    """The address is no text; twenty thousand links that never end took a minute."""
    read = page(r'see {\field{\*\fldinst{HYPERLINK "http://a.org"}}{\fldrslt{the notes}}} here\par')
    assert read[0].text == "see the notes here"
    assert page(r"{\field{\*\fldinst{ HYPERLINK " * 20_000)

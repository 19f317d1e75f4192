"""Any input is read, or refused with one line; what cannot be read is counted."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents import Notes, Ratings, Rubric, read_document
from nlp.errors import InputError, UnreadableFile
from tests.nlp.documents.office import docx_of_xml, xlsx, xlsx_of_xml

SIGNS = "Aa: \n\r\t-*#|,;\"'.।?কা\u200dी•123/()=<>&🙂\ufeff\x00"
HEADERS = [
    "",
    "text,element\n",
    "element,level,descriptor\n",
    "name\tgender\n",
    "review;team;element;level\n",
    "# Trust\n- ",
]


def read_or_refuse(name, data):
    """Return the document, or None for a refusal of one line."""
    try:
        return read_document(name, data, ("en",))
    except InputError as error:
        refusal = str(error)
    assert "\n" not in refusal
    return None


@settings(max_examples=150)
@given(st.sampled_from(["a.txt", "a.md", "a.csv", "a.tsv"]), st.sampled_from(HEADERS), st.text(SIGNS, max_size=150))
def test_any_text_under_any_name(name, header, text):
    """Notes say something and lie inside the file."""
    document = read_or_refuse(name, (header + text).encode())
    if isinstance(document, Notes):
        lines = (header + text).count("\n") + (header + text).count("\r") + 2
        assert all(unit.text.strip() and 1 <= unit.line <= lines and unit.start <= unit.end for unit in document.units)


@settings(max_examples=60)
@given(
    st.text("<>/w:ptrc \"='&;ab\n", max_size=120), st.sampled_from([("a.docx", docx_of_xml), ("a.xlsx", xlsx_of_xml)])
)
def test_office_files_with_any_content(xml, kind):
    """The main part of a docx, the sheet of an xlsx."""
    name, office = kind
    read_or_refuse(name, office(f"<a>{xml}</a>".encode()))


def test_a_docx_whose_main_part_is_broken_is_refused():
    """Without a stack trace."""
    with pytest.raises(UnreadableFile, match="the docx is broken"):
        read_document("a.docx", docx_of_xml(b"<w:document>"))


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("element,level,descriptor\n,high,we meet\nTrust,high,we share\n", Rubric, "no element"),
        ("element,level,descriptor\nTrust,high,we share\nTrust,,we meet\n", Rubric, "no level"),
        ("review,team,element,level\nR1,Nepal,Trust,high\nR1,,Trust,high\n", Ratings, "no review, team"),
    ],
)
def test_rows_that_lack_something_are_counted(text, kind, why):
    """With what they lack."""
    document = read_document("a.csv", text.encode())
    assert isinstance(document, kind)
    assert document.unread.lines == 1
    assert why in document.unread.examples[0]


def test_cells_that_hold_a_time_or_a_truth():
    """As a person reads them."""
    data = xlsx(["text", "element", "at", "done"], ["we meet", "Trust", time(10, 30), True])
    notes = read_document("a.xlsx", data)
    assert isinstance(notes, Notes)
    assert dict(notes.units[0].attributes) == {"at": "10:30:00", "done": "True"}


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "line", ["a" * 200_000, "a. " * 60_000, "-" * 200_000, '"' * 200_001, ",;\t|" * 50_000, "# " * 100_000]
)
def test_very_long_lines_take_no_long_time(line):
    """As text and as a table."""
    for name in ("a.txt", "a.csv"):
        read_or_refuse(name, line.encode())


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_more_lines_than_memory_allows_are_refused_at_once(end):
    """A million notes are read; more than one and a half million lines are not."""
    with pytest.raises(UnreadableFile, match=r"1,600,000 lines"):
        read_document("a.txt", (b"a" + end) * 1_600_000)

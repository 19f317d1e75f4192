"""What readers leave out: each reason once, with its number and the first places, and never in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import Notes, Unread, read_document
from nlp.documents.types import MOST_EXAMPLES, Example, LeftOut
from nlp.messages import Message
from tests.nlp.documents.office import new_docx, saved, workbook


def reasons(name: str, data: bytes) -> list[tuple[str, int, list[str]]]:
    """Return every reason with its number and its places, in English."""
    return [
        (each.why.text, each.count, [" ".join(filter(None, (one.where.text, one.text))) for one in each.examples])
        for each in read_document(name, data).unread.reasons
    ]


def test_rows_are_told_apart_by_their_sheets():
    """Row 3 of two sheets is two rows."""
    rows = [["Text", "Team", "Date"], ["late", "Nepal", "2026-03-01"], ["", "Nepal", "2026-03-02"]]
    data = saved(workbook({"মার্চ": rows, "April": rows}))
    assert reasons("n.xlsx", data) == [("no text", 2, ["sheet মার্চ, row 3", "sheet April, row 3"])]


def test_a_sheet_of_something_else_is_named():
    """It was passed over without a word; it counts no lines."""
    book = workbook({"Notes": [["Text", "Element"], ["late", "Trust"]], "People": [["Name", "Role"], ["Sita", "lead"]]})
    document = read_document("n.xlsx", saved(book))
    assert document.unread.lines == 0
    assert reasons("n.xlsx", saved(book)) == [("they hold something else", 1, ["sheet People"])]


def test_what_minutes_have_above_their_headings_and_in_lists_of_people():
    """Neither are notes; both are said, with how they begin."""
    document = new_docx()
    document.add_heading("Minutes", 0)
    document.add_paragraph("The meeting began at nine with a prayer.")
    document.add_heading("উপস্থিতি", 1)
    document.add_paragraph("রিনা, আশা")
    document.add_heading("Trust", 1)
    document.add_paragraph("We meet", style="List Bullet")
    found = read_document("m.docx", saved(document))
    assert isinstance(found, Notes)
    assert ([unit.text for unit in found.units], found.unread.lines) == (["We meet"], 2)
    assert reasons("m.docx", saved(document)) == [
        (
            "text above the first heading",
            1,
            ["line 2 The meeting began at nine with a prayer."],
        ),
        ("below the heading উপস্থিতি", 1, ["line 4 রিনা, আশা"]),
    ]


def test_five_places_are_kept():
    """And all are counted."""
    data = b"text,team,date\n" + b"late,Nepal,2026-03-01\n,Nepal,2026-03-01\n" * 8
    ((why, count, places),) = reasons("n.csv", data)
    assert (why, count, places) == ("no text", 8, ["row 3", "row 5", "row 7", "row 9", "row 11"])


PARTS = st.lists(st.tuples(st.sampled_from(["no text", "no name"]), st.integers(1, 9)), max_size=6)


@given(PARTS, PARTS)
def test_two_parts_of_a_file_add_up(first: list[tuple[str, int]], second: list[tuple[str, int]]):
    """Lines and every reason are counted over both; a reason stands once, with at most five places."""

    def unread(parts: list[tuple[str, int]]) -> Unread:
        total = Unread()
        for why, count in parts:
            places = tuple(Example(Message(f"row {at}")) for at in range(min(count, MOST_EXAMPLES)))
            total += Unread(count, (LeftOut(Message(why), count, places),))
        return total

    both = unread(first) + unread(second)
    expected: dict[str, int] = {}
    for why, count in (*first, *second):
        expected[why] = expected.get(why, 0) + count
    assert both.lines == sum(expected.values())
    assert {each.why.text: each.count for each in both.reasons} == expected
    assert all(len(each.examples) == min(each.count, MOST_EXAMPLES) for each in both.reasons)


@pytest.mark.parametrize(
    "line", ["Written down after the call on 5 March 2026", "ফোনের পরে লেখা, ৫ মার্চ ২০২৬", "05.03.2026"]
)
def test_a_line_above_all_headings_that_says_when_they_were_written_is_no_note(line):
    """Where nothing else stands there; a sentence with a date in it is one."""
    text = f"# Leeds: reflections\n\n{line}\n\n## Trust\n\nWe meet\n\n## Money\n\nটাকা দেরিতে আসে\n"
    found = read_document("n.md", text.encode())
    assert isinstance(found, Notes)
    assert [unit.text for unit in found.units] == ["We meet", "টাকা দেরিতে আসে"]
    assert reasons("n.md", text.encode()) == [("text above the first heading", 1, [f"line 3 {line}"])]
    for said in (f"{line}.", f"{line}\n\nWe began late"):
        more = read_document("n.md", text.replace(line, said).encode())
        assert isinstance(more, Notes)
        assert len(more.units) > 2

"""Heads and feet of pages go, notes stay."""

import pytest

from nlp.documents.pdf.lines import Line
from nlp.documents.pdf.running_lines import without_running_lines


def page(*texts: str) -> list[Line]:
    return [Line(text, 60, 20 * n, 300, 20 * n + 12, 30, n) for n, text in enumerate(texts)]


def texts(pages: list[list[Line]]) -> list[list[str]]:
    return [[line.text for line in page] for page in without_running_lines(pages)]


def test_what_two_pages_share_at_their_edge_goes():
    """The row at the very head and foot; what they share further in are fields of a form, and stay."""
    pages = [page("Draft of 2026", "Element: Trust", said, "We meet", f"sheet {n}") for n, said in enumerate("ab")]
    assert texts(pages) == [["Element: Trust", "a", "We meet"], ["Element: Trust", "b", "We meet"]]


def test_three_rows_go_where_more_pages_share_them():
    """Letterheads are high; a note in the middle stays wherever it stands."""
    pages = [page("Partnership", "Box 7", said, "x", "We meet", "y", "z", f"Sheet {n}") for n, said in enumerate("abc")]
    assert texts(pages)[1] == ["b", "x", "We meet"]


def test_a_heading_at_the_head_of_every_page_stays():
    """It is larger than the text: the element that every team wrote of."""
    pages = [[Line("Trust", 60, 0, 300, 20, 30, 0), *page("", said, "We meet", "end")[1:]] for said in "ab"]
    assert texts(pages) == [["Trust", "a", "We meet"], ["Trust", "b", "We meet"]]


@pytest.mark.parametrize(
    "text", ["7", "- 7 -", "1/2", "Page 1 of 3", "পৃষ্ঠা ১", "पृष्ठ १", "file:///home/a.html", "11/29/26, 4:58 PM"]
)
def test_numbers_dates_and_addresses_go_from_a_single_page(text: str):
    """As browsers and word processors print them; a note that has a number stays."""
    (left,) = without_running_lines([page("We met 7 times", "We ring each other", text)])
    assert [line.text for line in left] == ["We met 7 times", "We ring each other"]

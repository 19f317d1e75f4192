"""Columns are read one after the other; tables stay as they were given."""

from nlp.documents.pdf.columns import in_reading_order
from nlp.documents.pdf.lines import Line


def line(text: str, left: float, top: float, width: float = 190, block: int = 0) -> Line:
    return Line(text, left, top, left + width, top + 12, 30, block)


def test_two_columns_below_a_title_and_above_a_foot():
    """Whatever goes across both stands between what is above and below it."""
    left = [line(f"l{n}", 60, 60 + 17 * n) for n in range(6)]
    right = [line(f"r{n}", 300, 66 + 17 * n) for n in range(6)]
    mixed = [each for pair in zip(left, right, strict=True) for each in pair]
    page = [line("title", 60, 20, 450), *mixed, line("foot", 60, 700, 450)]
    assert [each.text for each in in_reading_order(page)] == [
        "title",
        *(each.text for each in left),
        *(each.text for each in right),
        "foot",
    ]


def test_the_rows_of_a_table_are_no_columns():
    """Its lines stand beside each other; one column, and no line at all, stay too."""
    rows = [
        each for n in range(6) for each in (line(f"a{n}", 60, 20 * n, block=n), line(f"b{n}", 300, 20 * n, block=n))
    ]
    assert in_reading_order(rows) == rows
    assert in_reading_order(rows[::2]) == rows[::2]
    assert in_reading_order([]) == []


def test_cells_that_poppler_took_together_are_parted():
    """First all lines of one cell, then those of the next."""
    cells = [line("a1", 60, 0, 100), line("b1", 300, 4), line("a2", 60, 14, 100), line("b2", 300, 18)]
    assert [each.text for each in in_reading_order(cells)] == ["a1", "a2", "b1", "b2"]

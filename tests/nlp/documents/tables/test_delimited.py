"""CSV files whose rows no spreadsheet would hold."""

import pytest

from nlp.documents.tables.delimited import looks_like_table, read_delimited
from nlp.errors import Overgrown


def test_a_row_of_more_cells_than_any_table_has():
    """Prose with commas, without quotation marks, is refused in one line that says what to do."""
    wide = "text,element\n" + "নিয়মিত সভা হয় না, " * 20_000 + "\n"
    with pytest.raises(Overgrown, match="20,001 cells stand in one row, more than 20,000") as refused:
        read_delimited("notes.csv", wide.encode())
    assert "\n" not in str(refused.value)


def test_a_row_of_as_many_cells_as_a_table_may_have():
    """The widest one is read whole."""
    (grid,) = read_delimited("notes.csv", ("text" + ",q" * 19_999 + "\nWe meet\n").encode())
    assert len(grid.rows[0].cells) == 20_000


def test_a_long_line_of_running_text_is_no_table():
    """Looking whether a text is a table refuses nothing."""
    assert not looks_like_table("word," * 30_000)

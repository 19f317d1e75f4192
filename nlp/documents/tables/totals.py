"""Rows and columns that sum up the others: totals and averages, which nobody said."""

from dataclasses import replace

from nlp.documents.tables.table import Row, Table
from nlp.messages import Message
from nlp.names import name_key
from nlp.text.phrases import phrases
from nlp.text.segmentation.segment import tidy

_TOTALS = frozenset(
    map(
        name_key,
        phrases(
            """average|averages|avg|mean|median|total|totals|grand total|subtotal|sub-total|overall average
            average score
            mean score|total score|গড়|মোট|সর্বমোট|औसत|जम्मा|कुल|कुल जम्मा|promedio|total general|moyenne|somme|média
            المتوسط|المعدل|المجموع|الإجمالي|اوسط|کل|میزان|jumla|rata-rata|rerata|jumlah"""
        ),
    )
)
_MOST_WORDS = 3
_MOST_LETTERS = 60
"""Letters and digits of a cell that may be the name of a total; no way of writing one has as many."""
_TOTAL = Message("a total of other rows")


def is_total(name: str) -> bool:
    """Whether a heading is that of a total or an average."""
    return sum(map(str.isalnum, name)) <= _MOST_LETTERS and name_key(name) in _TOTALS


def without_totals(table: Table) -> Table:
    """Return the table without the rows that sum up others; they are named in its `unread`."""
    totals = [row for row in table.rows if _sums_up(row)]
    if not totals or len(totals) == len(table.rows):
        return table
    numbers = {row.number for row in totals}
    rows = tuple(row for row in table.rows if row.number not in numbers)
    return replace(table, rows=rows, unread=(*table.unread, *((row, _TOTAL, "") for row in totals)))


def _sums_up(row: Row) -> bool:
    cells = [cell for cell in row.cells if cell.strip()]
    short = len(cells) > 1 and all(len(cell.split()) <= _MOST_WORDS for cell in cells[1:])
    return short and is_total(tidy(cells[0]))

"""Rows of a text file with more cells than the header: a delimiter that stands in a cell without quotation marks."""

from dataclasses import replace

from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.rubrics import level_columns
from nlp.documents.tables.table import Row, Table
from nlp.messages import Message
from nlp.text.segmentation.segment import tidy

_FREE_TEXT = ("text", "note", "descriptor")
_LONGEST_EXAMPLE = 80


def fit_rows(table: Table, delimiter: str) -> Table:
    """Return the table with its too long rows mended, or else named in `unread`.

    Where the last header is that of free text (notes, descriptors, a level), the cells beyond it are its rest and are
    joined to it again. Elsewhere it is unknown which cell was cut: such a row is left out. It stays where only cells
    below columns without a header are too many.

    Args:
        table: as found in a file.
        delimiter: what parts its cells; "" (a sheet) leaves all rows as they are.
    """
    width = max((column + 1 for column, name in enumerate(table.header.cells) if name.strip()), default=0)
    longer = {row.number for row in table.rows if any(cell.strip() for cell in row.cells[width:])}
    if not delimiter or not width or not longer:
        return table
    if meaning(table.header.cell(width - 1)) in _FREE_TEXT or width - 1 in level_columns(table):
        rows = (_joined(row, width, delimiter) if row.number in longer else row for row in table.rows)
        return replace(table, rows=tuple(rows))
    kept = tuple(row for row in table.rows if row.number not in longer or len(row.cells) <= len(table.header.cells))
    why = Message("more cells than the {count} headers", {"count": width})
    unread = tuple((row, why, _begins(row, delimiter)) for row in table.rows if row.number in longer)
    return replace(table, rows=kept, unread=unread)


def _joined(row: Row, width: int, delimiter: str) -> Row:
    cells = row.cells
    while not cells[-1].strip():
        cells = cells[:-1]
    return replace(row, cells=(*cells[: width - 1], delimiter.join(cells[width - 1 :])))


def _begins(row: Row, delimiter: str) -> str:
    line = tidy(delimiter.join(row.cells))
    return line if len(line) <= _LONGEST_EXAMPLE else f"{line[:_LONGEST_EXAMPLE]}…"

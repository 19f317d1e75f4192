"""CSV and TSV as spreadsheets write them: any delimiter, quoted line ends, Excel's `sep=` line."""

import csv
import re
import sys
from collections.abc import Iterator

from nlp.documents.tables.table import Grid, Row, SharedCells, Table, find_table
from nlp.documents.tables.table_kinds import kind_of
from nlp.errors import Overgrown, UnreadableFile, at_row
from nlp.messages import Message
from nlp.text.decode import decode

_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r'\s*"?sep=(.)"?[^\S\r\n]*(\r\n|\r|\n)', re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HEAD = 60
_MOST_CELLS = 20_000
"""In one row: more than the 16,384 columns of a spreadsheet."""


def read_delimited(source: str, data: bytes) -> list[Grid]:
    """Return the one grid of a CSV or TSV file.

    Raises:
        UnreadableFile, UnknownEncoding: see `nlp.text.decode`; a quotation mark that is never closed.
        Overgrown: a row has more cells than any table.
    """
    text = decode(source, data)
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        text, delimiter = text[stated.end() :], stated[1]
    else:
        delimiter = _sniff(text)
    return [_grid(source, text, delimiter)]


def looks_like_table(text: str) -> bool:
    """Whether a text file is a table after all: two headers that are known, or one where tabs part the columns."""
    delimiter = _sniff(text)
    table = find_table(_grid("", _head(text), delimiter))
    if table is None or not table.rows or kind_of(table) is None:
        return False
    return len(table.columns) > 1 or (delimiter == "\t" and len(table.header.cells) > 1)


def _sniff(text: str) -> str:
    """Return the delimiter that gives a known header, or else most columns that the rows have too."""

    def score(delimiter: str) -> tuple[int, float]:
        grid = _grid("", _head(text), delimiter)
        table: Table | None = find_table(grid)
        if table is None:  # nothing but this delimiter
            return sys.maxsize, 0
        known = len(table.columns) + 2 * (kind_of(table) is not None)
        width = len(table.header.cells)
        fitting = sum(len(row.cells) == width for row in table.rows)
        return known, width * (fitting + 1) / len(grid.rows)

    return max(_DELIMITERS, key=score)


def _head(text: str) -> str:
    return "".join(text[:200_000].splitlines(keepends=True)[:_HEAD])


def _lines(text: str) -> Iterator[str]:
    """Yield lines with their ends; a stream of the whole text would hold it once more, four bytes a letter."""
    return (line[0] for line in _LINE.finditer(text))


def _too_wide(source: str, row: int, count: int) -> Overgrown:
    problem = Message("{count} cells stand in one row, more than {most}", {"count": count, "most": _MOST_CELLS})
    return Overgrown(source, problem, Message('Write " around a cell that holds the delimiter'), at_row(row))


def _grid(source: str, text: str, delimiter: str) -> Grid:
    rows: list[Row] = []
    shared = SharedCells()
    limit = csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    try:
        for record in csv.reader(_lines(text), delimiter=delimiter, strict=bool(source)):
            if source and len(record) > _MOST_CELLS:
                raise _too_wide(source, len(rows) + 1, len(record))
            rows.append(Row(len(rows) + 1, shared(record)))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            place = at_row(len(rows) + 1)
            raise UnreadableFile(
                source,
                Message("a quotation mark is never closed"),
                Message('Close it, or write "" for " inside a cell'),
                place,
            ) from error
        rows = [
            Row(number, shared(record))
            for number, record in enumerate(csv.reader(_lines(text), delimiter=delimiter), 1)
        ]
    finally:
        csv.field_size_limit(limit)
    return Grid("", tuple(rows), delimiter)

"""Agenda segments of a table beside a record."""

from collections.abc import Iterator, Sequence

from nlp.documents.tables.agenda_columns import COLUMNS
from nlp.documents.tables.delimited import read_delimited
from nlp.documents.tables.xlsx import read_workbook
from nlp.errors import InputError, MissingColumn, at_row
from nlp.messages import Message
from nlp.text.seconds import seconds
from nlp.transcripts.types import Segment


def read_segments(filename: str, data: bytes) -> tuple[Segment, ...]:
    """Read a table `start, end, name` of agenda segments; times are clocks or seconds, `end` may be left out.

    Raises:
        MissingColumn: there is no column for the start or for the name.
        InputError: a row has no time that can be read, or ends before it begins.
        UnreadableFile, UnknownEncoding: as `nlp.documents.read_document`.
    """
    grids = read_workbook(filename, data) if data.startswith(b"PK\x03\x04") else read_delimited(filename, data)
    rows = (
        [(row.number, row.cells) for row in grids[0].rows if any(cell.strip() for cell in row.cells)] if grids else []
    )
    header = [" ".join(cell.split()).casefold() for cell in rows[0][1]] if rows else []
    columns = {
        meaning: place for meaning, names in COLUMNS.items() for place, cell in enumerate(header) if cell in names
    }
    for needed in ("start", "name"):
        if needed not in columns:
            raise MissingColumn(
                filename,
                Message("there is no column {column}", {"column": needed}),
                Message("Name the columns start, end, name"),
            )
    return tuple(_segments(filename, rows[1:], columns))


def _segments(filename: str, rows: Sequence[tuple[int, Sequence[str]]], columns: dict[str, int]) -> Iterator[Segment]:
    for number, cells in rows:
        texts = {meaning: cells[place].strip() if place < len(cells) else "" for meaning, place in columns.items()}
        start, end = seconds(texts["start"]), seconds(texts.get("end", ""))
        if start is None or (end is None and texts.get("end")):
            raise InputError(
                filename,
                Message("a time cannot be read"),
                Message("Write times as 0:10:00 or in seconds"),
                at_row(number),
            )
        if end is not None and end <= start:
            raise InputError(
                filename,
                Message("the segment ends before it begins"),
                Message("Correct the times"),
                at_row(number),
            )
        yield Segment(texts["name"], start, end, line=number)

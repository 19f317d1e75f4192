"""Turns from a data frame or rows: read as the table of turns that they are, their times looked at more strictly."""

from collections.abc import Mapping, Sequence
from itertools import islice
from numbers import Integral, Real

from nlp.documents.read import open_tables, tables_in_text
from nlp.documents.rows.columns import NO_COLUMN, check_cells
from nlp.documents.rows.grid import NO_TEXT, HandedRows, rows_of
from nlp.documents.rows.handed import Column
from nlp.documents.tables.table import Row as GridRow
from nlp.door.wrong import write, wrong_type
from nlp.errors import MissingColumn, NothingToAnalyse, UnreadableFile, WrongValue
from nlp.messages import Message
from nlp.names import name_key
from nlp.text.seconds import seconds
from nlp.transcripts.prose.turn_tables import (
    HIGHEST_HEADER,
    Row,
    columns_of_turns,
    has_turns,
    meaning_of_header,
    turns_from_rows,
)
from nlp.transcripts.types import Transcript, Turn

Named = Mapping[str, Column]
"""Meaning -> the column that a call names for it."""

_TIMES = ("start", "end")
_SECONDS = Message("Give the seconds from the start of the record")


def handed_turns(handed: object) -> HandedRows:
    """Return the rows that hold turns, or the lines of a transcript.

    Raises:
        WrongType: it has been read already, or holds no rows.
    """
    if isinstance(handed, Transcript):
        raise wrong_type("rows", "DataFrame | list[dict]", handed, Message("It has been read: use it as it is"))
    return rows_of(handed, ("speaker", "text"), "text")


def turns_of(rows: HandedRows, name: str, named: Named) -> Transcript:
    """Return the turns of rows.

    Raises:
        MissingColumn: there is no column of speakers or of words.
        WrongType: words are no text.
        WrongValue: a time cannot be, or only some turns have one.
    """
    if not rows.grid.rows:
        raise NothingToAnalyse(name, Message("there are no turns"), Message("Hand in at least one turn"))
    check_cells(rows, ())
    body = _with_names(name, [(row.number, _with_decimals(rows, row)) for row in rows.grid.rows], named)
    columns = columns_of_turns(body[0][1]) or {}
    if not has_turns(body) or (rows.headed and "speaker" not in columns):
        raise _no_turns(name, body)
    transcript = turns_from_rows(name, body, form="table")
    for turn in transcript.turns:
        if "text" in columns and (value := rows.no_texts.get((turn.line, columns["text"]))) is not None:
            raise wrong_type(body[0][1][columns["text"]], "str", value, NO_TEXT, rows.place(turn.line), name)
    _check_times(rows, transcript, columns)
    return transcript


def _with_decimals(rows: HandedRows, row: GridRow) -> tuple[str, ...]:
    """Return the cells of a row; whole seconds that are no integers keep their decimals and are no milliseconds."""
    kept = {
        column: f"{cell}.0"
        for column, cell in enumerate(row.cells)
        if cell.isdecimal()
        and isinstance(value := rows.no_texts.get((row.number, column)), Real)
        and not isinstance(value, Integral)
    }
    return tuple(kept.get(column, cell) for column, cell in enumerate(row.cells)) if kept else row.cells


def turns_of_table(name: str, data: bytes, named: Named) -> Transcript:
    """Return the turns of a file that is a table, whose columns a call names.

    Raises:
        MissingColumn: no table has the columns.
        UnreadableFile: the file is no table.
    """
    tables = open_tables(name, data) or tables_in_text(name, data, surely=True)
    if tables is None:
        raise UnreadableFile(
            name, Message("this is no table, so no column can be named"), write("read_transcript(path)")
        )
    missing: MissingColumn | None = None
    for grid in tables.grids:
        try:
            body = _with_names(name, [(row.number, row.cells) for row in grid.rows], named)
        except MissingColumn as error:
            missing = missing or error
            continue
        if has_turns(body):
            return turns_from_rows(name, body, form="table")
        missing = missing or _no_turns(name, body)
    raise missing or _no_turns(name, [])


def _with_names(name: str, rows: Sequence[Row], named: Named) -> list[Row]:
    """Return rows whose header calls the columns what they are said to be, and no other column that."""
    if not named:
        return list(rows)
    wanted = {name_key(str(column)): meaning for meaning, column in named.items()}
    for at, (number, cells) in enumerate(islice(rows, HIGHEST_HEADER)):
        keys = [name_key(cell) for cell in cells]
        if wanted.keys() <= set(keys):
            pairs = enumerate(zip(cells, keys, strict=True))
            header = [_header(cell, key, wanted, first=keys.index(key) == column) for column, (cell, key) in pairs]
            return [*rows[:at], (number, header), *rows[at + 1 :]]
    there = {name_key(cell) for cell in _first_cells(rows)}
    missing = tuple(str(column) for column in named.values() if name_key(str(column)) not in there)
    raise MissingColumn(name, _none_called(missing, rows), Message("Name one of them"))


def _first_cells(rows: Sequence[Row]) -> Sequence[str]:
    return rows[0][1] if rows else ()


def _none_called(missing: tuple[str, ...], rows: Sequence[Row]) -> Message:
    there = tuple(cell for cell in _first_cells(rows) if cell) or Message("none")
    return Message(NO_COLUMN, {"missing": missing, "columns": there})


def _header(cell: str, key: str, wanted: Mapping[str, str], *, first: bool) -> str:
    if key in wanted and first:
        return wanted[key]
    return "" if meaning_of_header(cell) in wanted.values() else cell


def _no_turns(name: str, rows: Sequence[Row]) -> MissingColumn:
    found = {meaning_of_header(cell) for cell in _first_cells(rows)}
    missing = tuple(meaning for meaning in ("speaker", "text") if meaning not in found)
    remedy = Message("Say which it is: {call}", {"call": "read_transcript(..., speaker=..., text=...)"})
    return MissingColumn(name, _none_called(missing, rows), remedy)


def _check_times(rows: HandedRows, transcript: Transcript, columns: Mapping[str, int]) -> None:
    cells = {row.number: row for row in rows.grid.rows}
    given = [meaning for meaning in _TIMES if meaning in columns]
    some = [meaning for meaning in given if any(getattr(turn, meaning) is not None for turn in transcript.turns)]
    for turn in transcript.turns:
        times = {meaning: cells[turn.line].cell(columns[meaning]).strip() for meaning in given}
        problem = _what_is_wrong(turn, times, some)
        if problem is not None:
            raise WrongValue(transcript.name, problem, _SECONDS, rows.place(turn.line))


def _what_is_wrong(turn: Turn, times: Mapping[str, str], some: Sequence[str]) -> Message | None:
    for meaning, written in times.items():
        if written and getattr(turn, meaning) is None and not (meaning == "end" and turn.start is None):
            return Message("{name} is no time: {value}", {"name": meaning, "value": written})
        if not written and meaning in some:
            return Message("{name} is missing, though other turns have it", {"name": meaning})
    start, end = (seconds(times.get(meaning, "")) for meaning in _TIMES)
    if start is not None and end is not None and end < start:
        values = {"start": times["start"], "end": times["end"]}
        return Message("the end ({end}) is before the start ({start})", values)
    return None

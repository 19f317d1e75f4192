"""What `interpret --out FILE` writes, by the ending of the file: one table of endings."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from nlp.frames.table import Table
from nlp.readings.types import Interpretation
from service.cli.out import stream
from service.cli.out.whole import STANDARD_OUTPUT

Write = Callable[[Interpretation, str], bytes]
"""Makes the file of readings, and of the names of the files that were read."""


def _tables(name: str) -> Write:
    def write(found: Interpretation, title: str) -> bytes:
        from service.exports.tables.dictionary import About
        from service.exports.tables.formats import TABLES
        from service.presentation.i18n import language

        return TABLES[name](_of(found), About(title, date.today().isoformat(), language("en")))

    return write


def _notes(found: Interpretation, title: str) -> bytes:  # noqa: ARG001 - one table has no place for a title
    from service.exports.tables.csv_files import csv_of

    return csv_of(_of(found)[0])


def _coded(found: Interpretation, title: str) -> bytes:
    from service.exports.refi.files import qdpx_of_readings

    return qdpx_of_readings(found, title)


def _report(format_: str) -> Write:
    def write(found: Interpretation, title: str) -> bytes:
        from service.exports.formats import formats_for, written
        from service.presentation.i18n import language
        from service.presentation.report.document import Reader
        from service.presentation.report.of_readings import report_of_readings
        from service.publications.types import Format

        kind = Format(format_)
        reader = Reader.FACILITATOR if kind in formats_for(Reader.FACILITATOR) else Reader.ROOM
        return written(report_of_readings(found, title, language("en"), reader), kind)

    return write


def _of(found: Interpretation) -> Sequence[Table]:
    from nlp.frames.results import tables_of

    return tables_of(found)


ENDINGS: Mapping[str, Write] = {
    ".xlsx": _tables("xlsx"),
    ".csv": _notes,
    ".zip": _tables("csv"),
    ".jsonl": _tables("jsonl"),
    ".qdpx": _coded,
    ".html": _report("html"),
    ".pdf": _report("pdf"),
    ".docx": _report("docx"),
    ".pptx": _report("pptx"),
}
"""Ending -> what makes the file: .csv is the table of notes alone, .zip has all tables as CSV.

Reports name no writer of a note."""


def writer_of(path: Path | None, form: str = "") -> Write | None:
    """Return what makes a file, None where none is asked for.

    Args:
        path: its ending says which form it has.
        form: an ending without its dot, where the path has none; standard output gets JSON Lines if nothing is said.

    Raises:
        typer.Exit: code 2, after a line on stderr, where no form is said, or none that is written.
    """
    if path is None:
        if form:
            stream.refuse("--format says in what form --out is written: give that too, such as --out -")
        return None
    said = form or path.suffix or ("jsonl" if path == STANDARD_OUTPUT else "")
    write = ENDINGS.get(f".{said.lower().removeprefix('.')}")
    if write is None:
        option = "--format" if form else "--out"
        does = "is one of" if form else "writes files that end in"
        stream.refuse(f"{option} {does} {', '.join(each.removeprefix('.') if form else each for each in ENDINGS)}")
    return write

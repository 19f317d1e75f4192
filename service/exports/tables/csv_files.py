"""Tables as CSV: a file each in one zip, with a dictionary for people and a Data Package for programs."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence

from nlp.frames.table import Column, Kind, Table, Value
from nlp.messages import msgid
from service.exports.tables.cells import clean, day_of, finite, looks_like_formula
from service.exports.tables.dictionary import About, dictionary_of

GUARD = "'"
"""Before a text that a spreadsheet would take for a formula, and before one that begins with this sign itself."""

GUARDED = msgid(
    "In CSV a text that begins like a formula (= + - @ …) has an apostrophe before it, and so has a text that begins "
    "with an apostrophe: take one away to have it as it was written."
)
UNTOLD = msgid("Empty is what is not known; NA and null are words that somebody wrote.")

_TYPES = {Kind.TEXT: "string", Kind.WHOLE: "integer", Kind.NUMBER: "number", Kind.TRUTH: "boolean", Kind.DATE: "date"}


def write_csv(tables: Sequence[Table], about: About) -> bytes:
    """Return tables as a zip of CSV files in UTF-8 with a byte order mark, by which Excel knows the encoding."""
    dictionary = dictionary_of(tables, about, GUARDED, UNTOLD)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for table in (dictionary, *tables):
            file.writestr(f"{table.name}.csv", csv_of(table))
        file.writestr("datapackage.json", _package(tables, about))
    return stream.getvalue()


def csv_of(table: Table) -> bytes:
    """Return one table as CSV."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([column.name for column in table.columns])
    rows.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str | int | float:
    match finite(value):
        case None:
            return ""
        case bool() as truth:
            return "true" if truth else "false"
        case str() as given:
            text = clean(given)
            return GUARD + text if text.startswith(GUARD) or looks_like_formula(text) else text
        case number:
            return number


def _package(tables: Sequence[Table], about: About) -> str:
    """Return the description that programs read, as Frictionless Data Package has it."""
    package = {
        "name": "manyvoices-data",
        "title": about.title,
        "created": about.made,
        "description": " ".join((*about.remarks, about.say(GUARDED), about.say(UNTOLD))),
        "resources": [
            {
                "name": table.name,
                "path": f"{table.name}.csv",
                "title": about.say(table.about),
                "format": "csv",
                "encoding": "utf-8",
                "schema": {"fields": list(_fields(table, about)), "missingValues": [""]},
            }
            for table in tables
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1)


def _fields(table: Table, about: About) -> Iterator[dict[str, str]]:
    for place, column in enumerate(table.columns):
        yield {"name": column.name, "type": _type(table, column, place), "description": about.say(column.about)}


def _type(table: Table, column: Column, place: int) -> str:
    """Return the type of a column; one with dates that could not be read is a column of texts."""
    texts = (row[place] for row in table.rows) if column.kind is Kind.DATE else ()
    dates = all(not text or day_of(str(text)) for text in texts)
    return _TYPES[column.kind] if dates else "string"

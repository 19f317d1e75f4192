"""Everything as JSON Lines: one object a line that says its `kind`; the contract is docs/reference/data.md."""

import json
from collections.abc import Sequence

from nlp.frames.table import Table
from service.exports.tables.cells import finite
from service.exports.tables.dictionary import About
from service.serialisation import HALF_SIGNS

FORMAT, VERSION = "manyvoices-data", 1
"""What the first line says; the version goes up when a kind or a field goes, or means something else."""


def write_json_lines(tables: Sequence[Table], about: About) -> bytes:
    """Return tables as JSON Lines in UTF-8: first what the file is, then every row of every table."""
    first: dict[str, object] = {
        "kind": "about",
        "format": FORMAT,
        "version": VERSION,
        "title": about.title,
        "made": about.made,
        "language": about.language.code,
        "names": about.names,
        "remarks": list(about.remarks),
    }
    lines = [_line(first)]
    for table in tables:
        lines += [_line({"kind": table.one, **row}) for row in table.dicts()]
    return "".join(lines).encode()


def _line(form: dict[str, object]) -> str:
    values = {name: finite(value) if isinstance(value, float) else value for name, value in form.items()}
    return json.dumps(values, ensure_ascii=False, allow_nan=False).translate(HALF_SIGNS) + "\n"

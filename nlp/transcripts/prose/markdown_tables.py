"""Tables of Markdown within a record: a list of those present has a row for each."""

import re
from collections.abc import Sequence

from nlp.transcripts.speakers.lexicon import ABSENT, NAME_COLUMNS, PRESENCE_COLUMNS
from nlp.transcripts.speakers.speaker_labels import clean_label

_RULE = re.compile(r"\s*:?-+:?\s*")


def is_table_row(line: str) -> bool:
    """Whether a line is a row of a Markdown table."""
    return line.startswith("|") and line.endswith("|") and len(line) > 1


def is_rule(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are the rule below the heading: `|---|:---:|`."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(_RULE.fullmatch(cell) for cell in filled)


def names_in_table(rows: Sequence[str]) -> list[str] | None:
    """Return the names of those present in one table, None if its heading names no column with people."""
    header = [cell.casefold() for cell in _cells(rows[0])]
    column = next((place for place, cell in enumerate(header) if cell in NAME_COLUMNS), None)
    if column is None:
        return None
    presence = next((place for place, cell in enumerate(header) if cell in PRESENCE_COLUMNS), None)
    below = [_cells(row) for row in rows[1:] if not is_rule(row.split("|"))]
    there = [cells for cells in below if presence is None or _cell(cells, presence).casefold() not in ABSENT]
    return [name for cells in there if (name := _cell(cells, column))]


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _cells(row: str) -> list[str]:
    return [clean_label(cell) for cell in row.strip("|").split("|")]

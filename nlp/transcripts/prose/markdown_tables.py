"""Tables of Markdown within a record: a list of those present has a row for each."""

import re
from collections.abc import Sequence

from nlp.transcripts.speakers.lexicon import NAME_COLUMNS
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
    """Return the names in the rows of one table, None if its heading names no column with people."""
    header = [cell.casefold() for cell in _cells(rows[0])]
    column = next((place for place, cell in enumerate(header) if cell in NAME_COLUMNS), None)
    if column is None:
        return None
    below = (_cells(row) for row in rows[1:] if not is_rule(row.split("|")))
    return [cells[column] for cells in below if len(cells) > column and cells[column]]


def _cells(row: str) -> list[str]:
    return [clean_label(cell) for cell in row.strip("|").split("|")]

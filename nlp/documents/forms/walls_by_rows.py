"""Walls that lie on their side: an element or a team at the beginning of every row, and its notes beside it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from nlp.documents.forms.boards import is_team
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.table import Grid, Row
from nlp.rubrics.element_names import concepts
from nlp.text.segmentation.segment import tidy

_FEWEST_LABELS, _MOST_ROWS = 2, 200
_MOST_TITLES = 2
_LONGEST_LABEL = 6
_WORDS_OF_NOTE = 3
_QUESTION_MARKS = ("?", "？", "؟")

Labelled = Sequence[tuple[str, Row]]
"""Rows with the label that holds for them."""


def with_labels_above(grid: Grid) -> Grid:
    """Return a wall that lies on its side with its labels above; any other grid as it is.

    Nothing but a title stands above such a wall: its first row begins with a label and goes on with notes as the others
    do; a row without a label, or below a merged one, goes on with the label above it. At least half of the labels, and
    two, must be known names of elements or of teams, and more of them than of what stands in the first row: beside
    unknown names these could be the answers of people to questions that nobody wrote down.
    """
    rows = [row for row in grid.rows if any(cell.strip() for cell in row.cells)]
    rows = rows[next((at for at, row in enumerate(rows[: _MOST_TITLES + 1]) if _count(row) > 1), 0) :]
    labelled = _labelled(rows)
    if not labelled or len(rows) > _MOST_ROWS or not _is_wall(labelled):
        return grid
    notes: dict[str, list[str]] = {}
    for label, row in labelled:
        notes.setdefault(label, []).extend(cell for cell in row.cells[1:] if cell.strip())
    first = rows[0].number
    below = (Row(first + at, cells) for at, cells in enumerate(zip_longest(*notes.values(), fillvalue=""), start=1))
    return replace(grid, rows=(Row(first, tuple(notes)), *below), delimiter="")


def _labelled(rows: Sequence[Row]) -> Labelled:
    """Return every row with its label; nothing where the first row has none, or one stands at two places."""
    found: list[tuple[str, Row]] = []
    for row in rows:
        own = "" if 0 in row.repeated else tidy(row.cell(0))
        if not own and not found:
            return []
        found.append((own or found[-1][0], row))
    begun = [tidy(row.cell(0)) for row in rows if 0 not in row.repeated and row.cell(0).strip()]
    return found if len(set(begun)) == len(begun) else []


def _is_wall(labelled: Labelled) -> bool:
    labels = list(dict.fromkeys(label for label, _ in labelled))
    if any(map(_is_none, labels)) or not all(_holds_notes(row) for _, row in labelled):
        return False
    above = [tidy(cell) for cell in labelled[0][1].cells if cell.strip()]
    for known in (is_team, concepts):
        count = sum(bool(known(label)) for label in labels)
        if count >= _FEWEST_LABELS and count * 2 >= len(labels) and count > sum(bool(known(name)) for name in above):
            return True
    return False


def _is_none(label: str) -> bool:
    return meaning(label) is not None or len(label.split()) > _LONGEST_LABEL


def _holds_notes(row: Row) -> bool:
    notes = [tidy(cell) for cell in row.cells[1:] if cell.strip()]
    said = sum(len(note.split()) for note in notes)
    return said >= _WORDS_OF_NOTE * len(notes) > 0 and not any(note.endswith(_QUESTION_MARKS) for note in notes)


def _count(row: Row) -> int:
    """How many cells of a row hold something, those that are merged counted once."""
    return sum(bool(cell.strip()) for at, cell in enumerate(row.cells) if at not in row.spanned)

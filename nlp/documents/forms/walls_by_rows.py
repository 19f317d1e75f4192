"""Walls that lie on their side: an element or a team at the beginning of every row, and its notes beside it."""

from collections.abc import Sequence

from nlp.documents.forms.boards import is_team
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.table import Grid, Row
from nlp.rubrics.element_names import concepts
from nlp.text.segmentation.segment import tidy

_FEWEST_ROWS, _MOST_ROWS = 2, 30
_LONGEST_LABEL = 6
_WORDS_OF_NOTE = 3
_QUESTION_MARKS = ("?", "？", "؟")


def with_labels_above(grid: Grid) -> Grid:
    """Return a wall that lies on its side with its labels above; any other grid as it is.

    Nothing stands above such a wall: its first row begins with a label and goes on with notes as the others do. At
    least half of the labels, and two, must be known names of elements or of teams: beside unknown names these could be
    the answers of people to questions that nobody wrote down.
    """
    rows = [row for row in grid.rows if any(cell.strip() for cell in row.cells)]
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS or not _is_wall(rows):
        return grid
    width = max(len(row.cells) for row in rows)
    first = rows[0].number
    turned = (Row(first + column, tuple(row.cell(column) for row in rows)) for column in range(width))
    return Grid(grid.name, tuple(turned), "", grid.heading)


def _is_wall(rows: Sequence[Row]) -> bool:
    labels = [tidy(row.cell(0)) for row in rows]
    if len(set(labels)) < len(labels) or not all(labels) or any(map(_is_none, labels)):
        return False
    known = max(sum(map(is_team, labels)), sum(bool(concepts(label)) for label in labels))
    return known >= _FEWEST_ROWS and known * 2 >= len(labels) and all(map(_holds_notes, rows))


def _is_none(label: str) -> bool:
    return meaning(label) is not None or len(label.split()) > _LONGEST_LABEL


def _holds_notes(row: Row) -> bool:
    notes = [tidy(cell) for cell in row.cells[1:] if cell.strip()]
    said = sum(len(note.split()) for note in notes)
    return said >= _WORDS_OF_NOTE * len(notes) > 0 and not any(note.endswith(_QUESTION_MARKS) for note in notes)

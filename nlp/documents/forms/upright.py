"""Forms that lie on their side: a question in every row, and beside it what one person, or several, answered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from nlp.documents.forms.boards import is_team
from nlp.documents.forms.question_codes import with_questions_for_codes
from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.forms.two_headings import with_one_note_a_row
from nlp.documents.forms.walls_by_rows import with_labels_above
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.level_names import is_level
from nlp.documents.tables.table import Grid, Row
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

T = TypeVar("T")
_QUESTION_MARKS = ("?", "？", "؟")
_FEWEST_ROWS = 3
_MOST_ROWS = 200
_ABOUT_PEOPLE = frozenset({"participant", "team", "date", "review", "language"})


def upright_grids(grids: Sequence[Grid]) -> list[Grid]:
    """Return grids with those upright that lie on their side; forms with the same questions become one grid.

    A wall with two rows of headings becomes a table of notes, one with its headings at the side has them above; codes
    of questions become the questions.
    """
    return [grid for grid in upright_blocks(grids) if isinstance(grid, Grid)]


def upright_blocks(blocks: Iterable[T | Grid]) -> list[T | Grid]:
    """Return the blocks of a page with its grids upright: see `upright_grids`."""
    placed: list[T | Grid] = []
    first_of: dict[tuple[str, ...], int] = {}
    for block in _with_questions(blocks):
        if isinstance(block, Grid) and not block.rows:
            continue
        if not isinstance(block, Grid) or not _lies_on_its_side(block):
            placed.append(with_one_note_a_row(with_labels_above(block)) if isinstance(block, Grid) else block)
            continue
        grid = _upright(block)
        questions = tuple(map(name_key, grid.rows[0].cells))
        before = placed[first_of[questions]] if questions in first_of else None
        if isinstance(before, Grid) and before.name == grid.name:
            placed[first_of[questions]] = replace(before, rows=(*before.rows, *grid.rows[1:]))
        else:
            first_of[questions] = len(placed)
            placed.append(grid)
    return placed


def _with_questions(blocks: Iterable[T | Grid]) -> Iterator[T | Grid]:
    """Yield the blocks with the questions of all their grids for the codes in them."""
    held = list(blocks)
    grids = iter(with_questions_for_codes([block for block in held if isinstance(block, Grid)]))
    for block in held:
        yield next(grids) if isinstance(block, Grid) else block


def _lies_on_its_side(grid: Grid) -> bool:
    """Whether the first column holds the questions of a form, and the others what people answered."""
    rows = _filled(grid)
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS or _width(rows) < 2:
        return False
    labels = [tidy(row.cell(0)) for row in rows]
    asked = [label for label in labels if label.endswith(_QUESTION_MARKS)]
    known = [label for label in labels[not _is_header(rows[0]) :] if meaning(label) in _ABOUT_PEOPLE]
    if not asked or len(asked) + len(known) < max(_FEWEST_ROWS - 1, len(list(filter(None, labels))) * 0.5):
        return False
    if any(tidy(row.cell(column)).endswith(_QUESTION_MARKS) for row in rows[:1] for column in range(1, _width(rows))):
        return False
    others = [tidy(cell) for cell in rows[0].cells[1:] if cell.strip()]
    if _is_header(rows[0]):
        return len(asked) > 1 and not any(_is_known(cell) for cell in others)
    return _width(rows) == 2 and (len(asked) > 1 or len(known) > 1)


def _is_known(header: str) -> bool:
    return meaning(header) is not None or is_team(header) or is_level(header) or is_tool_column(header)


def _is_header(row: Row) -> bool:
    """Whether a row is the one above the answers: `Question | Respondent 1 | Respondent 2`."""
    return meaning(row.cell(0)) == "element" or (not row.cell(0).strip() and any(cell.strip() for cell in row.cells))


def _upright(grid: Grid) -> Grid:
    rows = _filled(grid)
    first = 1 if _is_header(rows[0]) else 0
    people = (Row(rows[0].number, ("participant", *map(tidy, rows[0].cells[1:]))),) if first else ()
    lines = (*people, *rows[first:])
    turned = tuple(
        Row(rows[0].number + column, tuple(row.cell(column) for row in lines)) for column in range(_width(rows))
    )
    return replace(grid, rows=turned, delimiter="")


def _filled(grid: Grid) -> list[Row]:
    return [row for row in grid.rows if any(cell.strip() for cell in row.cells)]


def _width(rows: Sequence[Row]) -> int:
    return max(column + 1 for row in rows for column, cell in enumerate(row.cells) if cell.strip())

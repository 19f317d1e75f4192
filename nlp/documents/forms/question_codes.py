"""Forms whose headers are codes (Q1, Q2) while the questions stand below the answers or on a sheet of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.documents.tables.table import Grid, Row
from nlp.text.numerals import folded
from nlp.text.segmentation.segment import tidy

_CODE = re.compile(r"[^\W\d_]{1,8}[\s._-]?\d{1,3}[a-z]?")
_CODE_AND_QUESTION = re.compile(rf"({_CODE.pattern})\s*[.:)=–—-]\s*(\S.*)", re.DOTALL)
_FEWEST_CODES = 2
_FEWEST_WORDS = 3
_FEWEST_ROWS = 2
_MOST_ROWS_ABOVE = 10


def with_questions_for_codes(grids: Sequence[Grid]) -> list[Grid]:
    """Return grids with the questions in their headers where another place of the file says what their codes mean.

    At least two codes of a header must be explained: in rows of a code and a question ("Q1 | What is trust?"), or of
    both in one cell ("Q1: What is trust?"). The rows that explain these codes are no answers and go; of a sheet
    of nothing else no row is left.
    """
    meanings = _meanings(grids)
    if len(meanings) < _FEWEST_CODES:
        return list(grids)
    asked = [_with_questions(grid, meanings) for grid in grids]
    codes = frozenset().union(*(found for _, found in asked))
    return [_without_explanations(grid, codes) for grid, _ in asked]


def _without_explanations(grid: Grid, codes: frozenset[str]) -> Grid:
    rows = tuple(row for row in grid.rows if (pair := _explained(row)) is None or pair[0] not in codes)
    only_heading = sum(any(cell.strip() for cell in row.cells) for row in rows) < _FEWEST_ROWS < len(grid.rows)
    return grid if len(rows) == len(grid.rows) else replace(grid, rows=() if only_heading else rows)


def _meanings(grids: Sequence[Grid]) -> dict[str, str]:
    """Return code -> question; nothing for a code with two meanings."""
    found: dict[str, set[str]] = {}
    for grid in grids:
        for row in grid.rows:
            if (pair := _explained(row)) is not None:
                found.setdefault(pair[0], set()).add(pair[1])
    return {code: next(iter(questions)) for code, questions in found.items() if len(questions) == 1}


def _explained(row: Row) -> tuple[str, str] | None:
    """Return the code and the question of a row that has nothing else."""
    cells = [tidy(cell) for cell in row.cells if cell.strip()]
    if len(cells) == 1 and (match := _CODE_AND_QUESTION.fullmatch(cells[0])):
        code, question = match.groups()
    elif len(cells) == 2 and _CODE.fullmatch(cells[0]):
        code, question = cells
    else:
        return None
    return (_key(code), question) if len(question.split()) >= _FEWEST_WORDS else None


def _with_questions(grid: Grid, meanings: Mapping[str, str]) -> tuple[Grid, frozenset[str]]:
    """Return a grid with its questions, and the codes that stood there."""
    for at, row in enumerate(grid.rows[:_MOST_ROWS_ABOVE]):
        codes = [cell for cell in map(tidy, row.cells) if _CODE.fullmatch(cell) and _key(cell) in meanings]
        if len(set(codes)) >= _FEWEST_CODES:
            cells = tuple(meanings.get(_key(cell), cell) if _CODE.fullmatch(tidy(cell)) else cell for cell in row.cells)
            rows = (*grid.rows[:at], replace(row, cells=cells), *grid.rows[at + 1 :])
            return replace(grid, rows=rows), frozenset(map(_key, codes))
    return grid, frozenset()


def _key(code: str) -> str:
    return re.sub(r"[\s._-]", "", folded(tidy(code)))

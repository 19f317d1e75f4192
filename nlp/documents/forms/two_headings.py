"""Walls with two rows of headings: teams above and elements below, or the other way round."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from nlp.documents.forms.answer_kinds import AnswerKind, answers_in, kind_of_answers
from nlp.documents.forms.boards import are_teams
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.level_names import grade_of
from nlp.documents.tables.table import Grid, Row
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

_HEADER = ("team", "element", "text")
_MOST_ROWS_ABOVE = 5
_FEWEST_GROUPS = 2
_LONGEST_HEADING = 8
_WORDS_OF_NOTE = 2

Headings = Sequence[tuple[int, str, str]]
"""Columns with the heading above and the one below."""


def with_one_note_a_row(grid: Grid) -> Grid:
    """Return a wall with two rows of headings as a table of team, element and note; any other grid as it is.

    One of the rows names teams, each over several columns or again and again, and the same headings come back in the
    other row.
    """
    filled = [row for row in grid.rows if any(cell.strip() for cell in row.cells)]
    for at, (above, below) in enumerate(pairwise(filled[: _MOST_ROWS_ABOVE + 1])):
        headings, rows = _headings(above, below), filled[at + 2 :]
        teams_above = _teams_above(headings)
        if teams_above is not None and _are_notes(headings, rows):
            return replace(grid, rows=(Row(above.number, _HEADER), *_notes(headings, rows, teams_above)), delimiter="")
    return grid


def _headings(above: Row, below: Row) -> Headings:
    """Return the headings of every column that has two; one that is stretched over several is that of each."""
    found: list[tuple[int, str, str]] = []
    upper = ""
    for column in range(len(below.cells)):
        upper = tidy(above.cell(column)) or upper
        lower = tidy(below.cell(column))
        if upper and lower:
            found.append((column, upper, lower))
    return found


def _teams_above(headings: Headings) -> bool | None:
    """Return whether teams stand in the upper row, False for the lower one, None where these are no such headings."""
    upper = [name for name, _ in groupby(headings, key=lambda heading: heading[1])]
    lower = [heading[2] for heading in headings]
    once = list({name_key(name): name for name in lower}.values())
    several = len(set(upper)) == len(upper) >= _FEWEST_GROUPS and len(lower) > len(upper) and len(once) < len(lower)
    if not several or any(_is_none(name) for name in (*upper, *lower)):
        return None
    return True if are_teams(upper) else False if are_teams(once) else None


def _is_none(heading: str) -> bool:
    known = meaning(heading) is not None or grade_of(heading) is not None
    return known or len(heading.split()) > _LONGEST_HEADING


def _are_notes(headings: Headings, rows: Sequence[Row]) -> bool:
    columns = [answers_in(row.cell(column) for row in rows) for column, _, _ in headings]
    said = [len(answer.split()) for answers in columns for answer in answers]
    kinds = {kind_of_answers(answers) for answers in columns if answers}
    return bool(said) and sum(said) >= _WORDS_OF_NOTE * len(said) and kinds <= {AnswerKind.FREE, AnswerKind.SHORT}


def _notes(headings: Headings, rows: Sequence[Row], teams_above: bool) -> list[Row]:
    return [
        Row(row.number, (*((upper, lower) if teams_above else (lower, upper)), row.cell(column)))
        for row in rows
        for column, upper, lower in headings
        if row.cell(column).strip()
    ]

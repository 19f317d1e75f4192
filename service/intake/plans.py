"""How a file would be read, what its columns begin with, and what was decided for the last file of its shape."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Any

from nlp.documents.plan import AS_FOUND, FilePlan, TablePlan
from nlp.documents.read import grids_of
from nlp.documents.tables.table import Grid, Row
from nlp.errors import InputError
from nlp.text.segmentation.segment import tidy
from service.intake.opened import Opened
from service.store.columns import to_json
from service.store.files import FileRow
from service.types import FileChange, FileSettings, FirstRow, Kind

SHOWN_VALUES = 3
SHOWN_ROWS = 12
LONGEST_VALUE = 80
FIRST_ROWS = 50
OF_ONE_FILE = ("team", "review", "date", "language")


def as_found(opened: Opened, settings: FileSettings, languages: Collection[str] = ()) -> FileSettings:
    """Return settings with what is found in a file by the layout of their plan, and what its tables begin with."""
    found = opened.plan(settings.plan, languages)
    begun = list(zip(found.tables, tables_found(opened, found), strict=True))
    return replace(
        settings,
        found=found,
        values=tuple(_values(table, grid) for table, grid in begun),
        rows=tuple(_first_rows(grid) for _, grid in begun),
    )


def tables_found(opened: Opened, found: FilePlan) -> list[Grid]:
    """Return the cells of every table of a plan, none where there are none."""
    return _in_order(found.tables, _grids(opened) if found.tables else [])


def _grids(opened: Opened) -> Sequence[Grid]:
    if isinstance(opened.tables, InputError):
        return ()
    try:
        return opened.tables.grids if opened.tables else grids_of(opened.filename, opened.data)
    except InputError:
        return []


def _in_order(tables: Sequence[TablePlan], grids: Sequence[Grid]) -> list[Grid]:
    """Return the grid of every table of a plan, an empty one where there is none."""
    waiting: dict[str, list[Grid]] = {}
    for grid in grids:
        waiting.setdefault(grid.name, []).append(grid)
    return [own.pop(0) if (own := waiting.get(table.sheet)) else Grid(table.sheet, ()) for table in tables]


def _first_rows(grid: Grid) -> tuple[FirstRow, ...]:
    filled = (row for row in grid.rows if any(cell.strip() for cell in row.cells))
    return tuple(FirstRow(row.number, _line(row)) for row in islice(filled, SHOWN_ROWS))


def _line(row: Row) -> str:
    line = " · ".join(tidy(cell) for cell in row.cells if cell.strip())
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"


def _values(table: TablePlan, grid: Grid) -> tuple[tuple[str, ...], ...]:
    below = list(islice((row for row in grid.rows if row.number > table.header_row), FIRST_ROWS))
    columns = [[tidy(row.cell(at))[:LONGEST_VALUE] for row in below] for at in range(len(table.columns))]
    return tuple(tuple(dict.fromkeys(filter(None, values)))[:SHOWN_VALUES] for values in columns)


def last_of_shape(shape: str, kept: Sequence[FileRow]) -> tuple[FilePlan, str]:
    """Return what was said of the newest kept file of a shape, and its name; "" where nothing was.

    What its kind, its columns and its headings are belongs to the shape of a file; its team, review, date and session
    belong to the file alone, as its words do.
    """
    last = next((file for file in reversed(kept) if shape and file.shape == shape), None)
    decided = replace(last.plan, team="", review="", date="", session="", pages=None) if last else AS_FOUND
    return (decided, last.filename) if last and decided != AS_FOUND else (AS_FOUND, "")


def shape_of(found: FilePlan) -> str:
    """Return what tells the files of one form: sheets, headers and headings; "" for running text without any."""
    several = len(found.tables) > 1
    tables = [[table.sheet if several else "", *(each.header for each in table.columns)] for table in found.tables]
    told = [tables, sorted(found.headings)]
    return sha256(to_json(told).encode()).hexdigest() if any(told) else ""


def said_for_all(
    changes: Sequence[FileChange], settings: Sequence[FileSettings], kinds: Sequence[Kind | None]
) -> tuple[FileChange, ...]:
    """Return a change for every file, in which what one file says for all of its kind stands in the plans of these."""
    said: dict[Kind | None, dict[str, Any]] = {}
    for change in changes:
        if change.for_all:
            said.setdefault(kinds[change.position], {}).update(_said(change.plan))
    known = {change.position: change for change in changes}
    every = [
        known.get(at) or FileChange(at, each.plan, each.wanted, roster=each.roster) for at, each in enumerate(settings)
    ]
    return tuple(replace(each, plan=replace(each.plan, **said.get(kinds[each.position], {}))) for each in every)


def _said(plan: FilePlan) -> dict[str, Any]:
    return {name: value for name in OF_ONE_FILE if (value := getattr(plan, name))}


def with_words(plan: FilePlan, found: FilePlan) -> FilePlan:
    """Return a plan with the words of the pages that were found, where it says no others."""
    return plan if plan.pages or not found.pages else replace(plan, pages=found.pages)

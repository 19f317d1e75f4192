"""How a file would be read, what its columns begin with, and what was decided for the last file of its shape."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Any

from nlp.documents.plan import AS_FOUND, FilePlan, TablePlan
from nlp.documents.read import grids_of
from nlp.documents.tables.table import Grid
from nlp.errors import InputError
from nlp.text.segment import tidy
from service.intake.opened import Opened
from service.store.columns import to_json
from service.store.files import FileRow
from service.types import FileChange, FileSettings, Kind

SHOWN_VALUES = 3
LONGEST_VALUE = 80
FIRST_ROWS = 50
OF_ONE_FILE = ("team", "review", "date", "language")


def first_values(opened: Opened, plan: FilePlan) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return of every column of every table of a plan the first values, () for a table that is in no sheet."""
    if not plan.tables or isinstance(opened.tables, InputError):
        return ()
    try:
        grids = opened.tables.grids if opened.tables else grids_of(opened.filename, opened.data)
    except InputError:
        return ()
    return tuple(_values(table, grids) for table in plan.tables)


def _values(table: TablePlan, grids: Sequence[Grid]) -> tuple[tuple[str, ...], ...]:
    grid = next((each for each in grids if table.sheet in ("", each.name)), None)
    if grid is None:
        return ()
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

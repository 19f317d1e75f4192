"""What of a plan is said by a person: only where it differs from what is found, so that the rest stays found."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from nlp.documents.plan import ColumnPlan, FilePlan, Role, TablePlan
from service.types import FilePreview, FileSettings

NOTES = ("notes", "survey", "wall", "minutes")
"""What files of notes can be."""
SEVERAL = frozenset(
    {
        Role.ANSWERS,
        Role.TEAM_NOTES,
        Role.LEVEL_DESCRIPTORS,
        Role.TEAM_RATINGS,
        Role.ELEMENT_RATINGS,
        Role.ATTRIBUTE,
        Role.CLOSED,
        Role.IGNORE,
    }
)
"""Roles that more than one column of a table can have."""


def kind_of(file: FilePreview) -> str:
    """Return the kind that a file is read as: said, or found; "" where neither is known."""
    found = file.settings.found.kind
    if file.settings.plan.kind:
        return file.settings.plan.kind
    return found if file.kind is None or (file.kind == "notes" and found in NOTES) else file.kind


def columns_of(settings: FileSettings, position: int, kind: str) -> tuple[ColumnPlan | None, ...]:
    """Return how every column of a table is read; None where that depends on a kind that was only now said."""
    table = settings.found.tables[position]
    said = _said_columns(settings.plan, table)
    taken = {column.role for column in said.values()} - SEVERAL
    return tuple(
        said.get(_nth(table, at)) or (_found(column, taken) if kind == settings.found.kind else None)
        for at, column in enumerate(table.columns)
    )


def _found(column: ColumnPlan, taken: Collection[Role]) -> ColumnPlan:
    """Return a column as it is found; where another one was given its role, it is an attribute."""
    return replace(column, role=Role.ATTRIBUTE, name="") if column.role in taken else column


def said_table(found: TablePlan, chosen: Sequence[ColumnPlan | None], as_found: bool) -> TablePlan:
    """Return what choices for the columns of a table say; without columns if that is nothing.

    Args:
        found: the table as it is found.
        chosen: what every column is, None for what is found.
        as_found: whether the file is still of the kind that was found, so that the same role says nothing.
    """
    pairs = list(zip(found.columns, chosen, strict=True))
    different = {was.header for was, now in pairs if now is not None and not (as_found and now == was)}
    columns = tuple(now or was for was, now in pairs if was.header in different)
    return TablePlan(found.sheet, 0, columns)


def without_tables_that_say_nothing(plan: FilePlan) -> FilePlan:
    """Return a plan without tables that name no column."""
    return replace(plan, tables=tuple(table for table in plan.tables if table.columns))


def _said_columns(plan: FilePlan, table: TablePlan) -> dict[tuple[str, int], ColumnPlan]:
    said = next((each for each in plan.tables if each.sheet == table.sheet), TablePlan())
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], ColumnPlan] = {}
    for column in said.columns:
        found[column.header, seen[column.header]] = column
        seen[column.header] += 1
    return found


def _nth(table: TablePlan, at: int) -> tuple[str, int]:
    header = table.columns[at].header
    return header, sum(each.header == header for each in table.columns[:at])

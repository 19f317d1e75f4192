"""What of a plan is said by a person: only where it differs from what is found, so that the rest stays found."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from nlp.documents.plan import ColumnPlan, FilePlan, Role, TablePlan
from service.types import FilePreview, FileSettings

NOTES = ("notes", "survey", "wall", "minutes")
"""What files of notes can be."""
NAMED = (
    Role.ANSWERS,
    Role.TEAM_NOTES,
    Role.LEVEL_DESCRIPTORS,
    Role.TEAM_RATINGS,
    Role.ELEMENT_RATINGS,
    Role.ATTRIBUTE,
    Role.CLOSED,
)
"""Roles of columns that a name belongs to."""
SEVERAL = frozenset({*NAMED, Role.IGNORE})
"""Roles that more than one column of a table can have: those told apart by a name, and what is left out."""


def kind_of(file: FilePreview) -> str:
    """Return the kind that a file is read as: said, or found; "" where neither is known."""
    found = file.settings.found.kind
    if file.settings.plan.kind:
        return file.settings.plan.kind
    return found if file.kind is None or (file.kind == "notes" and found in NOTES) else file.kind


def columns_of(settings: FileSettings, position: int, kind: str) -> tuple[ColumnPlan | None, ...]:
    """Return how every column of a table is read; None where that depends on a kind that was only now said."""
    table = settings.found.tables[position]
    said = _by_place(table_said(settings, position))
    taken = {column.role for column in said.values()} - SEVERAL
    return tuple(
        said.get(place) or (_found(column, taken) if kind == settings.found.kind else None)
        for place, column in zip(_places(table), table.columns, strict=True)
    )


def _found(column: ColumnPlan, taken: Collection[Role]) -> ColumnPlan:
    """Return a column as it is found; where another one was given its role, it is an attribute."""
    return replace(column, role=Role.ATTRIBUTE, name="") if column.role in taken else column


def table_said(settings: FileSettings, position: int) -> TablePlan:
    """Return what is said of a table."""
    if not settings.plan.tables:
        return TablePlan(settings.found.tables[position].sheet)
    return settings.plan.said_of([table.sheet for table in settings.found.tables])[position]


def said_columns(found: TablePlan, chosen: Sequence[ColumnPlan | None], as_found: bool) -> tuple[ColumnPlan, ...]:
    """Return what choices for the columns of a table say, () if that is nothing.

    Args:
        found: the table as it is found.
        chosen: what every column is, None for what is found.
        as_found: whether the file is still of the kind that was found, so that the same role says nothing.
    """
    pairs = list(zip(found.columns, chosen, strict=True))
    different = {was.header for was, now in pairs if now is not None and not (as_found and now == was)}
    return tuple(now or was for was, now in pairs if was.header in different)


def with_tables(plan: FilePlan, tables: Sequence[TablePlan]) -> FilePlan:
    """Return a plan with what is said of tables: all of them, because some are known by their order alone, or none."""
    return replace(plan, tables=tuple(tables) if any(one != TablePlan(one.sheet) for one in tables) else ())


def _by_place(said: TablePlan) -> dict[tuple[str, int], ColumnPlan]:
    return dict(zip(_places(said), said.columns, strict=True))


def _places(table: TablePlan) -> list[tuple[str, int]]:
    """Return the header of every column, with how many before it have the same one."""
    seen: Counter[str] = Counter()
    places: list[tuple[str, int]] = []
    for column in table.columns:
        places.append((column.header, seen[column.header]))
        seen[column.header] += 1
    return places

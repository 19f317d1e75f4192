"""What every column of a table is: as its header says, or as a plan says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.documents.plan import NO_HEADER, ColumnPlan, Role, TablePlan
from nlp.documents.tables.table import Grid, Table, find_table, without_header
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

_SEVERAL = frozenset(
    {Role.ANSWERS, Role.TEAM_NOTES, Role.LEVEL_DESCRIPTORS, Role.TEAM_RATINGS, Role.ELEMENT_RATINGS, Role.ATTRIBUTE,
     Role.CLOSED, Role.IGNORE}
)  # fmt: skip
"""Roles that many columns of one table may have."""

_OF_WHOM = frozenset({Role.ELEMENT, Role.PARTICIPANT, Role.TEAM, Role.DATE, Role.REVIEW, Role.LANGUAGE})


def roles_of_headers(table: Table) -> tuple[ColumnPlan, ...]:
    """Return what every column is by its header alone."""
    columns = {column: Role(name) for name, column in table.columns.items()}
    return tuple(
        ColumnPlan(tidy(header), columns.get(column, Role.ATTRIBUTE if header.strip() else Role.IGNORE))
        for column, header in enumerate(table.header.cells)
    )


def table_as_said(grid: Grid, said: TablePlan) -> Table | None:
    """Return the table below the row that a plan calls its header, or else below the one that is found.

    Where a plan says that there is none, its columns have letters for headers.
    """
    if said.header_row == NO_HEADER:
        return without_header(grid)
    row = next((row for row in grid.rows if row.number == said.header_row), None)
    return find_table(grid) if row is None else find_table(grid, row)


def with_said_roles(table: Table, said: Sequence[ColumnPlan]) -> Table:
    """Return the table with the roles that a plan gives to its columns; the others keep what is found.

    Where a plan gives a role that one column only can have, the column in which it was found becomes an attribute.
    """
    chosen = _chosen(table.roles, said)
    taken = {plan.role for plan in chosen.values()} - _SEVERAL
    roles = tuple(
        chosen.get(column, replace(found, role=Role.ATTRIBUTE) if found.role in taken else found)
        for column, found in enumerate(table.roles)
    )
    return with_roles(table, roles)


def with_roles(table: Table, roles: Sequence[ColumnPlan]) -> Table:
    """Return the table with roles, and the columns that follow from them."""
    columns: dict[str, int] = {}
    for column, plan in enumerate(roles):
        if plan.role not in _SEVERAL:
            columns.setdefault(plan.role.value, column)
    return replace(table, roles=tuple(roles), columns=columns)


def told_by_headers(table: Table, found: Sequence[ColumnPlan]) -> list[ColumnPlan]:
    """Return what was found of the columns, but for those whose header says that they hold element, team, date ..."""
    return [own if own.role in _OF_WHOM else told for own, told in zip(table.roles, found, strict=True)]


def _chosen(found: Sequence[ColumnPlan], said: Sequence[ColumnPlan]) -> Mapping[int, ColumnPlan]:
    """Return column -> what a plan says of it; the second of equal headers is the second column so called.

    A plan whose header stands in the table letter by letter means that one, and no other that is the same name.
    """
    headers = {plan.header for plan in found}
    waiting: dict[str, list[ColumnPlan]] = {}
    for plan in said:
        waiting.setdefault(plan.header if plan.header in headers else name_key(plan.header), []).append(plan)
    chosen: dict[int, ColumnPlan] = {}
    for column, plan in enumerate(found):
        own = waiting.get(plan.header) or waiting.get(name_key(plan.header))
        if own:
            chosen[column] = replace(own.pop(0), header=plan.header)
    return chosen

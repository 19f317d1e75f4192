"""Repeat groups of Kobo and ODK: a sheet whose rows each belong to a row of another one, with its team and person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.documents.forms.tool_columns import is_tool_column
from nlp.documents.plan import ColumnPlan, Role
from nlp.documents.tables.roles import with_roles
from nlp.documents.tables.table import Row, Table
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

_PARENT = "_parent_table_name"
_LINKS = (("_parent_index", "_index"), ("_submission__id", "_id"), ("_submission__uuid", "_uuid"))
"""Columns of a row of a repeat sheet, and those of the row that it belongs to."""
_ONE = (Role.TEAM, Role.PARTICIPANT, Role.DATE, Role.REVIEW, Role.LANGUAGE)
_INHERITED = (*_ONE, Role.ATTRIBUTE, Role.CLOSED)


def with_parents(tables: Sequence[Table]) -> list[Table]:
    """Return the tables, those of repeat groups with the team, the person and the attributes of the row above them."""
    named = {name_key(table.sheet): position for position, table in enumerate(tables)}
    joined = list(tables)
    for position, table in enumerate(tables):
        above = _parent(table, named)
        if above is not None and above < position:
            joined[position] = _below(table, joined[above])
    return joined


def _parent(table: Table, named: Mapping[str, int]) -> int | None:
    column = _places(table).get(_PARENT)
    names = (name_key(row.cell(column)) for row in table.rows if row.cell(column).strip())
    return named.get(next(names, "")) if column is not None else None


def _places(table: Table) -> dict[str, int]:
    return {tidy(cell).casefold(): column for column, cell in enumerate(table.header.cells)}


def _below(table: Table, parent: Table) -> Table:
    """Return a table with what its parent says of its rows, in columns of their own behind its others."""
    own, above = _places(table), _places(parent)
    link = next(((own[here], above[there]) for here, there in _LINKS if here in own and there in above), None)
    taken = _inherited(table, parent)
    if link is None or not taken:
        return table
    rows = {tidy(row.cell(link[1])): row for row in parent.rows}
    nothing = Row(0, ())
    width = max(len(row.cells) for row in (table.header, *table.rows))

    def wider(row: Row, beside: Row) -> Row:
        cells = (*row.cells, *[""] * (width - len(row.cells)), *(beside.cell(column) for column in taken))
        return replace(row, cells=cells)

    roles = (*table.roles, *[ColumnPlan("", Role.IGNORE)] * (width - len(table.roles)))
    below = replace(
        table,
        header=wider(table.header, parent.header),
        rows=tuple(wider(row, rows.get(tidy(row.cell(link[0])), nothing)) for row in table.rows),
    )
    return replace(with_roles(below, (*roles, *taken.values())), settings={**parent.settings, **table.settings})


def _inherited(table: Table, parent: Table) -> dict[int, ColumnPlan]:
    """Return column -> role of what a parent says that the table does not say itself."""
    headers = {name_key(one.header) for one in table.roles}
    roles = {one.role for one in table.roles if one.role in _ONE}
    return {
        column: one
        for column, one in enumerate(parent.roles)
        if one.role in _INHERITED
        and one.role not in roles
        and name_key(one.header) not in headers
        and not is_tool_column(one.header)
    }

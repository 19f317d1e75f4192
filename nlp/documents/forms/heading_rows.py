"""Headings that stand alone in a row of a table: the element or the team of the rows below, until the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.documents.forms.boards import is_team
from nlp.documents.plan import ColumnPlan, HeadingRole, Role
from nlp.documents.tables.table import Row, Table
from nlp.names import name_key
from nlp.text.segmentation.segment import tidy

_LONGEST = 6
_MOST = 40
_RARE = 2
_FULL = 0.9
_ENDS = (".", "।", "!", ";", ",")
_HELD = {HeadingRole.ELEMENT: Role.ELEMENT, HeadingRole.TEAM: Role.TEAM}


def with_headings(table: Table, said: Mapping[str, HeadingRole]) -> Table:
    """Return the table with what the headings say that stand alone in its rows.

    Args:
        table: whose columns are told.
        said: heading -> what it says; the others say what is found: the team where it is one, the element where it is
            stretched over the table and no column has the element, else nothing.
    """
    rows = _headings(table)
    known = {name_key(name): role for name, role in said.items()}
    return replace(
        table, headings={row.number: known.get(name_key(heading_of(row)), _found(table, row)) for row in rows}
    )


def headings_of(tables: Sequence[Table]) -> dict[str, HeadingRole]:
    """Return heading -> what it says, in their order; of equal headings the first counts."""
    found: dict[str, HeadingRole] = {}
    for table in tables:
        for row in table.rows:
            if row.number in table.headings:
                found.setdefault(heading_of(row), table.headings[row.number])
    return found


def heading_of(row: Row) -> str:
    """Return the one text of a row."""
    return next(tidy(cell) for cell in row.cells if cell.strip())


def below_headings(table: Table) -> Table:
    """Return the table with its headings as cells of the rows below them, in columns of their own."""
    told = {role: own for role, own in _HELD.items() if role in table.headings.values()}
    if not told and HeadingRole.SKIP not in table.headings.values():
        return table
    width = max(len(row.cells) for row in (table.header, *table.rows))
    rows: list[Row] = []
    here: dict[HeadingRole, str] = {}
    skipped = False
    for row in table.rows:
        role = table.headings.get(row.number, HeadingRole.TEXT)
        if role is not HeadingRole.TEXT:
            skipped = role is HeadingRole.SKIP
            here[role] = heading_of(row)
        elif not skipped:
            rows.append(replace(row, cells=_padded(row, width, [here.get(each, "") for each in told])))
    roles = [replace(one, role=Role.ATTRIBUTE) if one.role in told.values() else one for one in table.roles]
    roles += [ColumnPlan("", Role.IGNORE)] * (width - len(roles))
    columns = dict(table.columns)
    for place, own in enumerate(told.values(), width):
        columns[own.value] = place
        roles.append(ColumnPlan(own.value, own))
    header = replace(table.header, cells=_padded(table.header, width, [own.value for own in told.values()]))
    return replace(table, header=header, rows=tuple(rows), roles=tuple(roles), columns=columns)


def _padded(row: Row, width: int, more: Sequence[str]) -> tuple[str, ...]:
    return (*row.cells, *[""] * (width - len(row.cells)), *more)


def _headings(table: Table) -> list[Row]:
    """Return the rows that hold a short text alone where they begin; () where too many do, or others do too."""
    counts = [_filled(row) for row in table.rows]
    lone = [row for row, count in zip(table.rows[:-1], counts, strict=False) if count == 1 and _could_head(table, row)]
    others = len(table.rows) - len(lone)
    full = sum(count > 1 for count in counts)
    if not lone or full < _FULL * others or len(lone) * _RARE > len(table.rows):
        return []
    return lone if len({heading_of(row) for row in lone}) <= _MOST else []


def _could_head(table: Table, row: Row) -> bool:
    text = heading_of(row)
    first = bool(row.cells[0].strip()) and table.columns.get("participant") != 0
    placed = row.spanned or first or is_team(text)
    return bool(placed) and len(text.split()) <= _LONGEST and not text.endswith(_ENDS)


def _filled(row: Row) -> int:
    own = row.repeated
    return len([1 for column, cell in enumerate(row.cells) if cell and column not in own and not cell.isspace()])


def _found(table: Table, row: Row) -> HeadingRole:
    if is_team(heading_of(row)) and "team" not in table.columns:
        return HeadingRole.TEAM
    named = "element" in table.columns or table.columns_of(Role.ANSWERS, Role.ELEMENT_RATINGS)
    return HeadingRole.ELEMENT if row.spanned and not named else HeadingRole.TEXT

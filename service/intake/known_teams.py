"""Columns and headings that are the programme's teams, though nothing else in the file says so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from nlp.documents.forms.questions import asked_about, is_question
from nlp.documents.forms.tool_columns import question_of
from nlp.documents.plan import ColumnPlan, FilePlan, HeadingRole, Role, TablePlan
from nlp.documents.tables.table import Grid
from nlp.names import name_key
from service.intake.said_plans import NOTES, with_tables
from service.names.spelling import Spelling
from service.names.types import NameKind
from service.types import Outline

_KINDS = (*NOTES, "roster")
_MAY_BE_TEAM = (Role.ATTRIBUTE, Role.CLOSED, Role.ANSWERS)
_FEWEST_TEAMS = 2


def with_known_teams(plan: FilePlan, found: FilePlan, grids: Sequence[Grid], outline: Outline) -> FilePlan:
    """Return a plan in which the one column of a table that holds nothing but teams of the programme is the team.

    A table that says its team otherwise, and one with two such columns, stays as it is found. So does a column with
    fewer than two teams, which may hold a single word for something else, and one below a question that does not ask
    about the person who answers: "Which of us would you ring first?". In running text the headings of one level are the
    teams if all of them are.

    Args:
        plan: that says nothing of its tables.
        found: how the file is understood.
        grids: the tables that were found, in their order.
        outline: of the programme.
    """
    known = {name_key(team) for team in outline.teams}
    known |= {key for kind, key, _ in outline.names.spellings() if kind is NameKind.TEAM}
    if found.kind not in _KINDS or len(known) < _FEWEST_TEAMS or plan.tables or plan.team:
        return plan
    if found.headings and not plan.headings:
        return replace(plan, headings=_team_headings(found.headings, known))
    pairs = zip(found.tables, grids, strict=True)
    return with_tables(plan, [_with_team(table, grid, known, Spelling.of(outline)) for table, grid in pairs])


def _team_headings(found: Mapping[str, HeadingRole], known: Collection[str]) -> dict[str, HeadingRole]:
    """Return the headings that are teams, of elements or of what stands below these; none if some of them are not."""
    for role in (HeadingRole.ELEMENT, HeadingRole.TEXT):
        names = [name for name, each in found.items() if each is role]
        if len({name_key(name) for name in names}) >= _FEWEST_TEAMS and all(name_key(name) in known for name in names):
            return dict.fromkeys(names, HeadingRole.TEAM)
    return {}


def _with_team(table: TablePlan, grid: Grid, known: Collection[str], spelling: Spelling) -> TablePlan:
    said = TablePlan(table.sheet)
    if any(column.role in (Role.TEAM, Role.TEAM_NOTES) for column in table.columns) or "team" in table.settings:
        return said
    holding = [
        column
        for at, column in enumerate(table.columns)
        if _may_be_team(column) and _are_teams(_cells(grid, table, at), known, spelling)
    ]
    headers = [column.header for column in table.columns]
    if len(holding) != 1 or headers.count(holding[0].header) > 1:
        return said
    return replace(said, columns=(ColumnPlan(holding[0].header, Role.TEAM),))


def _may_be_team(column: ColumnPlan) -> bool:
    asks = is_question(column.header)
    return column.role in _MAY_BE_TEAM and (not asks or asked_about(question_of(column.header)) is not None)


def _cells(grid: Grid, table: TablePlan, at: int) -> set[str]:
    return {cell for row in grid.rows if row.number > table.header_row and (cell := row.cell(at).strip())}


def _are_teams(cells: Collection[str], known: Collection[str], spelling: Spelling) -> bool:
    teams = {name_key(spelling.team(cell)) for cell in cells}
    return len(teams) >= _FEWEST_TEAMS and all(name_key(cell) in known for cell in cells)

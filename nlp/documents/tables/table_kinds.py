"""Tables to notes, rubrics, rosters and ratings. The kind is told from the headers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from nlp.documents.forms.boards import are_teams
from nlp.documents.forms.header_rows import with_one_header
from nlp.documents.forms.questions import is_asked
from nlp.documents.forms.understand import with_roles_of_forms
from nlp.documents.plan import AS_FOUND, FilePlan, Role, TablePlan
from nlp.documents.tables.agenda_columns import is_agenda
from nlp.documents.tables.notes import read_notes_tables
from nlp.documents.tables.people import read_ratings, read_roster
from nlp.documents.tables.ragged_rows import fit_rows
from nlp.documents.tables.roles import roles_of_headers, table_as_said, with_roles, with_said_roles
from nlp.documents.tables.rubrics import element_column, level_columns, read_long_rubric, read_wide_rubric
from nlp.documents.tables.table import Grid, Table, header_names
from nlp.documents.tables.totals import without_totals
from nlp.documents.tables.turned_rubrics import is_turned_rubric
from nlp.documents.types import Document
from nlp.errors import MissingColumn, NothingToAnalyse, UnreadableFile, at_row
from nlp.messages import Message

Languages = Collection[str] | None

AGENDA_REMEDY = Message(
    "Give it with its transcript on the command line: manyvoices participation TRANSCRIPT --segments AGENDA"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: how its header is told, and what reads it."""

    name: str
    is_header: Callable[[Table], bool]
    read: Callable[[str, Sequence[Table], Languages], Document]


def read_tables(
    source: str,
    grids: Sequence[Grid],
    languages: Languages = None,
    settings: Mapping[str, str] = MappingProxyType({}),
    plan: FilePlan = AS_FOUND,
) -> Document:
    """Return what the tables of a file hold: those of the kind of the first one that has a known header.

    Args:
        source: the file's name.
        grids: sheets of a workbook, tables of a docx, or the one table of a CSV file.
        languages: those of the programme, or None.
        settings: what holds for all rows without such a column (`team`, `review` ...).
        plan: what is said of the file; it overrides what is found.

    Raises:
        MissingColumn: no table has the columns of notes, of a rubric, a roster or ratings.
        NothingToAnalyse: a header without rows, or without rows that fit.
        UnreadableFile: the table is the agenda of a session, which no document is.
    """
    found = understood_tables(grids, plan)
    tables = [replace(table, settings={**settings, **table.settings, **plan.settings}) for table in found]
    if not tables:
        raise NothingToAnalyse(source, Message("the table is empty"), Message("Fill it in and hand it in again"))
    if not plan.kind and is_agenda(tables[0].header.cells, (row.cells for row in tables[0].rows)):
        raise UnreadableFile(source, Message("this is the agenda of a session"), AGENDA_REMEDY)
    kinds = [kind_of(table, plan.kind) for table in tables]
    kind = _main_kind(kinds)
    if kind is None:
        raise _missing(source, tables[0])
    chosen = [table for table, own in zip(tables, kinds, strict=True) if own is not None and own.read is kind.read]
    if not any(table.rows for table in chosen) and any(table.unread for table in chosen):
        remedy = Message('Write " around a cell that holds the delimiter')
        raise NothingToAnalyse(source, Message("every row has more cells than the header"), remedy)
    chosen = _with_teams_of_sheets(chosen)
    return kind.read(source, chosen if len(chosen) > 1 else [replace(chosen[0], sheet="")], languages)


def _with_teams_of_sheets(tables: Sequence[Table]) -> list[Table]:
    """Return the tables, the sheets' names as teams where they are those of teams and nothing else says the team."""
    told = any("team" in table.columns or "team" in table.settings for table in tables)
    if told or any(table.columns_of(Role.TEAM_NOTES) for table in tables) or not are_teams([t.sheet for t in tables]):
        return list(tables)
    return [replace(table, settings={**table.settings, "team": table.sheet}) for table in tables]


def _main_kind(kinds: Sequence[Kind | None]) -> Kind | None:
    """Return the kind of the first table that is not a mere list of people beside the others."""
    known = [kind for kind in kinds if kind is not None]
    return next((kind for kind in known if kind.name != "roster"), known[0] if known else None)


def understood_tables(grids: Sequence[Grid], plan: FilePlan = AS_FOUND) -> list[Table]:
    """Return the tables of grids that hold something, with what every column is."""
    waiting: dict[str, list[TablePlan]] = {}
    for said in plan.tables:
        waiting.setdefault(said.sheet, []).append(said)
    tables = []
    for grid in grids:
        own = waiting.get(grid.name)
        said = own.pop(0) if own else TablePlan()
        table = table_as_said(grid, said)
        if table is not None:
            found = _as_found(without_totals(fit_rows(with_one_header(table), grid.delimiter)), grid.heading)
            tables.append(with_said_roles(found, said.columns) if said.columns else found)
    return tables


def _as_found(table: Table, heading: str) -> Table:
    """Return the table with what every column is by its header and by its cells.

    A rubric may have its element in the heading above it.
    """
    named = with_roles(table, roles_of_headers(table))
    kind = kind_of(named)
    if kind is None and heading:
        below = replace(named, settings={"element": heading, **named.settings})
        kind = kind_of(below)
        named = below if kind is not None and kind.name == "rubric" else named
    return with_roles_of_forms(named, kind.name if kind is not None else "")


def plan_of_tables(grids: Sequence[Grid]) -> FilePlan:
    """Return how the tables of a file are understood."""
    tables = understood_tables(grids)
    kind = _main_kind([kind_of(table) for table in tables])
    settings: dict[str, str] = {}
    for table in tables:
        settings = {**table.settings, **settings}
    return FilePlan(
        kind=kind.name if kind is not None else "",
        team=settings.get("team", ""),
        review=settings.get("review", ""),
        date=settings.get("date", ""),
        language=settings.get("language", ""),
        tables=tuple(TablePlan(table.sheet, table.header.number, table.roles) for table in tables),
    )


def kind_of(table: Table, said: str = "") -> Kind | None:
    """Return the first kind whose header `table` has, None for an unknown one; of one name where that is said."""
    names = {"notes", "survey", "wall"} if said in ("notes", "survey", "wall", "minutes") else {said}
    return next((kind for kind in KINDS if (not said or kind.name in names) and kind.is_header(table)), None)


def _has(table: Table, *meanings: str) -> bool:
    return all(name in table.columns or name in table.settings for name in meanings)


def _is_wall(table: Table) -> bool:
    kept = [plan for plan in table.roles if plan.role is not Role.IGNORE]
    on_walls = (Role.ANSWERS, Role.TEAM_NOTES, Role.ELEMENT)
    return (
        _is_survey(table)
        and len(kept) > 1
        and all(plan.role in on_walls and not is_asked(plan.header) for plan in kept)
    )


def _is_survey(table: Table) -> bool:
    return bool(table.columns_of(Role.ANSWERS, Role.TEAM_NOTES))


def _is_ratings(table: Table) -> bool:
    if table.columns_of(Role.TEAM_RATINGS, Role.ELEMENT_RATINGS):
        return True
    judged = _has(table, "element", "level", "review", "team")
    return judged and not any(name in table.columns for name in ("text", "descriptor"))


def _is_long_rubric(table: Table) -> bool:
    columns = table.columns
    if "level" not in columns or not _has(table, "element"):
        return False
    return "descriptor" in columns or ("text" in columns and not columns.keys() & {"participant", "date", "review"})


def _is_wide_rubric(table: Table) -> bool:
    return len(level_columns(table)) >= 2 and (element_column(table) is not None or "element" in table.settings)


def _is_notes(table: Table) -> bool:
    columns = table.columns
    rated = {"element", "level"} <= columns.keys() and "text" not in columns
    return "text" in columns or ("note" in columns and not rated)


def _is_roster(table: Table) -> bool:
    return "participant" in table.columns and not table.columns.keys() & {"element", "level"}


def _missing(source: str, table: Table) -> MissingColumn:
    there = header_names(table.header) or Message("none")
    if {"element", "level"} <= table.columns.keys():
        problem = Message(
            "a rubric needs a column descriptor, ratings need review and team; the columns are: {columns}",
            {"columns": there},
        )
    else:
        problem = Message("the column text (the notes) is missing; the columns are: {columns}", {"columns": there})
    remedy = Message(
        "Name the columns in the first row: text for notes; element, level, descriptor for a rubric; "
        "name for a roster; review, team, element, level for ratings"
    )
    return MissingColumn(source, problem, remedy, at_row(table.header.number))


KINDS: tuple[Kind, ...] = (
    Kind("rubric", is_turned_rubric, read_long_rubric),
    Kind("wall", _is_wall, read_notes_tables),
    Kind("survey", _is_survey, read_notes_tables),
    Kind("ratings", _is_ratings, read_ratings),
    Kind("rubric", _is_long_rubric, read_long_rubric),
    Kind("rubric", _is_wide_rubric, read_wide_rubric),
    Kind("notes", _is_notes, read_notes_tables),
    Kind("roster", _is_roster, read_roster),
)

"""Tables to notes, rubrics, rosters and ratings. The kind is told from the headers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from types import MappingProxyType

from nlp.documents.forms.bare_tables import roles_of_bare
from nlp.documents.forms.boards import are_teams
from nlp.documents.forms.header_rows import with_one_header
from nlp.documents.forms.heading_rows import below_headings, headings_of, with_headings
from nlp.documents.forms.questions import is_asked
from nlp.documents.forms.repeat_sheets import with_parents
from nlp.documents.forms.turned_rubrics import is_turned_rubric
from nlp.documents.forms.understand import with_roles_of_forms
from nlp.documents.plan import AS_FOUND, NO_HEADER, FilePlan, HeadingRole, Role, TablePlan
from nlp.documents.tables.agenda_columns import is_agenda
from nlp.documents.tables.notes import read_notes_tables
from nlp.documents.tables.people import read_ratings, read_roster
from nlp.documents.tables.ragged_rows import fit_rows
from nlp.documents.tables.roles import roles_of_headers, table_as_said, with_roles, with_said_roles
from nlp.documents.tables.rubrics import (
    element_column,
    level_columns,
    read_long_rubric,
    read_wide_rubric,
    roles_of_wide_rubric,
)
from nlp.documents.tables.skim import SkimmedNotes, skim_notes_tables
from nlp.documents.tables.table import Grid, Table, header_names
from nlp.documents.tables.totals import without_totals
from nlp.documents.types import MOST_EXAMPLES, Document, Example, LeftOut, Unread
from nlp.errors import MissingColumn, NothingToAnalyse, UnreadableFile, at_row
from nlp.messages import Message
from nlp.names import fold
from nlp.rubrics.element_names import concepts
from nlp.text.dates.words import months

Languages = Collection[str] | None

_NEEDED = {
    "roster": (("participant", "name"),),
    "rubric": (("element", "element"), ("level", "level"), ("descriptor", "descriptor")),
    "ratings": (("review", "review"), ("team", "team"), ("element", "element"), ("level", "level")),
}
"""Kind that is said -> meanings of the columns that it needs, and how they are called."""
_FEWEST_SHEETS = 2
_WORDS_OF_ELEMENT = 5
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
    return read_understood(source, understood_tables(grids, plan), languages, settings, plan)


def read_understood(
    source: str,
    tables: Sequence[Table],
    languages: Languages = None,
    settings: Mapping[str, str] = MappingProxyType({}),
    plan: FilePlan = AS_FOUND,
) -> Document:
    """Return what tables hold of which is known what every column is; the rest as `read_tables`."""
    kind, chosen, others = _chosen(source, tables, settings, plan)
    document = kind.read(source, chosen, languages)
    return replace(document, unread=document.unread + _of_others(others))


def skim_understood(
    source: str, tables: Sequence[Table], languages: Languages = None, plan: FilePlan = AS_FOUND
) -> SkimmedNotes | None:
    """Return what tables of notes hold as far as it can be told without keeping every note; None for other tables.

    Raises:
        MissingColumn, NothingToAnalyse, UnreadableFile: as `read_tables`.
    """
    kind, chosen, _ = _chosen(source, tables, {}, plan)
    return skim_notes_tables(source, chosen, languages) if kind.read is read_notes_tables else None


def _chosen(
    source: str, found: Sequence[Table], settings: Mapping[str, str], plan: FilePlan
) -> tuple[Kind, Sequence[Table], Sequence[str]]:
    """Return the kind of a file's tables, those that are of it, and the sheets that are not."""
    tables = [replace(table, settings={**settings, **table.settings}) for table in _kept(source, found)]
    if not plan.kind and is_agenda(tables[0].header.cells, (row.cells for row in tables[0].rows)):
        raise UnreadableFile(source, Message("this is the agenda of a session"), AGENDA_REMEDY)
    kinds = [kind_of(table, plan.kind) for table in tables]
    kind = _main_kind(kinds)
    if kind is None:
        raise _missing(source, tables[0], plan.kind)
    is_chosen = [own is not None and own.read is kind.read for own in kinds]
    chosen = list(compress(tables, is_chosen))
    if not any(table.rows for table in chosen) and any(table.unread for table in chosen):
        remedy = Message('Write " around a cell that holds the delimiter')
        raise NothingToAnalyse(source, Message("every row has more cells than the header"), remedy)
    others = [table.sheet for table, own in zip(tables, is_chosen, strict=True) if not own and table.rows]
    return kind, chosen if len(chosen) > 1 else [replace(chosen[0], sheet="")], others


def _of_others(sheets: Sequence[str]) -> Unread:
    """Return the sheets that hold something else than the first one does."""
    examples = tuple(Example(Message("sheet {sheet}", {"sheet": sheet})) for sheet in sheets[:MOST_EXAMPLES])
    return Unread(0, (LeftOut(Message("they hold something else"), len(sheets), examples),) if sheets else ())


def _kept(source: str, found: Sequence[Table]) -> list[Table]:
    """Return the tables that are not left out; raises `NothingToAnalyse` where there is none."""
    kept = [table for table in found if table.sheet_role is not HeadingRole.SKIP]
    if found and not kept:
        raise NothingToAnalyse(source, Message("every sheet is left out"), Message("Keep at least one"))
    if not kept:
        raise NothingToAnalyse(source, Message("the table is empty"), Message("Fill it in and hand it in again"))
    return kept


def _main_kind(kinds: Sequence[Kind | None]) -> Kind | None:
    """Return the kind of the first table that is not a mere list of people beside the others."""
    known = [kind for kind in kinds if kind is not None]
    return next((kind for kind in known if kind.name != "roster"), known[0] if known else None)


def understood_tables(grids: Sequence[Grid], plan: FilePlan = AS_FOUND) -> list[Table]:
    """Return the tables of grids that hold something, with what every column, heading and sheet is."""
    return finished(laid_out(grids, plan))


def finished(tables: Sequence[Table]) -> list[Table]:
    """Return tables that were laid out, with what their headings and the sheets above them say in every row."""
    return with_parents(list(map(below_headings, tables)))


def laid_out(grids: Sequence[Grid], plan: FilePlan = AS_FOUND) -> list[Table]:
    """Return the tables as they stand in the file; their headings are rows yet."""
    pairs = [
        (table, said)
        for grid, said in zip(grids, plan.said_of([grid.name for grid in grids]), strict=True)
        if (table := _laid_out(grid, said, plan)) is not None
    ]
    found = _sheet_roles([table for table, _ in pairs])
    tables = []
    for (table, said), role in zip(pairs, found, strict=True):
        of_sheet = TablePlan(table.sheet, role=None if said.role else role).settings
        settings = {**table.settings, **of_sheet, **plan.settings, **replace(said, sheet=table.sheet).settings}
        tables.append(replace(table, settings=settings, sheet_role=said.role or role, date_order=plan.date_order))
    return tables


def _laid_out(grid: Grid, said: TablePlan, plan: FilePlan) -> Table | None:
    table = table_as_said(grid, said)
    if table is None:
        return None
    found = _as_found(without_totals(fit_rows(with_one_header(table), grid.delimiter)), grid.heading)
    return with_headings(with_said_roles(found, said.columns) if said.columns else found, plan.headings)


def _sheet_roles(tables: Sequence[Table]) -> list[HeadingRole | None]:
    """Return what sheets are by their names: of teams where most are so called, and where they are rubrics.

    Sheets of notes are of elements where at least half of them, and two, have known names of elements.
    """
    below = [below_headings(table) for table in tables]
    kinds = [kind_of(table) if table.sheet and not _has(table, "team") else None for table in below]
    named = [table.sheet for table, kind in zip(tables, kinds, strict=True) if kind is not None]
    teams = are_teams(named) and not any(table.columns_of(Role.TEAM_NOTES) for table in below)
    if _are_of_elements(below):
        return [HeadingRole.ELEMENT if _is_notes(table) else None for table in below]
    return [HeadingRole.TEAM if kind is not None and (teams or kind.name == "rubric") else None for kind in kinds]


def _are_of_elements(tables: Sequence[Table]) -> bool:
    named = [table.sheet for table in tables if table.sheet and _is_notes(table) and not _has(table, "element")]
    meant = [concepts(name) for name in named if _may_name_an_element(name) and concepts(name)]
    several = len(set(meant)) == len(meant) >= _FEWEST_SHEETS
    return several and len(meant) * 2 >= len(named) and not are_teams(named)


def _may_name_an_element(sheet: str) -> bool:
    """Whether the name of a sheet is short, and no date and no number of a meeting."""
    said = fold(sheet).split()
    return len(said) <= _WORDS_OF_ELEMENT and not any(
        word in months() or any(sign.isdigit() for sign in word) for word in said
    )


def _as_found(table: Table, heading: str) -> Table:
    """Return the table with what every column is by its header and by its cells.

    A rubric may have its element in the heading above it.
    """
    if not table.header.number:
        return with_roles(table, roles_of_bare(table))
    named = with_roles(table, roles_of_headers(table))
    kind = kind_of(named)
    if kind is None and heading:
        below = replace(named, settings={"element": heading, **named.settings})
        kind = kind_of(below)
        named = below if kind is not None and kind.name == "rubric" else named
    told = with_roles_of_forms(named, kind.name if kind is not None else "")
    if kind is not None and kind.read is read_wide_rubric and kind_of(told) is kind:
        return with_roles(told, roles_of_wide_rubric(told))
    return told


def plan_of_tables(grids: Sequence[Grid], layout: FilePlan = AS_FOUND) -> FilePlan:
    """Return how the tables of a file are understood.

    Args:
        grids: as for `read_tables`.
        layout: what is said of where tables begin and which are left out; the rest follows from that.
    """
    return plan_of_laid_out(laid_out(grids, layout))


def plan_of_laid_out(tables: Sequence[Table]) -> FilePlan:
    """Return how tables are understood whose headings are rows yet."""
    kept = [below_headings(table) for table in tables if table.sheet_role is not HeadingRole.SKIP]
    kind = _main_kind(list(map(kind_of, kept)))
    settings: dict[str, str] = {}
    for table in tables:
        settings = {**table.settings, **settings}
    return FilePlan(
        kind=kind.name if kind is not None else "",
        team=settings.get("team", ""),
        review=settings.get("review", ""),
        date=settings.get("date", ""),
        language=settings.get("language", ""),
        tables=tuple(map(_plan_of_table, tables)),
        headings=headings_of(tables),
    )


def _plan_of_table(table: Table) -> TablePlan:
    return TablePlan(table.sheet, table.header.number or NO_HEADER, table.roles, table.sheet_role)


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
    said = bool(table.columns_of(Role.LEVEL_DESCRIPTORS))
    return (said or len(level_columns(table)) >= 2) and (
        element_column(table) is not None or "element" in table.settings
    )


def _is_notes(table: Table) -> bool:
    columns = table.columns
    rated = {"element", "level"} <= columns.keys() and "text" not in columns
    return "text" in columns or ("note" in columns and not rated)


def _is_roster(table: Table) -> bool:
    return "participant" in table.columns and not table.columns.keys() & {"element", "level"}


def _missing(source: str, table: Table, said: str) -> MissingColumn:
    there = header_names(table.header) or Message("none")
    if lacking := tuple(called for name, called in _NEEDED.get(said, ()) if not _has(table, name)):
        values = {"missing": lacking, "columns": there}
        problem = Message("there is no column {missing}; the columns are: {columns}", values)
    elif {"element", "level"} <= table.columns.keys():
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

"""What can be changed about how a file is read: its kind, what holds for all of it, its columns and its headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.plan import NO_HEADER, ColumnPlan, HeadingRole, Role
from nlp.documents.types import DatesRead
from nlp.text.dates.order import DateOrder
from nlp.text.dates.read import DateDoubt
from service.intake.said_plans import NAMED, NOTES, columns_of, kind_of, table_said
from service.presentation.i18n import Language
from service.types import FilePreview, FirstRow

MOST_COLUMNS = 100
MOST_HEADINGS = 100
LANGUAGES = ("en", "bn", "ne", "hi", "ur", "fr", "es", "pt", "sw", "ar", "bn-Latn", "ne-Latn")
_OF_NOTES = (
    Role.TEXT,
    Role.ANSWERS,
    Role.TEAM_NOTES,
    Role.ELEMENT,
    Role.TEAM,
    Role.PARTICIPANT,
    Role.DATE,
    Role.REVIEW,
    Role.LANGUAGE,
    Role.ATTRIBUTE,
    Role.CLOSED,
    Role.IGNORE,
)
_OF_RUBRICS = (
    Role.ELEMENT,
    Role.LEVEL,
    Role.DESCRIPTOR,
    Role.LEVEL_DESCRIPTORS,
    Role.TEAM,
    Role.LANGUAGE,
    Role.VERSION,
    Role.IGNORE,
)
_OF_RATINGS = (
    Role.ELEMENT,
    Role.LEVEL,
    Role.TEAM,
    Role.REVIEW,
    Role.PARTICIPANT,
    Role.NOTE,
    Role.TEAM_RATINGS,
    Role.ELEMENT_RATINGS,
    Role.IGNORE,
)
_OF_ROSTERS = (Role.PARTICIPANT, Role.ALIASES, Role.TEAM, Role.ATTRIBUTE, Role.IGNORE)
ROLES: Mapping[str, Sequence[Role]] = {
    **dict.fromkeys(NOTES, _OF_NOTES),
    "rubric": _OF_RUBRICS,
    "ratings": _OF_RATINGS,
    "roster": _OF_ROSTERS,
}


@dataclass(frozen=True)
class Choice:
    """One of several; `value` is what the form sends."""

    value: str
    name: Markup | str
    chosen: bool = False
    named: bool = False


@dataclass(frozen=True)
class ColumnFields:
    """A column: the beginning of the names of its fields, its header, first values, roles, and its name."""

    field: str
    header: str
    values: tuple[str, ...]
    roles: tuple[Choice, ...]
    name: str


@dataclass(frozen=True)
class TableFields:
    """A table, or a sheet.

    Attributes:
        field: the beginning of the names of its fields.
        title: what it is called, where there are several.
        sheet: its own name, "" for a table of a page.
        roles: what it can be, () where it is alone.
        name: the team or the element that was said of it.
        headers: rows that can be that of its headers.
        columns: what it is made of, () where it is left out.
        more: how many columns are not shown, in words.
    """

    field: str
    title: Markup | None
    sheet: str
    roles: tuple[Choice, ...]
    name: str
    headers: tuple[Choice, ...]
    columns: tuple[ColumnFields, ...]
    more: Markup | None


@dataclass(frozen=True)
class HeadingFields:
    """A heading and what it can say of the notes below it, or of the rows."""

    field: str
    heading: str
    roles: tuple[Choice, ...]


@dataclass(frozen=True)
class FileFields:
    """All that can be changed about a file.

    Attributes:
        at: its number in the form, from 0.
        is_editable: whether anything can be changed that could help to read it.
        wanted: whether it will be kept.
        kinds, languages: of which one is chosen.
        team, review, date, session: of the whole file, "" where nothing is said.
        has_place: whether team, review, date and language can be said of it.
        is_session: whether it is the record of a session.
        sheets: what all sheets can be at once, () where there are not several with names.
        tables, headings: what it is made of.
        for_all: what stands beside the box that says it for all files of its kind, None where it is alone.
        doubts: what was said of its dates that are not certain, each with an example.
        orders: what can come first in dates that are not certain, () where that is not asked.
        asks_team: what is asked where notes or descriptors are of no team.
        shows_team: whether the field for it is seen without opening the others: it is asked for, or was said.
        is_open: whether something is asked, so that the fields are shown at once.
    """

    at: int
    is_editable: bool
    wanted: bool
    kinds: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    team: str
    review: str
    date: str
    session: str
    has_place: bool
    is_session: bool
    sheets: tuple[Choice, ...]
    tables: tuple[TableFields, ...]
    headings: tuple[HeadingFields, ...]
    for_all: Markup | None
    doubts: tuple[Markup, ...]
    orders: tuple[Choice, ...]
    asks_team: Markup | None
    shows_team: bool
    is_open: bool


def file_fields(at: int, files: Sequence[FilePreview], language: Language) -> FileFields:
    """Return what can be changed about a file of a preview."""
    file = files[at]
    plan, kind = file.settings.plan, kind_of(file)
    alike = [each for each in files if each.kind == file.kind]
    doubts = _doubts(file.dates, language) if file.dates else ()
    asks_team = _asks_team(file, language)
    tables = _tables(at, file, kind, language)
    headings = _headings(at, file, language)
    return FileFields(
        at=at,
        is_editable=not file.problem or bool(kind or tables or headings or file.settings.found.pages),
        wanted=file.settings.wanted,
        kinds=_kinds(kind, language),
        languages=_languages(plan.language, language),
        team=plan.team,
        review=plan.review,
        date=plan.date,
        session=plan.session,
        has_place=kind not in ("roster", "transcript"),
        is_session=kind == "transcript",
        sheets=_sheets(tables, language),
        tables=tables,
        headings=headings,
        for_all=language.gettext("Team, review, date and language hold for all files of this kind")
        if len(alike) > 1
        else None,
        doubts=doubts,
        orders=_orders(file, language),
        asks_team=asks_team,
        shows_team=bool(asks_team or plan.team),
        is_open=bool(doubts or (asks_team and len(files) == 1) or (file.problem and tables) or file.settings.of),
    )


def _kinds(kind: str, language: Language) -> tuple[Choice, ...]:
    known = tuple(Choice(value, name, value == kind) for value, name in kind_names(language).items())
    return known if kind else (Choice("", language.gettext("not known"), chosen=True), *known)


def _languages(code: str, language: Language) -> tuple[Choice, ...]:
    codes = (*LANGUAGES, *([code] if code and code not in LANGUAGES else ()))
    named = tuple(Choice(each, language.language_name(each), each == code) for each in codes)
    return (Choice("", language.gettext("each note in its own"), not code), *named)


def _tables(at: int, file: FilePreview, kind: str, language: Language) -> tuple[TableFields, ...]:
    if kind == "transcript":
        return ()
    return tuple(_table(at, position, file, kind, language) for position in range(len(file.settings.found.tables)))


def _table(at: int, position: int, file: FilePreview, kind: str, language: Language) -> TableFields:
    settings, names = file.settings, role_names(language)
    table, said = settings.found.tables[position], table_said(settings, position)
    role = said.role or table.role or HeadingRole.TEXT
    several = len(settings.found.tables) > 1
    shown = () if several and role is HeadingRole.SKIP else table.columns
    now = columns_of(settings, position, kind)
    values = settings.values[position] if position < len(settings.values) else ()
    columns = tuple(
        ColumnFields(
            f"{at}.{position}.{number}",
            column.header,
            values[number] if number < len(values) else (),
            _roles(kind, now[number], names, language),
            _name(now[number]),
        )
        for number, column in enumerate(shown[:MOST_COLUMNS])
    )
    hidden = len(shown) - len(columns)
    rows = settings.rows[position] if position < len(settings.rows) else ()
    return TableFields(
        field=f"{at}.{position}",
        title=_title(table.sheet, position, language) if several else None,
        sheet=table.sheet,
        roles=_sheet_roles(role, language) if several else (),
        name=said.name,
        headers=_headers(table.header_row, rows, language) if shown else (),
        columns=columns,
        more=language.ngettext("and {n} more column", "and {n} more columns", hidden) if hidden else None,
    )


def _title(sheet: str, position: int, language: Language) -> Markup:
    if sheet:
        return language.gettext("Sheet {sheet}", sheet=sheet)
    return language.gettext("Table {n}", n=position + 1)


def _sheet_roles(chosen: HeadingRole, language: Language) -> tuple[Choice, ...]:
    names = {
        HeadingRole.TEXT: language.gettext("read it, its name says nothing"),
        HeadingRole.TEAM: language.gettext("all of it is one team's"),
        HeadingRole.ELEMENT: language.gettext("all of it is about one element"),
        HeadingRole.SKIP: language.gettext("leave out"),
    }
    named = (HeadingRole.TEAM, HeadingRole.ELEMENT)
    return tuple(Choice(role.value, name, role is chosen, role in named) for role, name in names.items())


def _sheets(tables: Sequence[TableFields], language: Language) -> tuple[Choice, ...]:
    if sum(bool(table.sheet) for table in tables) < 2:
        return ()
    return (
        Choice("", language.gettext("each as it is said below"), chosen=True),
        Choice(HeadingRole.TEAM.value, language.gettext("all of them teams, by their names")),
        Choice(HeadingRole.ELEMENT.value, language.gettext("all of them elements, by their names")),
    )


def _headers(chosen: int, rows: Sequence[FirstRow], language: Language) -> tuple[Choice, ...]:
    """Return the rows that can be that of the headers; the one that is, if it stands further down, too."""
    if not rows:
        return ()
    found = [
        Choice(
            str(row.number), language.gettext("row {row}: {text}", row=row.number, text=row.text), row.number == chosen
        )
        for row in rows
    ]
    if chosen > rows[-1].number:
        found.append(Choice(str(chosen), language.gettext("row {row}", row=chosen), chosen=True))
    return (*found, Choice(str(NO_HEADER), language.gettext("nowhere: there are none"), chosen == NO_HEADER))


def _name(column: ColumnPlan | None) -> str:
    return column.name if column else ""


def _roles(
    kind: str, column: ColumnPlan | None, names: Mapping[Role, Markup], language: Language
) -> tuple[Choice, ...]:
    offered = list(ROLES.get(kind, _OF_NOTES))
    if column is None:
        found = [Choice("", language.gettext("as it is found"), chosen=True)]
    else:
        found = []
        offered += [column.role] if column.role not in offered else []
    chosen = column.role if column else None
    return (*found, *(Choice(role.value, names[role], role is chosen, role in NAMED) for role in offered))


def _headings(at: int, file: FilePreview, language: Language) -> tuple[HeadingFields, ...]:
    names = {
        HeadingRole.ELEMENT: language.gettext("an element"),
        HeadingRole.TEAM: language.gettext("a team"),
        HeadingRole.TEXT: language.gettext("part of the text"),
        HeadingRole.SKIP: language.gettext("leave out what stands below"),
    }
    if kind_of(file) == "transcript":
        return ()
    said = {**file.settings.found.headings, **file.settings.plan.headings}
    return tuple(
        HeadingFields(
            f"{at}.heading.{position}",
            heading,
            tuple(Choice(role.value, name, role == said[heading]) for role, name in names.items()),
        )
        for position, heading in enumerate(list(file.settings.found.headings)[:MOST_HEADINGS])
    )


def _asks_team(file: FilePreview, language: Language) -> Markup | None:
    if not file.teamless:
        return None
    if file.kind == "rubric":
        return language.gettext("Whose rubric is it? Rubrics are compared between teams.")
    return language.ngettext(
        "{n} note names no team. Whose is it?",
        "{n} notes name no team. Whose are they?",
        file.teamless,
    )


def _orders(file: FilePreview, language: Language) -> tuple[Choice, ...]:
    said = file.settings.plan.date_order
    examples = file.dates.examples if file.dates else ()
    if said is None and all(each.doubt is not DateDoubt.DAY_OR_MONTH for each in examples):
        return ()
    names = {"": language.gettext("not known"), DateOrder.DAY: language.gettext("the day"),
             DateOrder.MONTH: language.gettext("the month")}  # fmt: skip
    return tuple(Choice(str(order), name, order == (said or "")) for order, name in names.items())


def _doubts(dates: DatesRead, language: Language) -> tuple[Markup, ...]:
    if not dates.doubtful:
        return ()
    why = {
        DateDoubt.NO_DATE: language.gettext("no date that can be read"),
        DateDoubt.NO_YEAR: language.gettext("the year is missing"),
        DateDoubt.DAY_OR_MONTH: language.gettext("which is the day, which the month?"),
        DateDoubt.CALENDAR: language.gettext("which calendar is it?"),
    }
    return (
        language.ngettext("{n} date is not certain.", "{n} dates are not certain.", dates.doubtful),
        *(
            language.gettext("{date} (line {line}): {why}", date=each.text, line=each.line, why=why[each.doubt])
            for each in dates.examples
        ),
    )


def kind_names(language: Language) -> dict[str, Markup]:
    """Return what files can be taken for, in words."""
    return {
        "notes": language.gettext("Notes"),
        "survey": language.gettext("Survey: one column a question"),
        "wall": language.gettext("Wall: each cell a note"),
        "minutes": language.gettext("Minutes of a meeting"),
        "rubric": language.gettext("Rubric"),
        "roster": language.gettext("Roster: who was there"),
        "ratings": language.gettext("Ratings"),
        "transcript": language.gettext("Transcript of a session"),
    }


def role_names(language: Language) -> dict[Role, Markup]:
    """Return what columns can be, in words."""
    return {
        Role.TEXT: language.gettext("the notes"),
        Role.NOTE: language.gettext("remarks"),
        Role.ANSWERS: language.gettext("answers about one element"),
        Role.TEAM_NOTES: language.gettext("notes of one team"),
        Role.ELEMENT: language.gettext("the element"),
        Role.LEVEL: language.gettext("the level"),
        Role.DESCRIPTOR: language.gettext("the descriptor"),
        Role.LEVEL_DESCRIPTORS: language.gettext("descriptors of one level"),
        Role.TEAM_RATINGS: language.gettext("ratings by one team"),
        Role.ELEMENT_RATINGS: language.gettext("ratings of one element"),
        Role.PARTICIPANT: language.gettext("the person"),
        Role.ALIASES: language.gettext("other names of the person"),
        Role.TEAM: language.gettext("the team"),
        Role.DATE: language.gettext("the date"),
        Role.REVIEW: language.gettext("the review"),
        Role.LANGUAGE: language.gettext("the language"),
        Role.VERSION: language.gettext("the version"),
        Role.ATTRIBUTE: language.gettext("an attribute to compare"),
        Role.CLOSED: language.gettext("a question with given answers"),
        Role.IGNORE: language.gettext("leave out"),
    }

"""What is in a file and how it was understood: the command `read`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nlp.documents.plan import AS_FOUND, ColumnPlan, FilePlan, HeadingRole, Role, TablePlan
from nlp.documents.types import LeftOut, Notes, Ratings, Roster, Rubric, Unit
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from service.cli.given.source import Source
from service.intake import detect_kind
from service.intake.left_out import left_out
from service.intake.opened import Opened
from service.intake.plan_files import bytes_of_plan, check_fits
from service.intake.plans import as_found, with_words
from service.intake.said_plans import NOTES, table_said
from service.names.outline import Content, distinct, outline_of
from service.types import FileSettings, Outline

KINDS = (*NOTES, "rubric", "roster", "ratings", "transcript")


@dataclass(frozen=True, slots=True)
class ElementRead:
    """An element: how many answers (cells that are not blank, bullets) speak of it, and into how many units they fall.

    Attributes:
        element: its name, "" for notes of no element.
        answers: of a rubric or ratings the rows.
        units: of a rubric or ratings the rows.
    """

    element: str
    answers: int
    units: int


@dataclass(frozen=True, slots=True)
class FileRead:
    """How a file was understood.

    Attributes:
        file: its name.
        kind: what it was taken for.
        elements: that it speaks of, in the order of first appearance.
        attributes: that its notes or people have.
        people: how many are named.
        left_out: lines, columns, sheets and headings that were not read, and why.
        plan: what was said of it; handed in again, it is read the same way.
    """

    file: str
    kind: str
    elements: tuple[ElementRead, ...]
    attributes: tuple[str, ...]
    people: int
    left_out: tuple[LeftOut, ...]
    plan: FilePlan


def read(source: Source, kind: str, said: Sequence[str], plan: FilePlan = AS_FOUND) -> FileRead:
    """Return how a file is understood, with what is said of it.

    Args:
        source: the file.
        kind: one of `KINDS`, "" for what its content says.
        said: "Column=role", "Column=element:Communications", "Heading=skip".
        plan: of a file of the same form; what is said here beside it comes first.

    Raises:
        InputError: it cannot be read, or something is said of a column that it has not.
    """
    opened = Opened.of(source.name, source.data)
    found = check_fits(opened, plan)
    plan = _plan(source.name, found, said, replace(plan, kind=kind or plan.kind))
    settings = as_found(opened, FileSettings(plan))
    content = opened.content(Outline(), with_words(plan, found))
    described = detect_kind.describe(source.name, content)
    given = plan.kind or (found.kind if isinstance(content, Notes) else "") or str(described.kind)
    return FileRead(
        file=source.name,
        kind=given,
        elements=_elements(content),
        attributes=_attributes(content),
        people=len(described.people),
        left_out=left_out(content.unread, settings, given),
        plan=plan,
    )


def json_of(found: Sequence[FileRead]) -> dict[str, Any]:
    """Return what is in the files in one form for any number of them: all of them together, and each in `files`."""
    from service.serialisation import public_json

    together = replace(
        found[0],
        file=", ".join(each.file for each in found),
        kind=found[0].kind if len({each.kind for each in found}) == 1 else "",
        elements=_together(element for each in found for element in each.elements),
        attributes=distinct(name for each in found for name in each.attributes),
        people=sum(each.people for each in found),
        left_out=tuple(left for each in found for left in each.left_out),
        plan=found[0].plan if len(found) == 1 else AS_FOUND,
    )
    return {**public_json(together), "files": [public_json(each) for each in found]}


def _together(elements: Iterable[ElementRead]) -> tuple[ElementRead, ...]:
    """Return every element once, under its first spelling."""
    found: dict[str, ElementRead] = {}
    for each in elements:
        before = found.setdefault(name_key(each.element), ElementRead(each.element, 0, 0))
        answers, units = before.answers + each.answers, before.units + each.units
        found[name_key(each.element)] = replace(before, answers=answers, units=units)
    return tuple(found.values())


def plan_file(source: Source, found: FileRead) -> bytes:
    """Return how a file is read, as a plan for others of its form."""
    return bytes_of_plan(as_found(Opened.of(source.name, source.data), FileSettings(found.plan)), found.kind)


def _plan(name: str, found: FilePlan, said: Sequence[str], plan: FilePlan) -> FilePlan:
    headers = {name_key(column.header): column.header for table in found.tables for column in table.columns}
    headings = {name_key(heading): heading for heading in found.headings}
    columns: list[ColumnPlan] = []
    decided: dict[str, HeadingRole] = {}
    for each in said:
        place, _, role = each.rpartition("=")
        if (key := name_key(place)) in headers:
            columns.append(_column(headers[key], role))
        elif key in headings and role in list(HeadingRole):
            decided[headings[key]] = HeadingRole(role)
        else:
            there = tuple(headers.values()) or tuple(headings.values()) or Message("none")
            problem = Message("there is no column or heading {column}; there are: {columns}",
                              {"column": place or each, "columns": there})  # fmt: skip
            raise InputError(name, problem, Message('Write it as --map "Column=role"'))
    return replace(plan, tables=_tables(found, columns, plan), headings={**plan.headings, **decided})


def _tables(found: FilePlan, columns: Sequence[ColumnPlan], plan: FilePlan) -> tuple[TablePlan, ...]:
    """Return what is said of every table: of its columns first what is said now, then what a plan said before."""
    if not columns:
        return plan.tables
    settings = FileSettings(plan, found)
    tables = []
    for position, table in enumerate(found.tables):
        own = {name_key(column.header) for column in table.columns}
        said = table_said(settings, position)
        now = [column for column in columns if name_key(column.header) in own]
        decided = {name_key(column.header) for column in now}
        before = [column for column in said.columns if name_key(column.header) not in decided]
        tables.append(replace(said, columns=(*now, *before)))
    return tuple(tables)


def _column(header: str, said: str) -> ColumnPlan:
    role, _, name = (part.strip() for part in said.partition(":"))
    known = Role.ANSWERS if role == Role.ELEMENT and name else role
    if known not in list(Role):
        raise InputError(
            "",
            Message("{role} is nothing that a column can be", {"role": role}),
            Message("Choose one of {roles}", {"roles": tuple(Role)}),
        )
    return ColumnPlan(header, Role(known), name)


def _elements(content: Content) -> tuple[ElementRead, ...]:
    if not isinstance(content, Notes):
        return tuple(ElementRead(name, count, count) for name, count in _rows_of_elements(content))
    found: dict[str, list[Unit]] = {}
    for unit in content.units:
        found.setdefault(unit.element or "", []).append(unit)
    return tuple(ElementRead(name, len(set(map(_cell, units))), len(units)) for name, units in found.items())


def _rows_of_elements(content: Content) -> list[tuple[str, int]]:
    match content:
        case Rubric(descriptors=rows) | Ratings(ratings=rows):
            names = [name_key(row.element) for row in rows]
        case _:
            names = []
    return [(element, names.count(name_key(element))) for element in outline_of(content).elements]


def _cell(unit: Unit) -> tuple[int, str, str]:
    return unit.line, unit.attributes.get("sheet", ""), unit.attributes.get("team", "")


def _attributes(content: Content) -> tuple[str, ...]:
    match content:
        case Notes(units=rows) | Roster(people=rows):
            return distinct(name for row in rows for name in row.attributes)
        case _:
            return ()

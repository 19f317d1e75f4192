"""What is in a file and how it was understood: the command `read`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nlp.documents.plan import AS_FOUND, ColumnPlan, FilePlan, HeadingRole, Role, TablePlan
from nlp.documents.types import Notes, Ratings, Roster, Rubric, Unit
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from service.cli.files import read_bytes
from service.intake import detect_kind
from service.intake.plans import found_plan
from service.intake.said_plans import NOTES
from service.names.outline import Content, distinct, outline_of

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
class LeftOut:
    """What was left out, why, and how many of it."""

    what: str
    why: str
    count: int


@dataclass(frozen=True, slots=True)
class FileRead:
    """How a file was understood.

    Attributes:
        file: its name.
        kind: what it was taken for.
        elements: that it speaks of, in the order of first appearance.
        attributes: that its notes or people have.
        people: how many are named.
        left_out: columns, headings and lines that were not read.
        plan: what was said of it; handed in again, it is read the same way.
    """

    file: str
    kind: str
    elements: tuple[ElementRead, ...]
    attributes: tuple[str, ...]
    people: int
    left_out: tuple[LeftOut, ...]
    plan: FilePlan


def read(path: Path, kind: str, said: Sequence[str]) -> FileRead:
    """Return how a file is understood, with what is said of it.

    Args:
        path: of the file.
        kind: one of `KINDS`, "" for what its content says.
        said: "Column=role", "Column=element:Communications", "Heading=skip".

    Raises:
        InputError: it cannot be read, or something is said of a column that it has not.
    """
    data = read_bytes(path)
    found = found_plan(path.name, data)
    plan = replace(_plan(path.name, found, said), kind=kind)
    content = detect_kind.read(path.name, data, plan=plan)
    described = detect_kind.describe(path.name, content)
    given = plan.kind or (found.kind if isinstance(content, Notes) else "") or str(described.kind)
    return FileRead(
        file=path.name,
        kind=given,
        elements=_elements(content),
        attributes=_attributes(content),
        people=len(described.people),
        left_out=_left_out(content, plan),
        plan=plan,
    )


def _plan(name: str, found: FilePlan, said: Sequence[str]) -> FilePlan:
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
    tables = tuple(TablePlan(table.sheet, 0, tuple(columns)) for table in found.tables) if columns else ()
    return replace(AS_FOUND, tables=tables, headings=decided)


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


def _left_out(content: Content, plan: FilePlan) -> tuple[LeftOut, ...]:
    columns = {column.header: None for table in plan.tables for column in table.columns if column.role is Role.IGNORE}
    headings = [heading for heading, role in plan.headings.items() if role == HeadingRole.SKIP]
    said = [LeftOut(name, "you said so", 1) for name in (*columns, *headings)]
    unread = content.unread
    why = dict.fromkeys(example.partition(": ")[2] or example for example in unread.examples)
    lines = [LeftOut("lines", "; ".join(why), unread.lines)] if unread.lines else []
    return (*said, *lines)

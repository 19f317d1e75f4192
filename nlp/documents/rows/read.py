"""`read_notes()`, `read_rubric()`, `read_roster()`, `read_ratings()`: one type each, from whatever holds it.

Rows go the way that the cells of a file go: the same headers are understood, in the same languages, and a note has the
id that it has in a CSV of the same content and name.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from nlp.documents.foreign.legacy_text import restored_grids, with_remarks
from nlp.documents.plan import ColumnPlan, FilePlan, Role
from nlp.documents.read import LARGEST_FILE, open_tables, plan_of, read_as, tables_in_text, tables_of_grids
from nlp.documents.rows.columns import Said, check_cells
from nlp.documents.rows.grid import HandedRows, rows_of
from nlp.documents.rows.handed import Column, File, Rows, Texts
from nlp.documents.rows.languages import Languages, languages_of
from nlp.documents.rows.opened import is_file, opened
from nlp.documents.tables.notes import read_notes_tables
from nlp.documents.tables.people import read_roster as read_roster_tables
from nlp.documents.tables.table import Table
from nlp.documents.types import Descriptor, Document, Notes, Person, Rating, Ratings, Roster, Rubric, Unit
from nlp.door.wrong import write, wrong_type
from nlp.errors import InputError, MissingColumn
from nlp.messages import Message
from nlp.names import name_key

D = TypeVar("D", Notes, Rubric, Roster, Ratings)


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[D]):
    """What is to be read.

    Attributes:
        type: its type.
        kind: as plans call it.
        call: the function that reads it.
        needed: the columns that it cannot be without.
        texts: header and role of texts that are handed in alone, and what reads them.
    """

    type: type[D]
    kind: str
    call: str
    needed: tuple[str, ...]
    texts: tuple[Role, Callable[[str, list[Table], Collection[str] | None], D]] | None = None


_NOTES = _Wanted(Notes, "notes", "read_notes", ("text",), (Role.TEXT, read_notes_tables))
_RUBRIC = _Wanted(Rubric, "rubric", "read_rubric", ("element", "level", "descriptor"))
_ROSTER = _Wanted(Roster, "roster", "read_roster", ("name",), (Role.PARTICIPANT, read_roster_tables))
_RATINGS = _Wanted(Ratings, "ratings", "read_ratings", ("review", "team", "element", "level"))
_CALLS: Mapping[type[Document], tuple[Message, str]] = {
    Notes: (Message("notes"), "read_notes"),
    Rubric: (Message("a rubric"), "read_rubric"),
    Roster: (Message("a roster"), "read_roster"),
    Ratings: (Message("ratings"), "read_ratings"),
}
_READ_ALREADY: Mapping[type[object], str] = {
    Unit: "interpret(units)",
    Descriptor: "compare_rubrics(descriptors)",
    Person: "measure_participation(transcript, people)",
    Rating: "Ratings(name, ratings)",
}


def read_notes(
    handed: File | Rows | Texts,
    /,
    *,
    text: Column | None = None,
    answers: Column | Iterable[Column] = (),
    element: Column | None = None,
    team: Column | None = None,
    participant: Column | None = None,
    date: Column | None = None,
    review: Column | None = None,
    language: Column | None = None,
    languages: Languages = None,
    source: str | None = None,
    split: bool = True,
) -> Notes:
    """Return the notes of a file, a data frame, rows or texts.

    Args:
        handed: a path, an open file, the bytes of a file; a DataFrame of pandas or polars; rows (`[{"text": ...}]`);
            column -> values; texts.
        text: the column of the notes; then no other holds notes. None, as for all columns: as its name tells.
        answers: columns of answers to a question each, which is the element that they speak of.
        element: the column of the elements.
        team: the column of the teams.
        participant: the column of those who wrote the notes.
        date: the column of the dates.
        review: the column of the reviews.
        language: the column of the languages.
        languages: of the programme, several or one, by which the language of every note is told.
        source: name of what is handed in, a part of every id; None for the file's own.
        split: whether a cell with a list or a long text becomes several notes.

    Raises:
        InputError: this cannot be used; the message says what is wrong, where, and what to do.
    """
    said = {"text": text, "element": element, "team": team, "participant": participant, "date": date}
    return _read(_NOTES, handed, {**said, "review": review, "language": language}, languages, source, answers, split)


def read_rubric(
    handed: File | Rows,
    /,
    *,
    element: Column | None = None,
    level: Column | None = None,
    descriptor: Column | None = None,
    team: Column | None = None,
    version: Column | None = None,
    language: Column | None = None,
    languages: Languages = None,
    source: str | None = None,
) -> Rubric:
    """Return the rubric of a file, a data frame or rows: a descriptor a row, or a column a level.

    Args:
        handed: as of `read_notes`, but for texts.
        element: the column of the elements; None, as for the others: as it is found.
        level: the column of the levels.
        descriptor: the column of the descriptors.
        team: the column of the teams.
        version: the column of the versions.
        language: the column of languages.
        languages: as of `read_notes`.
        source: as of `read_notes`.

    Raises:
        InputError: as `read_notes`.
    """
    said = {"element": element, "level": level, "descriptor": descriptor, "team": team, "version": version}
    return _read(_RUBRIC, handed, {**said, "language": language}, languages, source)


def read_roster(
    handed: File | Rows | Texts,
    /,
    *,
    name: Column | None = None,
    aliases: Column | None = None,
    source: str | None = None,
) -> Roster:
    """Return the people of a file, a data frame, rows, or names; every other column is an attribute.

    Args:
        handed: as of `read_notes`.
        name: the column of the names; None: as it is found.
        aliases: the column of other spellings; several stand in one cell, parted by `;` or as a list.
        source: as of `read_notes`.

    Raises:
        InputError: as `read_notes`.
    """
    return _read(_ROSTER, handed, {"name": name, "aliases": aliases}, None, source)


def read_ratings(
    handed: File | Rows,
    /,
    *,
    review: Column | None = None,
    team: Column | None = None,
    element: Column | None = None,
    level: Column | None = None,
    participant: Column | None = None,
    note: Column | None = None,
    source: str | None = None,
) -> Ratings:
    """Return the ratings of a file, a data frame or rows.

    Args:
        handed: as of `read_notes`, but for texts.
        review: the column of the reviews; None, as for the others: as it is found.
        team: the column of the teams.
        element: the column of the elements.
        level: the column of the levels.
        participant: the column of those who rated.
        note: the column of their reasons.
        source: as of `read_notes`.

    Raises:
        InputError: as `read_notes`.
    """
    said = {"review": review, "team": team, "element": element, "level": level, "participant": participant}
    return _read(_RATINGS, handed, {**said, "note": note}, None, source)


def _read(
    wanted: _Wanted[D],
    handed: object,
    named: Mapping[str, Column | None],
    languages: Languages,
    source: str | None,
    answers: Column | Iterable[Column] = (),
    split: bool = True,
) -> D:
    said = Said.of(wanted.call, named, answers)
    tags = languages_of(languages)
    if is_file(handed):
        return _read_file(wanted, *opened(handed, LARGEST_FILE), source, said, tags, whole=not split)
    rows = rows_of(_not_read_yet(handed), wanted.needed, wanted.texts[0].value if wanted.texts else "")
    if rows.texts:
        return _read_texts(wanted, rows, tags, source or "", whole=not split)
    tables = tables_of_grids(source or "", [rows.grid])
    plan = said.plan(tables.name, tables.plan(rows.layout), rows.layout)
    check_cells(rows, tables.tables(plan))

    def found(kind: str) -> Document:
        return tables.document(tags, replace(plan, kind=kind), whole=not split)

    return _of_kind(wanted, tables.name, found, said_so=bool(said), tables=True)


def _not_read_yet(handed: object) -> object:
    """Refuse what was read already, alone or in a list."""
    first = handed[0] if isinstance(handed, list | tuple) and handed else handed
    if isinstance(first, Notes | Rubric | Roster | Ratings):
        raise wrong_type("rows", "DataFrame | list[dict]", first, Message("It has been read: use it as it is"))
    for kind, call in _READ_ALREADY.items():
        if isinstance(first, kind):
            raise wrong_type("rows[0]", "dict", first, write(call))
    return handed


def _read_file(
    wanted: _Wanted[D],
    name: str,
    data: bytes,
    source: str | None,
    said: Said,
    languages: tuple[str, ...] | None,
    *,
    whole: bool,
) -> D:
    called = name if source is None else source
    filename = name or called
    tables = open_tables(filename, data) or tables_in_text(filename, data, surely=bool(said))
    if tables is None and whole:
        raise InputError(called, Message("running text is always cut into notes"), write("read_notes(path)"))
    plan = FilePlan()
    if said:
        there = tables.plan() if tables is not None else plan_of(filename, data, languages=languages)
        plan = said.plan(called, there)

    def found(kind: str) -> Document:
        own = replace(plan, kind=kind)
        if tables is None:
            return read_as(called, filename, data, languages, own)
        return replace(tables, name=called).document(languages, own, whole=whole)

    return _of_kind(wanted, called, found, said_so=bool(said), tables=tables is not None)


def _read_texts(
    wanted: _Wanted[D], rows: HandedRows, languages: tuple[str, ...] | None, source: str, *, whole: bool
) -> D:
    assert wanted.texts is not None
    role, read = wanted.texts
    (grid,), remarks = restored_grids([rows.grid])
    header, *below = grid.rows
    roles = (ColumnPlan(role.value, role),)
    table = Table("", header, tuple(below), {role.value: 0}, roles=roles, whole=whole)
    document = with_remarks(read(source, [table], languages), remarks)
    assert isinstance(document, wanted.type)
    return document


def _of_kind(wanted: _Wanted[D], name: str, found: Callable[[str], Document], *, said_so: bool, tables: bool) -> D:
    """Return what is found if it is what is wanted, else what tables are when they are read as that.

    Raises:
        MissingColumn: they lack a column for that.
        InputError: it is something else.
    """
    first = _attempt(found, "")
    if isinstance(first, wanted.type):
        return first
    second = _attempt(found, wanted.kind) if tables else first
    if isinstance(second, wanted.type) and (said_so or not (isinstance(first, Notes) and _repeats(second))):
        return second
    if isinstance(second, MissingColumn) and (said_so or isinstance(first, MissingColumn)):
        call = f"{wanted.call}(..., {', '.join(f'{name}=...' for name in wanted.needed)})"
        raise MissingColumn(second.source, second.problem, Message("Say which it is: {call}", {"call": call}))
    raise _other_kind(name, second if isinstance(first, MissingColumn) else first, wanted)


def _attempt(found: Callable[[str], Document], kind: str) -> Document | MissingColumn:
    try:
        return found(kind)
    except MissingColumn as error:
        return error


def _repeats(document: Document) -> bool:
    """Whether a roster names somebody again and again: the authors of notes, row by row."""
    names = [name_key(person.name) for person in document.people] if isinstance(document, Roster) else []
    return len(set(names)) < len(names)


def _other_kind(name: str, document: Document | MissingColumn, wanted: _Wanted[D]) -> InputError:
    if isinstance(document, MissingColumn):
        return document
    kind, call = _CALLS[type(document)]
    problem = Message("it holds {kind}, not {wanted}", {"kind": kind, "wanted": _CALLS[wanted.type][0]})
    return InputError(name, problem, Message("Read it with {call}", {"call": call}))

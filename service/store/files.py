"""Files that were kept, with the rows that were read from them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from hashlib import sha256
from itertools import starmap
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, Text, cast, delete, func, insert, select, update

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.types import Descriptor, Person, Rating, Unit, Unread
from nlp.frozen import frozen
from nlp.messages import Message
from nlp.transcripts.types import Turn
from service.errors import NotFound
from service.store import vectors
from service.store.database import Transaction
from service.store.journal.tables import removed_files
from service.store.search import entries
from service.store.tables import descriptors, files, people, ratings, turns, units
from service.types import KeptFile, Kind, Outline

Row = Unit | Descriptor | Person | Rating | Turn
AnyRow = TypeVar("AnyRow", Unit, Descriptor, Person, Rating, Turn)
TABLES: Mapping[type[Row], Table] = {Unit: units, Descriptor: descriptors, Person: people, Rating: ratings, Turn: turns}
WITH_VECTORS = (units, descriptors)
ATTRIBUTES = "attributes"
"""Of notes and people: the same ones come again and again."""
_AT_ONCE = 5_000
"""Rows that are handed to the database together: each stands in memory three times while it is."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was read and can be kept.

    `plan` is what was said of how, `shape` tells others of its form, `remarks` are what should be known of its words.
    """

    filename: str
    kind: Kind
    content: bytes
    counts: Mapping[str, int]
    outline: Outline
    unread: Unread
    rows: Sequence[Row]
    plan: FilePlan = AS_FOUND
    shape: str = ""
    remarks: tuple[Message, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of its bytes."""
        return hash_of(self.content)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A kept file without its bytes and rows."""

    id: int
    filename: str
    kind: Kind
    sha256: str
    added: datetime
    counts: Mapping[str, int]
    outline: Outline
    unread: Unread
    plan: FilePlan = AS_FOUND
    shape: str = ""
    remarks: tuple[Message, ...] = ()

    @property
    def from_picture(self) -> bool:
        """Whether its words were read from pictures."""
        return self.plan.pages is not None and self.plan.pages.from_picture

    @property
    def kept(self) -> KeptFile:
        """What others see of it."""
        return KeptFile(self.id, self.filename, self.kind, self.added, self.counts, self.remarks)


_NOT_REMOVED = files.c.id.not_in(select(removed_files.c.file_id))
_COLUMNS = [files.c[field.name] for field in fields(FileRow)]


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(content).hexdigest()


def add(db: Transaction, programme_id: int, file: NewFile, now: datetime) -> int:
    """Store a file and its rows; return its id."""
    columns = {
        "programme_id": programme_id,
        "filename": file.filename,
        "sha256": file.sha256,
        "added": now,
        "content": file.content,
        **_read_from(file),
    }
    file_id: int = db.scalars(insert(files).values(**columns).returning(files.c.id)).one()
    _add_rows(db, file_id, file)
    return file_id


def read_again(db: Transaction, file_id: int, file: NewFile) -> None:
    """Put what is read from a kept file now in the place of what was read from it; its bytes and its name stay."""
    before = _texts(db, file_id)
    _delete_rows(db, file_id)
    db.execute(update(files).where(files.c.id == file_id).values(**_read_from(file)))
    _add_rows(db, file_id, file)
    entries.sweep(db)
    vectors.remove(db, before - _texts(db, file_id))


def write_anew(db: Transaction, file_id: int, file: NewFile) -> bool:
    """Put a file in the place of the one that is kept, whose name stays; return whether texts of that are gone."""
    before = _texts(db, file_id)
    db.execute(update(files).where(files.c.id == file_id).values(content=file.content, sha256=file.sha256))
    read_again(db, file_id, file)
    return bool(before - _texts(db, file_id))


def say_plan(db: Transaction, file_id: int, plan: FilePlan) -> None:
    """Store what is said of how a file is understood, where nothing is read from it in another way."""
    db.execute(update(files).where(files.c.id == file_id).values(plan=plan))


def forget_rows(db: Transaction, file_id: int) -> None:
    """Forget what was read from a file, with the vectors of its texts; its bytes stay."""
    vectors.remove(db, _texts(db, file_id))
    _delete_rows(db, file_id)
    entries.sweep(db)


def _delete_rows(db: Transaction, file_id: int) -> None:
    for table in TABLES.values():
        db.execute(delete(table).where(table.c.file_id == file_id))


def _texts(db: Transaction, file_id: int) -> set[str]:
    """Return the texts of a file that may have vectors."""
    return {
        text for table in WITH_VECTORS for text in db.scalars(select(table.c.text).where(table.c.file_id == file_id))
    }


def _read_from(file: NewFile) -> dict[str, object]:
    return {
        "kind": file.kind,
        "counts": dict(file.counts),
        "outline": file.outline,
        "unread": file.unread,
        "plan": file.plan,
        "shape": file.shape,
        "remarks": file.remarks,
    }


def _add_rows(db: Transaction, file_id: int, file: NewFile) -> None:
    if file.rows:
        names = [field.name for field in fields(file.rows[0])]
        statement = insert(TABLES[type(file.rows[0])])
        for start in range(0, len(file.rows), _AT_ONCE):
            some = list(enumerate(file.rows[start : start + _AT_ONCE], start))
            rows = [
                {"file_id": file_id, "position": at, **{name: getattr(row, name) for name in names}} for at, row in some
            ]
            db.execute(statement, rows)
            entries.add(db, file_id, [(at, _searched(row)) for at, row in some])


def _searched(row: Row) -> str:
    """Return the text by whose words a row is found, "" for a person."""
    match row:
        case Unit(text=said) | Descriptor(text=said) | Turn(text=said) | Rating(note=said):
            return said
        case Person():
            return ""


def content(db: Transaction, programme_id: int, file_id: int) -> bytes:
    """Return the bytes of a kept file.

    Raises:
        NotFound: the programme has no such file.
    """
    here = (files.c.id == file_id, files.c.programme_id == programme_id, _NOT_REMOVED)
    found: bytes | None = db.scalar(select(files.c.content).where(*here))
    if found is None:
        raise NotFound("file", file_id)
    return found


def texts_of_notes(db: Transaction, file_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the texts of the notes of files, by the id of the file."""
    found: dict[int, list[str]] = {}
    for file_id, text in db.execute(select(units.c.file_id, units.c.text).where(units.c.file_id.in_(file_ids))):
        found.setdefault(file_id, []).append(text)
    return found


def every(db: Transaction, programme_id: int) -> tuple[FileRow, ...]:
    """Return the files of a programme in the order in which they were kept."""
    query = select(*_COLUMNS).where(files.c.programme_id == programme_id, _NOT_REMOVED).order_by(files.c.id)
    return tuple(FileRow(**row) for row in db.execute(query).mappings())


def rows(db: Transaction, kind: type[AnyRow], file_ids: Sequence[int]) -> tuple[AnyRow, ...]:
    """Return what was read from files, file by file in their order."""
    table = TABLES[kind]
    query = select(*columns_of(kind)).where(table.c.file_id.in_(file_ids)).order_by(table.c.file_id, table.c.position)
    return tuple(starmap(maker_of(kind), db.execute(query)))


def columns_of(kind: type[Row]) -> list[ColumnElement[Any]]:
    """Return what has to be read for the fields of a type, in their order."""
    own = TABLES[kind].c
    return [
        cast(own[field.name], Text) if field.name == ATTRIBUTES else own[field.name].expression
        for field in fields(kind)
    ]


def maker_of(kind: type[AnyRow]) -> Callable[..., AnyRow]:
    """Return what makes one of a type of the values of `columns_of`; attributes that are alike are made once."""
    names = [field.name for field in fields(kind)]
    if ATTRIBUTES not in names:
        return kind
    place = names.index(ATTRIBUTES)

    @cache
    def attributes(text: str) -> object:
        return frozen(json.loads(text))

    whole: Callable[..., AnyRow] = kind

    def make(*values: Any) -> AnyRow:  # noqa: ANN401 - whatever fields hold
        return whole(*values[:place], attributes(values[place]), *values[place + 1 :])

    return make


def speakers(db: Transaction, file_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the speakers of transcripts, each once, in the order of their first words, by the id of the file."""
    found: dict[int, list[str]] = {}
    query = (
        select(turns.c.file_id, turns.c.speaker)
        .where(turns.c.file_id.in_(file_ids), turns.c.speaker.is_not(None))
        .group_by(turns.c.file_id, turns.c.speaker)
        .order_by(turns.c.file_id, func.min(turns.c.position))
    )
    for file_id, speaker in db.execute(query):
        found.setdefault(file_id, []).append(speaker)
    return found


def remove(db: Transaction, programme_id: int, file_id: int) -> None:
    """Delete a file for good, a removed one too, with all its rows and the vectors of its texts.

    Raises:
        NotFound: the programme has no such file.
    """
    here = (files.c.id == file_id, files.c.programme_id == programme_id)
    if db.scalar(select(files.c.id).where(*here)) is None:
        raise NotFound("file", file_id)
    vectors.remove(db, _texts(db, file_id))
    db.execute(delete(files).where(*here))

"""Publications in the database: their bytes never change, and their ids are never given twice."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from service.errors import NotFound
from service.publications.types import Audience, Format, Publication, Published, Reader
from service.store.database import Transaction
from service.store.publications.tables import publications

_ROW = [publications.c[field.name] for field in fields(Publication)]


def add(db: Transaction, programme_id: int, new: Publication, content: bytes, words: str = "") -> Publication:
    """Store a publication; its id is given here. `words` is what it says where its bytes do not tell."""
    row = {field.name: getattr(new, field.name) for field in fields(new) if field.name != "id"}
    values = {**row, "programme_id": programme_id, "content": content, "words": words.encode()}
    made: int = db.scalars(insert(publications).values(**values).returning(publications.c.id)).one()
    return find(db, programme_id, made)


def every(db: Transaction, programme_id: int) -> tuple[Publication, ...]:
    """Return the publications of a programme, newest first, the withdrawn ones too."""
    query = select(*_ROW).where(publications.c.programme_id == programme_id).order_by(publications.c.id.desc())
    return tuple(_publication(row) for row in db.execute(query))


def find(db: Transaction, programme_id: int, number: int) -> Publication:
    """Return a publication.

    Raises:
        NotFound: the programme has none with that id.
    """
    row = db.execute(select(*_ROW).where(_this(programme_id, number))).first()
    if row is None:
        raise NotFound("publication", number)
    return _publication(row)


def content(db: Transaction, programme_id: int, number: int) -> bytes:
    """Return the bytes of a publication; `NotFound` as in `find`."""
    found: bytes | None = db.scalar(select(publications.c.content).where(_this(programme_id, number)))
    if found is None:
        raise NotFound("publication", number)
    return found


def says(db: Transaction, programme_id: int, number: int, given: bytes, words: str) -> bool:
    """Return whether a publication is the same: its words, or its bytes where no words are kept beside them."""
    kept: bytes | None = db.scalar(select(publications.c.words).where(_this(programme_id, number)))
    return kept == words.encode() if kept and words else content(db, programme_id, number) == given


def withdraw(db: Transaction, programme_id: int, number: int, now: datetime) -> None:
    """Keep since when it is withdrawn; if it is already, nothing changes."""
    standing = _this(programme_id, number) & publications.c.withdrawn.is_(None)
    db.execute(update(publications).where(standing).values(withdrawn=now))


def remove(db: Transaction, programme_id: int, number: int) -> None:
    """Forget a publication and its bytes."""
    db.execute(delete(publications).where(_this(programme_id, number)))


def _this(programme_id: int, number: int) -> ColumnElement[bool]:
    return (publications.c.programme_id == programme_id) & (publications.c.id == number)


def _publication(row: Row[tuple[object, ...]]) -> Publication:
    kept = row._asdict()
    kinds = {"of": Published, "audience": Audience, "format": Format, "reader": Reader}
    return Publication(**kept | {name: kind(kept[name]) for name, kind in kinds.items()})

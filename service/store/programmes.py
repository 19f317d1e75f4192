"""Programmes in the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Result, select, update

from service.errors import NotFound
from service.names.slugs import unique_slug
from service.store.conflicts import is_new
from service.store.database import Transaction
from service.store.jobs import jobs
from service.store.jobs.jobs import Place, Wanted
from service.store.privacy import keeping
from service.store.tables import programmes
from service.types import Outline

PLAN = "plan"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as it was created; what its files add is in their own outlines.

    `revision` counts its changes. `model` reads its notes; "" is that of the installation.
    """

    id: int
    slug: str
    name: str
    description: str
    outline: Outline
    revision: int
    model: str = ""


_COLUMNS = (
    programmes.c.id,
    programmes.c.slug,
    programmes.c.name,
    programmes.c.description,
    programmes.c.outline,
    programmes.c.revision,
    programmes.c.model,
)


def add(db: Transaction, name: str, description: str, outline: Outline, now: datetime) -> ProgrammeRow:
    """Store a new programme under a slug that no other one has, nor gets while this runs."""
    taken = set(db.scalars(select(programmes.c.slug)))
    while True:
        slug = unique_slug(name, taken)
        row = {"slug": slug, "name": name, "description": description, "outline": outline, "created": now}
        if is_new(db, programmes, row):
            added = find(db, slug)
            keeping.begin(db, added.id)
            return added
        taken.add(slug)


def every(db: Transaction) -> tuple[ProgrammeRow, ...]:
    """Return all programmes, oldest first."""
    rows = db.execute(select(*_COLUMNS).order_by(programmes.c.id)).mappings()
    return tuple(ProgrammeRow(**row) for row in rows)


def find(db: Transaction, slug: str, *, hold: bool = False) -> ProgrammeRow:
    """Return a programme; with `hold`, nobody changes it until the transaction ends.

    Raises:
        NotFound: there is none with that slug.
    """
    query = select(*_COLUMNS).where(programmes.c.slug == slug)
    return _row(db.execute(query.with_for_update() if hold else query), slug)


def hold(db: Transaction, programme: int) -> None:
    """Let nobody change a programme until the transaction ends."""
    db.execute(select(programmes.c.id).where(programmes.c.id == programme).with_for_update())


def id_of(db: Transaction, slug: str) -> int | None:
    """Return the id of a programme, None if there is none with that slug; nothing else of it is read."""
    return db.scalar(select(programmes.c.id).where(programmes.c.slug == slug))


def slug_of(db: Transaction, programme: int) -> str:
    """Return the slug of a programme.

    Raises:
        NotFound: there is none with that id.
    """
    slug = db.scalar(select(programmes.c.slug).where(programmes.c.id == programme))
    if slug is None:
        raise NotFound("programme", programme)
    return str(slug)


def change(db: Transaction, slug: str, *, looks: bool = True) -> ProgrammeRow:
    """Return a programme that this transaction changes; nobody else does until it ends.

    What follows from the change is looked for, by a job, once it is there; unless nothing can (`looks`).

    Raises:
        NotFound: there is none with that slug.
    """
    counted = update(programmes).where(programmes.c.slug == slug).values(revision=programmes.c.revision + 1)
    row = _row(db.execute(counted.returning(*_COLUMNS)), slug)
    if looks:
        jobs.ask(db, row.id, looks_for_work(row))
    return row


def describe(db: Transaction, programme: int, name: str, description: str) -> None:
    """Give a programme another name and description; its slug stays."""
    db.execute(update(programmes).where(programmes.c.id == programme).values(name=name, description=description))


def choose_model(db: Transaction, programme: int, model: str) -> None:
    """Have another model read the notes of a programme; "" is that of the installation."""
    db.execute(update(programmes).where(programmes.c.id == programme).values(model=model))


def looks_for_work(row: ProgrammeRow) -> Wanted:
    """Return the job that looks what is to be found in a programme as it is now, and lets that wait for workers."""
    return Wanted(Place(PLAN), str(row.revision), stage=0)


def _row(found: Result[Any], slug: str) -> ProgrammeRow:
    row = found.mappings().first()
    if row is None:
        raise NotFound("programme", slug)
    return ProgrammeRow(**row)

"""Rows of notes, turns, rosters and the like in which somebody stands, and taking them away."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import JSON, Table, and_, delete, func, select, type_coerce, update

from nlp.documents.types import Person, Unit
from service.names.slugs import unique_slug
from service.store.database import Transaction
from service.store.journal.tables import requests
from service.store.privacy.tables import consents
from service.store.reviews.tables import entered_ratings, reviews
from service.store.tables import (
    attendance,
    descriptors,
    files,
    forms,
    identities,
    people,
    programmes,
    ratings,
    sessions,
    sortings,
    turns,
    units,
    uploads,
)

Place = tuple[int, int]
"""Id of a file, and the position of a row in it."""

WRITTEN = {units: "text", descriptors: "text", turns: "text", ratings: "note"}
"""Tables whose rows are found by their words, and the column of these."""

COUNTED = {"notes": units, "descriptors": descriptors, "people": people, "ratings": ratings, "turns": turns}


def file_ids(db: Transaction, programme_id: int) -> tuple[int, ...]:
    """Return all files of a programme, also those that were removed and can be taken back."""
    return tuple(db.scalars(select(files.c.id).where(files.c.programme_id == programme_id).order_by(files.c.id)))


def labels(db: Transaction, programme_id: int) -> set[str]:
    """Return every name under which somebody stands in a programme: authors, speakers, those present and the like."""
    own = files.c.programme_id == programme_id
    found = {str(each.get("participant", "")) for each in db.scalars(_of_files(units, units.c.attributes, own))}
    for table, name in ((turns, "speaker"), (ratings, "participant")):
        found |= set(db.scalars(_of_files(table, table.c[name], own).distinct()))
    for table, name in ((identities, "label"), (identities, "name"), (attendance, "name"), (consents, "name")):
        found |= set(db.scalars(select(table.c[name]).where(table.c.programme_id == programme_id)))
    found |= set(db.scalars(select(sortings.c.sorter).where(sortings.c.programme_id == programme_id)))
    for attendees in db.scalars(select(sessions.c.attendees).where(sessions.c.programme_id == programme_id)):
        found |= set(attendees)
    return {each for each in found if each}


def texts_of(db: Transaction, table: Table, places: Sequence[Place]) -> list[str]:
    """Return the words of rows."""
    wanted = set(places)
    ids = {file_id for file_id, _ in places}
    column = table.c[WRITTEN[table]]
    rows = db.execute(select(table.c.file_id, table.c.position, column).where(table.c.file_id.in_(ids)))
    return [text for file_id, position, text in rows if (file_id, position) in wanted]


def every_text(db: Transaction, programme_id: int) -> set[str]:
    """Return all texts of a programme that may have vectors."""
    own = files.c.programme_id == programme_id
    return {text for table in (units, descriptors) for text in db.scalars(_of_files(table, table.c.text, own))}


def note(db: Transaction, programme_id: int, note_id: str) -> Unit | None:
    """Return a note by its id, None if the programme has none of it."""
    columns = [units.c[field.name] for field in fields(Unit)]
    here = (files.c.programme_id == programme_id, units.c.id == note_id)
    row = db.execute(select(*columns).join(files, files.c.id == units.c.file_id).where(*here)).first()
    return Unit(*row) if row else None


def notes(db: Transaction, programme_id: int) -> tuple[Unit, ...]:
    """Return all notes of a programme, also of files that were removed and can be taken back."""
    columns = [units.c[field.name] for field in fields(Unit)]
    query = select(*columns).join(files, files.c.id == units.c.file_id).where(files.c.programme_id == programme_id)
    return tuple(Unit(*row) for row in db.execute(query))


def everybody(db: Transaction, programme_id: int) -> tuple[Person, ...]:
    """Return everybody on the rosters of a programme, also on those that were removed and can be taken back."""
    columns = [people.c[field.name] for field in fields(Person)]
    own = files.c.programme_id == programme_id
    return tuple(Person(*row) for row in db.execute(select(*columns).join(files).where(own)))


def places(db: Transaction, programme_id: int, table: Table, wanted: Callable[[Any], bool]) -> list[Place]:
    """Return where the rows of a table stand that are wanted."""
    joined = select(table).join(files, files.c.id == table.c.file_id).where(files.c.programme_id == programme_id)
    return [(row.file_id, row.position) for row in db.execute(joined) if wanted(row)]


def remove(db: Transaction, table: Table, gone: Iterable[Place]) -> None:
    """Take rows away; what is found by their words goes with them."""
    for file_id, position in gone:
        db.execute(delete(table).where(and_(table.c.file_id == file_id, table.c.position == position)))


def remove_said(db: Transaction, programme_id: int, is_them: Callable[[str], bool]) -> int:
    """Take away what was said of somebody, and what they sorted; return how many things that were."""
    gone = 0
    of_columns = (
        (identities, ("label", "name")),
        (attendance, ("name",)),
        (consents, ("name",)),
        (sortings, ("sorter",)),
    )
    for table, names in of_columns:
        rows = db.execute(select(table).where(table.c.programme_id == programme_id)).mappings().all()
        ids = [row["id"] for row in rows if any(is_them(row[name]) for name in names)]
        gone += len(ids)
        db.execute(delete(table).where(table.c.id.in_(ids)))
    for row in db.execute(select(sessions).where(sessions.c.programme_id == programme_id)).all():
        present = tuple(each for each in row.attendees if not is_them(each))
        if present != tuple(row.attendees):
            db.execute(update(sessions).where(sessions.c.file_id == row.file_id).values(attendees=present))
    return gone + _remove_entered(db, programme_id, is_them)


def _remove_entered(db: Transaction, programme_id: int, is_them: Callable[[str], bool]) -> int:
    own = select(reviews.c.id).where(reviews.c.programme_id == programme_id)
    rows = db.execute(
        select(entered_ratings).where(entered_ratings.c.review_id.in_(own), entered_ratings.c.participant != "")
    )
    ids = [row.id for row in rows if is_them(row.participant)]
    db.execute(delete(entered_ratings).where(entered_ratings.c.review_id.in_(own), entered_ratings.c.id.in_(ids)))
    return len(ids)


def remove_form(db: Transaction, session: int) -> int:
    """Take the form of a session away, with what those present answered; return how many forms that were."""
    return db.execute(delete(forms).where(forms.c.file_id == session)).rowcount


def remove_waiting(db: Transaction, programme_id: int) -> None:
    """Take the uploads of a programme away that wait, and the answers that are kept for requests that come again.

    That these were done stays known, or they would be done twice.
    """
    db.execute(delete(uploads).where(uploads.c.programme_id == programme_id))
    db.execute(update(requests).values(status=None, headers=None, answer=None))


def remove_programme(db: Transaction, programme_id: int) -> None:
    """Take a programme away with all that belongs to it."""
    db.execute(delete(programmes).where(programmes.c.id == programme_id))


def rename_addresses(db: Transaction, programme_id: int, hide: Callable[[str], str]) -> None:
    """Give addresses of sessions, and of the programme, that tell what `hide` takes out another name."""
    own = select(sessions.c.file_id, sessions.c.slug).where(sessions.c.programme_id == programme_id)
    rows = db.execute(own).all()
    for row in rows:
        if (slug := _hidden_slug(row.slug, "session", hide, {each.slug for each in rows})) != row.slug:
            db.execute(update(sessions).where(sessions.c.file_id == row.file_id).values(slug=slug))
    here = programmes.c.id == programme_id
    before = db.scalar(select(programmes.c.slug).where(here)) or ""
    taken = set(db.scalars(select(programmes.c.slug)))
    if (slug := _hidden_slug(before, "programme", hide, taken)) != before:
        db.execute(update(programmes).where(here).values(slug=slug))


def _hidden_slug(slug: str, instead: str, hide: Callable[[str], str], taken: Collection[str]) -> str:
    spaced = slug.replace("-", " ")
    hidden = hide(spaced)
    if hidden == spaced:
        return slug
    return unique_slug(hidden if any(map(str.isalnum, hidden)) else instead, taken)


def originals(db: Transaction, programme_id: int) -> list[tuple[int, bytes]]:
    """Return the bytes of files as they were handed in, one after the other."""
    return [
        (file_id, content)
        for file_id in file_ids(db, programme_id)
        if (content := db.scalar(select(files.c.content).where(files.c.id == file_id)))
    ]


def drop_original(db: Transaction, file_id: int, hash_instead: str) -> None:
    """Forget the bytes of a file as it was handed in, with the words of its pages and of lines that were left out."""
    plain = select(type_coerce(files.c.plan, JSON()).label("plan"), type_coerce(files.c.unread, JSON()).label("unread"))
    row = db.execute(plain.where(files.c.id == file_id)).one()
    pages = row.plan.get("pages")
    plan = {**row.plan, "pages": {**pages, "texts": []}} if pages else row.plan
    reasons = [{**reason, "examples": []} for reason in row.unread.get("reasons", [])]
    values = {
        "content": b"",
        "sha256": hash_instead,
        "plan": type_coerce(plan, JSON()),
        "unread": type_coerce({**row.unread, "reasons": reasons}, JSON()),
    }
    db.execute(update(files).where(files.c.id == file_id).values(**values))


def count_again(db: Transaction, file_id: int) -> None:
    """Let the counts of a file be those of the rows that it has now."""
    counts = dict(db.scalar(select(files.c.counts).where(files.c.id == file_id)) or {})
    for name, table in COUNTED.items():
        if name in counts:
            counts[name] = db.scalar(select(func.count()).select_from(table).where(table.c.file_id == file_id)) or 0
    if "speakers" in counts:
        spoke = select(func.count(turns.c.speaker.distinct())).where(turns.c.file_id == file_id)
        counts["speakers"] = db.scalar(spoke) or 0
    db.execute(update(files).where(files.c.id == file_id).values(counts=counts))


def _of_files(table: Table, column: Any, own: Any) -> Any:  # noqa: ANN401 - expressions of SQLAlchemy
    return select(column).join(files, files.c.id == table.c.file_id).where(own)

"""What was done, as it was written down; nothing changes afterwards but names of those who were deleted for good."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, Select, insert, select, update

from nlp.names import name_key
from service.journal.types import LOOKED, Action, Entry, Thing, ThingKind
from service.store.database import Transaction
from service.store.journal.tables import journal
from service.store.tables import programmes


def add(db: Transaction, programme_id: int | None, entry: Entry) -> int:
    """Write an entry down and return its number; the one that it has does not count."""
    row = {
        "programme_id": programme_id,
        "revision": entry.revision,
        "time": entry.time,
        "account": entry.account,
        "who": entry.who,
        "action": entry.action.value,
        "kind": entry.of.kind.value,
        "thing": entry.of.id,
        "name": entry.of.name,
        "details": entry.details,
        "about": entry.about,
        "undo": entry.undo,
    }
    return int(db.execute(insert(journal).values(**row).returning(journal.c.number)).scalar_one())


def revision(db: Transaction, programme_id: int | None) -> int | None:
    """Return how often a programme was changed, this transaction included; None without one."""
    if programme_id is None:
        return None
    return db.scalar(select(programmes.c.revision).where(programmes.c.id == programme_id))


def since(db: Transaction, programme_id: int, revision: int) -> tuple[Entry, ...]:
    """Return what was changed in a programme after a revision of it, oldest first."""
    changes = journal.c.action.not_in([action.value for action in LOOKED])
    query = select(journal).where(journal.c.programme_id == programme_id, journal.c.revision > revision, changes)
    return _entries(db, query.order_by(journal.c.number))


def page(
    db: Transaction,
    programme_id: int | None,
    most: int,
    *,
    before: int | None = None,
    who: str | None = None,
    kinds: Collection[ThingKind] = (),
    only: Collection[Action] = (),
    without: Collection[Action] = (),
) -> tuple[Entry, ...]:
    """Return entries of a programme (None: of the installation), newest first.

    Args:
        db: the transaction.
        programme_id: whose.
        most: how many at most.
        before: only those with a smaller number.
        who: only what somebody did, "" for whoever sits at this machine; None for all.
        kinds: only what was done with these kinds of things; none for all.
        only: only what was done so; none for all.
        without: not what was done so.
    """
    wanted: list[ColumnElement[bool]] = [journal.c.programme_id.is_(None)]
    if programme_id is not None:
        wanted = [journal.c.programme_id == programme_id]
    if before is not None:
        wanted.append(journal.c.number < before)
    if who is not None:
        wanted.append(journal.c.who == who)
    if kinds:
        wanted.append(journal.c.kind.in_([kind.value for kind in kinds]))
    if only:
        wanted.append(journal.c.action.in_([action.value for action in only]))
    if without:
        wanted.append(journal.c.action.not_in([action.value for action in without]))
    return _entries(db, select(journal).where(*wanted).order_by(journal.c.number.desc()).limit(most))


def find(db: Transaction, programme_id: int, number: int) -> Entry | None:
    """Return an entry of a programme, None if it has none of that number."""
    query = select(journal).where(journal.c.programme_id == programme_id, journal.c.number == number)
    return next(iter(_entries(db, query)), None)


def people(db: Transaction, programme_id: int) -> tuple[str, ...]:
    """Return the names of all who did something in a programme, in order; "" is whoever sits at this machine."""
    query = select(journal.c.who).where(journal.c.programme_id == programme_id).distinct().order_by(journal.c.who)
    return tuple(db.scalars(query))


def forget_names(db: Transaction, programme_id: int, names: Collection[str]) -> None:
    """Blank every entry of a programme that says one of these names: what was done stays, of whom does not.

    What it takes to go back from such an entry is forgotten with it.
    """
    keys = {name_key(name) for name in names}

    def tells(text: str) -> bool:
        return name_key(text) in keys

    for entry in _entries(db, select(journal).where(journal.c.programme_id == programme_id)):
        told = (entry.of.name, entry.of.id.rpartition(":")[2], entry.details.before, entry.details.after, entry.who)
        said = entry.undo is not None and any(name in repr(entry.undo) for name in names)
        if not said and not any(map(tells, told)):
            continue
        of = replace(entry.of, name="" if tells(entry.of.name) else entry.of.name)
        blank = {
            "who": "" if tells(entry.who) else entry.who,
            "thing": "" if tells(of.id.rpartition(":")[2]) or _is_told_by(entry, of.name) else of.id,
            "name": of.name,
            "details": replace(
                entry.details,
                before="" if tells(entry.details.before) else entry.details.before,
                after="" if tells(entry.details.after) else entry.details.after,
            ),
            "about": (),
            "undo": None,
        }
        db.execute(update(journal).where(journal.c.number == entry.number).values(**blank))


def _is_told_by(entry: Entry, name: str) -> bool:
    """Whether an address tells a name that an entry does without from now on."""
    return entry.of.kind is ThingKind.PAGE and entry.of.name != name


def forget_thing(db: Transaction, programme_id: int, thing: Thing) -> None:
    """Forget what a thing was called that was deleted for good, and what it took to go back."""
    this = (journal.c.programme_id == programme_id, journal.c.kind == thing.kind.value, journal.c.thing == thing.id)
    db.execute(update(journal).where(*this).values(name="", undo=None))


def _entries(db: Transaction, query: Select[tuple[object, ...]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            number=row["number"],
            revision=row["revision"],
            time=row["time"],
            account=row["account"],
            who=row["who"],
            action=Action(row["action"]),
            of=Thing(ThingKind(row["kind"]), row["thing"], row["name"]),
            details=row["details"],
            about=row["about"],
            undo=row["undo"],
        )
        for row in db.execute(query).mappings()
    )

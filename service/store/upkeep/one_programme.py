"""One programme in one archive, and as a new one into any installation.

Which tables go with it follows from their foreign keys. What is read is first put into a database of its own, with the
tables that the archive was made of: that refuses what does not fit together and brings it to the newest tables. From
there it is copied under new ids.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from sqlalchemy import Column, ColumnElement, Integer, Table, insert, select, update
from sqlalchemy.exc import OperationalError, StatementError

from nlp.errors import UnreadableFile
from nlp.messages import Message
from service.names.slugs import unique_slug
from service.store import files as kept_files
from service.store import programmes as programme_rows
from service.store import tables
from service.store.accounts import tables as _accounts  # noqa: F401 - known to `metadata` once they are loaded
from service.store.actions import tables as action_tables
from service.store.assistant import tables as _assistant  # noqa: F401 - the same
from service.store.cafe import tables as _cafe  # noqa: F401 - the same
from service.store.columns import metadata
from service.store.conflicts import insert_new, is_new, new_code
from service.store.connections.engine import make_engine
from service.store.database import Transaction
from service.store.giving_back import tables as _giving_back  # noqa: F401 - the same
from service.store.inclusion import tables as _inclusion  # noqa: F401 - the same
from service.store.jobs import tables as _jobs  # noqa: F401 - the same
from service.store.journal import tables as _journal  # noqa: F401 - the same
from service.store.library import tables as _library  # noqa: F401 - the same
from service.store.live import tables as _live  # noqa: F401 - the same
from service.store.memos import tables as memo_tables
from service.store.privacy import tables as _privacy  # noqa: F401 - the same
from service.store.publications import tables as _publications  # noqa: F401 - the same
from service.store.reviews import tables as _reviews  # noqa: F401 - the same
from service.store.rubrics import tables as _rubrics  # noqa: F401 - the same
from service.store.search import tables as _search  # noqa: F401 - the same
from service.store.stages import tables as _stages  # noqa: F401 - the same
from service.store.surveys import tables as _surveys  # noqa: F401 - the same
from service.store.upkeep.archive import DAMAGED, MAKE_AGAIN, Archive, ArchiveWriter, Manifest, refuse_other_tables
from service.store.upkeep.derived import make_derived
from service.store.upkeep.raw_rows import rows_of, tables_of
from service.store.upkeep.schema import revision
from service.store.upkeep.whole import entries, read_all
from service.store.vectors import text_hash
from service.store.webhooks import tables as _webhooks  # noqa: F401 - the same

LEFT_OUT: Mapping[str, str] = {
    "account_links": "invites people into one installation",
    "assistants": "where one installation may send notes",
    "calendars": "secret addresses of one installation",
    "deliveries": "what one installation told other programs",
    "jobs": "work of one installation, which starts it anew",
    "journal": "tells who did what in one installation",
    "memberships": "places of people of one installation",
    "search_entries": "made of the rows of files when they come in",
    "upload_files": "waits for a day to be kept",
    "uploads": "waits for a day to be kept",
    "webhooks": "addresses and secrets of one installation",
}
"""Tables of a programme that do not go with it, and why."""
FRESH = frozenset(
    {
        ("forms", "code"),
        ("rooms", "code"),
        ("observations", "token"),
        ("asks", "code"),
        ("channels", "code"),
        ("gatherings", "code"),
        ("surveys", "code"),
        ("rating_links", "code"),
        ("cafes", "code"),
        ("rubric_rooms", "code"),
        ("actions", "code"),
        ("left_as_is", "code"),
    }
)
"""What no other programme of an installation may have too: it is made anew."""
LED_BY_CODE: tuple[tuple[Column[Any], str], ...] = (
    (action_tables.actions.c.evidence, "forms"),
    (action_tables.left_as_is.c.evidence, "forms"),
    (memo_tables.memos.c.about, "actions"),
)
"""What tells by its `id` what something came of or is about, and the table whose code that can be."""
VECTORS = "vectors"
_AT_ONCE = 500


def exported() -> tuple[Table, ...]:
    """Return the tables that go with a programme, parents before children."""
    return tuple(each for each in metadata.sorted_tables if is_of_programme(each) and each.name not in LEFT_OUT)


def is_of_programme(table: Table) -> bool:
    """Whether the rows of a table go when their programme goes."""
    if table is tables.programmes:
        return True
    parents = {key.column.table for key in table.foreign_keys if key.ondelete == "CASCADE"}
    return any(is_of_programme(each) for each in parents if each is not table)


def write_programme(db: Transaction, slug: str, stream: IO[bytes], now: datetime | None = None) -> Manifest:
    """Write all of a programme as it is at one moment, with the vectors of its texts; `NotFound` if there is none."""
    programme_id = programme_rows.find(db, slug).id
    there = {table.name: table for table in tables_of(db)}
    with ArchiveWriter(stream) as writer:
        for table in exported():
            raw = there[table.name]
            writer.table(table.name, raw.columns.keys(), rows_of(db, raw, [_of_programme(raw, programme_id, there)]))
        raw = there[VECTORS]
        hashes = sorted(_hashes(db, programme_id))
        parts = [hashes[start : start + _AT_ONCE] for start in range(0, len(hashes), _AT_ONCE)]
        own = (row for part in parts for row in rows_of(db, raw, [raw.c.text_hash.in_(part)]))
        writer.table(VECTORS, raw.columns.keys(), own)
        about = entries(db, list(there.values()), programme_id)
        return writer.finish("programme", version("manyvoices"), revision(db), now or datetime.now(UTC), about)


def _of_programme(table: Table, programme_id: int, there: Mapping[str, Table]) -> ColumnElement[bool]:
    """Return the condition that rows are of a programme."""
    if table.name == "programmes":
        return table.c.id == programme_id
    if "programme_id" in table.c:
        return table.c.programme_id == programme_id
    key = next(key for key in metadata.tables[table.name].foreign_keys if key.ondelete == "CASCADE")
    parent = there[key.column.table.name]
    inside = select(parent.c[key.column.name]).where(_of_programme(parent, programme_id, there))
    return table.c[key.parent.name].in_(inside)


def _hashes(db: Transaction, programme_id: int) -> set[str]:
    ids = [file.id for file in kept_files.every(db, programme_id)]
    return {
        text_hash(text)
        for table in kept_files.WITH_VECTORS
        for text in db.scalars(select(table.c.text).where(table.c.file_id.in_(ids)).distinct())
    }


def read_programme(db: Transaction, archive: Archive, folder: Path) -> int:
    """Copy the programme of an archive under new ids and return its own.

    Args:
        db: a transaction of the database that it comes into.
        archive: of a programme.
        folder: for the database of its own, which is removed.

    Raises:
        UnreadableFile: it is of something else, or does not fit together.
        StoreError: it is of a newer release.
    """
    if archive.manifest.kind != "programme":
        problem = Message("this is the backup of an installation, not the file of one programme")
        raise UnreadableFile(archive.name, problem, Message("Whoever runs the service can restore it"))
    refuse_other_tables(archive, [VECTORS, *(table.name for table in exported())])
    with TemporaryDirectory(dir=folder, prefix=".import-") as own:
        engine = make_engine(f"sqlite:///{Path(own) / 'programme.db'}")
        try:
            with engine.execution_options(writing=True).begin() as made:
                read_all(made, archive)
                return _copy(made, db, archive.name)
        except (KeyError, ValueError, TypeError, StatementError) as error:
            if isinstance(error, OperationalError):
                raise
            raise UnreadableFile(archive.name, Message(DAMAGED), Message(MAKE_AGAIN)) from error
        finally:
            engine.dispose()


def _copy(made: Transaction, db: Transaction, name: str) -> int:
    """Copy a programme from the database that was made of its file."""
    found = made.execute(select(tables.programmes)).mappings().all()
    if len(found) != 1:
        raise ValueError(name)
    _check_files(made)
    new_id = _new_programme(db, found[0])
    ids: dict[str, dict[Any, Any]] = {"programmes": {found[0]["id"]: new_id}}
    for table in exported():
        if table is not tables.programmes:
            _copy_rows(made, db, table, ids)
    _lead_to_new_codes(db, new_id, ids)
    make_derived(db, ids.get("files", {}).values())
    own = _hashes(db, new_id)
    known = made.execute(select(tables.vectors)).mappings()
    insert_new(db, tables.vectors, [dict(each) for each in known if each["text_hash"] in own and each["vector"]])
    return new_id


def _new_programme(db: Transaction, row: Mapping[Any, Any]) -> int:
    """Insert a programme under a slug that no other one has, nor gets while this runs, and return its id.

    The installation's model reads its notes: others need not be here.
    """
    values = {**{name: value for name, value in row.items() if name != "id"}, "model": ""}
    taken = set(db.scalars(select(tables.programmes.c.slug)))
    while True:
        slug = unique_slug(values["name"], taken)
        if is_new(db, tables.programmes, {**values, "slug": slug}):
            return programme_rows.find(db, slug).id
        taken.add(slug)


def _check_files(made: Transaction) -> None:
    for sha256, content in made.execute(select(tables.files.c.sha256, tables.files.c.content)):
        if kept_files.hash_of(content) != sha256:
            raise ValueError(sha256)


def _copy_rows(made: Transaction, db: Transaction, table: Table, ids: dict[str, dict[Any, Any]]) -> None:
    """Copy the rows of one table; those with a number of their own get a new one, which `ids` keeps."""
    number = own_number(table)
    some: list[dict[str, Any]] = []
    for row in made.execute(select(table).order_by(*table.primary_key)).mappings():
        values = {column.name: _moved(column, row[column.name], ids) for column in table.columns}
        if (table.name, "code") in FRESH:
            ids.setdefault(f"{table.name}.code", {})[row["code"]] = values["code"]
        if number is None:
            some.append(values)
            continue
        before = values.pop(number.name)
        after = db.execute(insert(table).values(**values).returning(number)).scalar_one()
        ids.setdefault(table.name, {})[before] = after
    for start in range(0, len(some), _AT_ONCE):
        db.execute(insert(table), some[start : start + _AT_ONCE])


def _lead_to_new_codes(db: Transaction, programme_id: int, ids: Mapping[str, Mapping[Any, Any]]) -> None:
    """Let what names a form or an action by its code name it by the new one."""
    for column, of in LED_BY_CODE:
        table, codes = column.table, ids.get(f"{of}.code", {})
        query = select(table.c.id, column).where(table.c.programme_id == programme_id)
        for number, value in db.execute(query).all():
            if value.id in codes:
                moved = {column.name: replace(value, id=codes[value.id])}
                db.execute(update(table).where(table.c.id == number).values(**moved))


def own_number(table: Table) -> Column[Any] | None:
    """Return the column that counts the rows of a table, None where other columns tell them apart."""
    key = list(table.primary_key)
    counts = len(key) == 1 and isinstance(key[0].type, Integer) and not key[0].foreign_keys
    return key[0] if counts else None


def _moved(column: Column[Any], value: Any, ids: Mapping[str, Mapping[Any, Any]]) -> Any:  # noqa: ANN401
    """Return the value of a column in the other database."""
    if (column.table.name, column.name) in FRESH:
        return new_code(len(value))
    root = root_of(column)
    if root is column or value is None:
        return value
    if root.table.name in LEFT_OUT or not is_of_programme(root.table):
        return None
    return ids[root.table.name][value] if own_number(root.table) is root else value


def root_of(column: Column[Any]) -> Column[Any]:
    """Return the column that foreign keys of a column lead to in the end, the column itself without any."""
    key = next(iter(column.foreign_keys), None)
    return column if key is None else root_of(key.column)

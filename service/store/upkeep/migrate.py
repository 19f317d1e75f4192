"""Bringing the tables to those of this release, after a copy of everything."""

from dataclasses import dataclass
from pathlib import Path

from alembic import command
from sqlalchemy import Engine, text

from service.store.connections.failures import shown
from service.store.upkeep.copies import copy_before
from service.store.upkeep.samples import keep_no_samples
from service.store.upkeep.schema import alembic_config, known_revisions, newer, newest_revision, revision

MIGRATION_LOCK = 7_236_915


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was done to the tables.

    Attributes:
        before: their revision as they were found, "" where there were none.
        after: their revision now.
        copy: the backup that was made before; None where none was asked for or nothing was there.
    """

    before: str
    after: str
    copy: Path | None = None


def migrate(engine: Engine, copies: Path | None = None) -> Migrated:
    """Bring the tables to the newest revision; two processes that start at once take turns.

    Args:
        engine: of the database.
        copies: the folder in which a backup is made before; None makes none.

    Raises:
        StoreError: the database is of a newer release.
    """
    newest = newest_revision()
    with engine.connect() as connection:
        if revision(connection) == newest:
            return Migrated(newest, newest)
    with engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        before = revision(connection)
        if before == newest:
            return Migrated(before, newest)
        if before and before not in known_revisions():
            raise newer(shown(engine.url.render_as_string()), before)
        copy = copy_before(connection, copies, before, newest) if before and copies else None
        command.upgrade(alembic_config(connection), "head")
        if connection.dialect.name == "postgresql":
            keep_no_samples(connection)
        return Migrated(before, newest, copy)

"""The revisions of the tables: that of a database, and those that this release knows."""

from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from nlp.messages import Message
from service.errors import StoreError

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def newer(database: str, found: str) -> StoreError:
    """Return the error of a database, or of a copy of one, that a newer release has made."""
    problem = Message(
        "{database} was made by a newer release (tables {found}, this one knows {known})",
        {"database": database, "found": found, "known": newest_revision()},
    )
    return StoreError("", problem, Message("Install that release, or restore a backup of this one"))


def alembic_config(connection: Connection | None = None) -> Config:
    """Return the configuration of the migrations shipped with the package, working on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def revision(connection: Connection) -> str:
    """Return the revision of the tables that are there, "" where there are none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def newest_revision() -> str:
    """Return the revision that this release makes."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head() or ""


def known_revisions() -> frozenset[str]:
    """Return all revisions that this release can bring to the newest."""
    return frozenset(each.revision for each in ScriptDirectory.from_config(alembic_config()).walk_revisions())

"""Backups of an installation as its settings describe it: where they lie, and what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nlp.errors import ManyvoicesError
from service.settings import Settings
from service.store.connections.engine import file_of
from service.store.upkeep import backup
from service.store.upkeep.archive import Manifest
from service.store.upkeep.backup import Restored, holds, schema_of
from service.store.upkeep.schema import newest_revision

__all__ = ["Restored", "back_up", "copies_folder", "every", "holds", "needs_migration", "restore"]


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A file in the folder of backups: what it holds, or the line that says why it cannot be used."""

    path: Path
    manifest: Manifest | None
    problem: str = ""


def copies_folder(settings: Settings) -> Path:
    """Return the folder of backups: `copies` beside a SQLite database, else in the data folder."""
    file = file_of(settings.url)
    return (file.parent if file else settings.data_dir) / "copies"


def back_up(settings: Settings, path: Path | None = None) -> tuple[Path, Manifest]:
    """Write all that is there into a file, in the folder of backups if none is named; return where and what.

    Raises:
        StoreError: there is no database, or it does not answer.
        UnreadableFile: the file cannot be written.
    """
    if path is None:
        path = copies_folder(settings) / f"manyvoices-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path, backup.back_up(settings.url, path)


def every(settings: Settings) -> Iterator[FoundBackup]:
    """Yield the backups in their folder, oldest first."""
    for path in sorted(copies_folder(settings).glob("*.zip"), key=lambda each: each.stat().st_mtime):
        try:
            yield FoundBackup(path, holds(path))
        except ManyvoicesError as error:
            yield FoundBackup(path, None, str(error))


def restore(settings: Settings, path: Path, *, replace: bool = False) -> Restored:
    """Put a backup in the place of what is there; raises as `service.store.upkeep.backup.restore`."""
    return backup.restore(settings.url, path, copies_folder(settings), replace=replace)


def needs_migration(settings: Settings) -> tuple[str, str]:
    """Return the revision of the tables and the one of this release; `StoreError` if the database does not answer."""
    return schema_of(settings.url), newest_revision()

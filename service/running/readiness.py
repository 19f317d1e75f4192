"""What keeps an installation from answering as it should."""

import os

from nlp.errors import ManyvoicesError
from service.running.backups import copies_folder
from service.settings import Settings
from service.store import Database


def failing(database: Database, settings: Settings) -> tuple[str, ...]:
    """Return what is not as it should be: "database" (no answer, or other tables), "folder" (not writable)."""
    found = []
    try:
        is_current = database.is_current()
    except ManyvoicesError:
        is_current = False
    if not is_current:
        found.append("database")
    folder = copies_folder(settings).parent
    if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
        found.append("folder")
    return tuple(found)

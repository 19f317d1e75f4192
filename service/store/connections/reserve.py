"""A file that holds some of the disk in reserve beside a SQLite database, so that removing works where it is full."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from service.store.connections.traces import empty_log

_BLOCK = 1_000_000


class Reserve:
    """Bytes that nobody uses until something is to be removed and there is no other room to write that down.

    SQLite writes also what it removes into its log first. With the reserve given back to the disk there is room for
    that; afterwards the log is emptied and the reserve is taken again.
    """

    def __init__(self, database: Path, size: int) -> None:
        self._path = database.with_name(f"{database.name}.reserve")
        self._size = size

    def keep(self) -> None:
        """Take the reserve if there is room for twice as much; else do without."""
        with suppress(OSError):
            if self._path.exists() and self._path.stat().st_size >= self._size:
                return
            if shutil.disk_usage(self._path.parent).free < 2 * self._size:
                return
            self._write()

    @contextmanager
    def spent(self, engine: Engine) -> Iterator[None]:
        """Give the reserve back to the disk while something is removed, where there is little room."""
        with suppress(OSError):
            if shutil.disk_usage(self._path.parent).free < self._size:
                self._path.unlink(missing_ok=True)
        try:
            yield
        finally:
            with suppress(DBAPIError):
                empty_log(engine)
            self.keep()

    def _write(self) -> None:
        try:
            with open(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
                for _ in range(0, self._size, _BLOCK):
                    stream.write(bytes(min(_BLOCK, self._size)))
        except OSError:
            self._path.unlink(missing_ok=True)

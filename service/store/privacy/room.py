"""Room on the disk that is kept free, so that deleting works where the disk is full: it writes before it frees."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import make_url

from service.errors import StoreError
from service.settings import Settings

RESERVE = "reserve"
BYTES = 32_000_000
Result = TypeVar("Result")


class Room:
    """A file without meaning beside the database, which is given up when something must be deleted and nothing is left.

    Deleting in SQLite overwrites what goes, by way of the write-ahead log, and so needs room for it first.
    """

    def __init__(self, folder: Path | None, size: int = BYTES) -> None:
        self._file = folder / RESERVE if folder else None
        self._size = size
        self._was_given_up = False

    def hold(self) -> None:
        """Keep room, where there is some to keep."""
        if self._file is None or (self._file.exists() and self._file.stat().st_size >= self._size):
            return
        try:
            handle = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(handle, "wb") as file:
                for _ in range(0, self._size, 1_000_000):
                    file.write(bytes(1_000_000))
        except OSError:
            self.give_up()

    def give_up(self) -> bool:
        """Free the room; return whether there was any."""
        if self._file is None or not self._file.exists():
            return False
        self._file.unlink(missing_ok=True)
        self._was_given_up = True
        return True

    def hold_again(self) -> None:
        """Keep room again, where it was given up."""
        if self._was_given_up:
            self._was_given_up = False
            self.hold()

    def use(self, work: Callable[[], Result]) -> Result:
        """Do some work, and once more with the room that was kept where the database could not be written.

        Raises:
            StoreError: it cannot be written all the same.
        """
        try:
            return work()
        except StoreError:
            if not self.give_up():
                raise
        return work()


def room_of(settings: Settings) -> Path | None:
    """Return the folder of a SQLite database, in which room is kept; None for any other database."""
    url = make_url(settings.url)
    return Path(str(url.database)).parent if url.get_backend_name() == "sqlite" and url.database else None

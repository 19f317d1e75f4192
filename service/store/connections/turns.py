"""Whose turn it is to write: so many at once, so many that wait, and none for long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from service.errors import Busy

WAITING = 24
SECONDS = 10.0
IMPATIENT_SECONDS = 0.5
LEAST_SECONDS = 0.1


class Turns:
    """Lets so many threads write at once; the others wait here, without a connection, and not all threads may wait.

    After a writer waited in vain for another process, those who come next wait only a moment, until one succeeds.

    Args:
        at_once: how many write at the same time.
        waiting: how many may wait.
        seconds: how long each waits.
    """

    def __init__(self, at_once: int, waiting: int = WAITING, seconds: float = SECONDS) -> None:
        self._turn = BoundedSemaphore(at_once)
        self._lock = Lock()
        self._waiting = 0
        self._most = waiting
        self._seconds = seconds
        self._patience = seconds

    @contextmanager
    def one(self) -> Iterator[float]:
        """Wait for a turn and give the seconds that are left to wait for the database itself.

        Raises:
            Busy: too many wait already, or it takes too long.
        """
        given_up = time.monotonic() + self._patience
        with self._lock:
            if self._waiting >= self._most:
                raise Busy
            self._waiting += 1
        try:
            is_ours = self._turn.acquire(timeout=self._patience)
        finally:
            with self._lock:
                self._waiting -= 1
        if not is_ours:
            raise Busy
        try:
            yield max(given_up - time.monotonic(), LEAST_SECONDS)
        finally:
            self._turn.release()

    def note(self, *, was_kept_waiting: bool) -> None:
        """Say whether another process let a writer wait in vain."""
        self._patience = min(IMPATIENT_SECONDS, self._seconds) if was_kept_waiting else self._seconds

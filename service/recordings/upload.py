"""A file that is sent in pieces, so that a recording of hours is never whole in memory."""

import os
from collections.abc import Callable
from typing import IO


class Upload:
    """A stream that tells which part of it was read.

    Args:
        stream: of a file.
        size: its bytes.
        told: takes the part, 0 to 1.
    """

    def __init__(self, stream: IO[bytes], size: int, told: Callable[[float], None]) -> None:
        self._stream = stream
        self._size = size
        self._told = told

    def read(self, count: int = -1, /) -> bytes:
        """Return the next bytes."""
        piece = self._stream.read(count)
        self._told(min(1.0, self._stream.tell() / max(1, self._size)))
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place, as whoever measures it does."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._stream.tell()

    def fileno(self) -> int:
        """Return the file's number, by which its size is told."""
        return self._stream.fileno()

"""Room for large arrays: in memory, or from a size on in a file without a name, which the system may write to disk.

Numbers are the same either way. A file is gone when its array is, however the process ends; where the folder for
temporary files (`TMPDIR`) has no room, the array is in memory.
"""

import mmap
import os
from math import prod

import numpy as np
from numpy.typing import DTypeLike, NDArray

ON_DISK_FROM = 200_000_000
"""Bytes of an array that goes to disk: the vectors of some 195,000 notes. Smaller ones are of no use there."""
AT_ONCE = 8192


def empty(shape: tuple[int, ...], dtype: DTypeLike) -> np.ndarray:
    """Return an array of whatever numbers, to be filled."""
    size = prod(shape) * np.dtype(dtype).itemsize
    if size < ON_DISK_FROM:
        return np.empty(shape, dtype=dtype)
    from tempfile import TemporaryFile

    try:
        with TemporaryFile() as file:
            _reserve(file.fileno(), size)
            return np.frombuffer(mmap.mmap(file.fileno(), size), dtype=dtype).reshape(shape)
    except OSError:
        return np.empty(shape, dtype=dtype)


def taken(rows: NDArray[np.float32], places: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return rows (n, d) at places (m,), as `rows[places]` does."""
    if len(places) * rows.shape[1] * rows.itemsize < ON_DISK_FROM:
        return np.asarray(rows[places])
    found = empty((len(places), rows.shape[1]), rows.dtype)
    for start in range(0, len(places), AT_ONCE):
        found[start : start + AT_ONCE] = rows[places[start : start + AT_ONCE]]
    return found


def _reserve(descriptor: int, size: int) -> None:
    """Take the room now: a full disk is told here, and not by a signal that ends the process."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
    else:
        os.ftruncate(descriptor, size)

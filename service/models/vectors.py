"""Vectors that the command line has asked a model for, in the user's folder of caches: nobody is asked twice.

Vectors lie in parts, a file each with the hashes of its texts: a part is there as a whole or not at all, no part is
ever changed, and any number of processes may add some. No text is in it. What was used longest ago goes first.
"""

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from nlp.scale.kept import Kept, key_of

FOLDER = "vectors"
"""In the folder of caches."""
MOST_FILES = 2_000
"""Of all models together."""
PRIVATE = 0o700
A_DAY = 86_400
SAME = 0.9999
"""Cosine below which two vectors of one text are of two models."""
PROBE = "probe"

Vector = NDArray[np.float32]


class ModelVectors:
    """The vectors of one model.

    Args:
        cache: the user's folder of caches.
        place: of the model: its folder, hub id, or address.
        probe: what it gives for a text that is always the same: if that has changed, so has the model, and what it gave
            before is forgotten.

    Raises:
        InputError: the folder cannot be written.
        OSError: the same.
    """

    def __init__(self, cache: Path, place: str, probe: Vector) -> None:
        self._root = cache / FOLDER
        self._root.mkdir(parents=True, exist_ok=True, mode=PRIVATE)
        self._folder = folder_of(cache, place)
        self._folder.mkdir(exist_ok=True, mode=PRIVATE)
        self._parts = Kept(self._folder)
        self._place_of: dict[bytes, tuple[str, int]] = {}
        if not self._parts.has(PROBE):
            self._parts.put(PROBE, probe)
        elif not self._is_same(probe):
            _empty(self._folder)
            self._parts.put(PROBE, probe)
        self._length = len(probe)
        self._read_places()

    def _is_same(self, probe: Vector) -> bool:
        before = self._parts.get(PROBE)
        return before is not None and before.shape == probe.shape and float(before @ probe) >= SAME

    def find(self, prompt: str, texts: Sequence[str]) -> dict[str, Vector]:
        """Return text -> vector (d,) for those that are here."""
        wanted: dict[str, list[tuple[str, int]]] = {}
        for text in texts:
            if there := self._place_of.get(_key(prompt, text)):
                wanted.setdefault(there[0], []).append((text, there[1]))
        found: dict[str, Vector] = {}
        for part, rows in wanted.items():
            if (table := self._table(part)) is not None:
                found.update((text, np.array(table["vector"][row])) for text, row in rows)
                _touch(self._folder / f"{part}.npy")
        return found

    def add(self, prompt: str, made: Mapping[str, Vector]) -> None:
        """Keep text -> vector (d,).

        Raises:
            InputError: the folder cannot be written, or is full.
        """
        if not made:
            return
        table = np.empty(len(made), dtype=self._form)
        keys = [_key(prompt, text) for text in made]
        table["key"] = np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(-1, 32)
        table["vector"] = np.stack(list(made.values()))
        part = uuid4().hex
        self._parts.put(part, table)
        self._place_of.update((key, (part, row)) for row, key in enumerate(keys))

    def trim(self, most: int) -> None:
        """Delete what was used longest ago, of any model, until all take no more than so many bytes."""
        files = sorted(_files(self._root), key=lambda file: file[1], reverse=True)
        kept = 0
        for number, (path, used, size) in enumerate(files):
            kept += size
            is_left = path.suffix == ".part" and used < time.time() - A_DAY
            if path.stem != PROBE and (is_left or kept > most or number >= MOST_FILES):
                path.unlink(missing_ok=True)

    @property
    def _form(self) -> np.dtype[np.void]:
        return np.dtype([("key", np.uint8, (32,)), ("vector", "<f4", (self._length,))])

    def _table(self, part: str) -> np.ndarray | None:
        """Return a part; None where it is not there any more, or is none."""
        table = self._parts.get(part)
        return table if table is not None and table.dtype == self._form and table.ndim == 1 else None

    def _read_places(self) -> None:
        for path in self._folder.glob("*.npy"):
            table = self._table(path.stem) if path.stem != PROBE else None
            for row, key in enumerate(() if table is None else table["key"]):
                self._place_of[key.tobytes()] = (path.stem, row)


def folder_of(cache: Path, place: str) -> Path:
    """Return where the vectors of a model are; a folder is the same one from wherever it is named."""
    place = str(Path(place).resolve()) if Path(place).is_dir() else place
    return cache / FOLDER / sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def forget(cache: Path, place: str) -> bool:
    """Delete the vectors of a model, and return whether there were any."""
    folder = folder_of(cache, place)
    there = folder.is_dir()
    shutil.rmtree(folder, ignore_errors=True)
    return there


def _key(prompt: str, text: str) -> bytes:
    return bytes.fromhex(key_of(each.encode("utf-8", "surrogatepass") for each in (prompt, text)))


def _files(folder: Path) -> Iterator[tuple[Path, float, int]]:
    """Yield path, time of last use and bytes of what is there; what goes meanwhile is passed over."""
    for path in folder.glob("*/*"):
        try:
            about = path.stat()
        except OSError:
            continue
        yield path, about.st_mtime, about.st_size


def _empty(folder: Path) -> None:
    for path in folder.glob("*.npy"):
        path.unlink(missing_ok=True)


def _touch(path: Path) -> None:
    try:
        os.utime(path)
    except OSError:
        return

"""Arrays in a folder, each under a hash of everything that makes it: work that broke off goes on where it stopped."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np

from nlp.errors import InputError
from nlp.messages import Message


def key_of(parts: Iterable[bytes]) -> str:
    """Return a hash of some bytes, in which ("ab", "c") is not ("a", "bc")."""
    made = sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.hexdigest()


class Kept:
    """Arrays by their keys, one .npy a piece; a file is there as a whole or not at all, whenever its writer is killed.

    Args:
        folder: is made where there is none. Whoever removes it removes nothing but time.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_kept(folder, error) from error

    def has(self, key: str) -> bool:
        """Return whether there is a file of that key."""
        return self._path(key).is_file()

    def get(self, key: str) -> np.ndarray | None:
        """Return an array, None where there is none or its file cannot be read: it is made once more then."""
        try:
            found: np.ndarray = np.load(self._path(key), allow_pickle=False)
        except (OSError, ValueError, EOFError):
            return None
        return found

    def put(self, key: str, array: np.ndarray) -> None:
        """Keep an array.

        Raises:
            InputError: the folder cannot be written, or is full.
        """
        try:
            with NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as file:
                try:
                    np.save(file, array, allow_pickle=False)
                    file.flush()
                    os.fsync(file.fileno())
                except BaseException:
                    file.close()
                    os.unlink(file.name)
                    raise
            os.replace(file.name, self._path(key))
        except OSError as error:
            raise _not_kept(self.folder, error) from error

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.npy"


def _not_kept(folder: Path, error: OSError) -> InputError:
    problem = Message("vectors cannot be kept there ({reason})", {"reason": error.strerror or type(error).__name__})
    return InputError(str(folder), problem, Message("Give a folder that can be written, with 3 KB for each note"))

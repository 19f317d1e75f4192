"""Archives as files: never half a file under the final name, readable by their owner only, the last copies kept."""

import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from service.store.upkeep.whole import write_all

KEPT = 3
BROKEN_OFF_SECONDS = 600.0
_PREFIX = "before-tables-"
_OWN = re.compile(r"\.(manyvoices|before)-[a-z0-9-]+\.zip\.[a-z0-9_]+")


def copy_before(db: Connection, folder: Path, before: str, after: str) -> Path:
    """Write a backup of a database whose tables are about to change, keep the last three, and return its path."""
    now = datetime.now(UTC)
    path = folder / f"{_PREFIX}{after}-from-{before}-{now:%Y%m%d-%H%M%S}.zip"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole_file(path) as stream:
        write_all(db, stream, now)
    others = sorted((each for each in folder.glob(f"{_PREFIX}*.zip") if each != path), key=lambda each: each.name)
    for old in others[: max(len(others) - KEPT + 1, 0)]:
        old.unlink(missing_ok=True)
    return path


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a stream whose content is at `path` when the block ends, on the disk, and not at all if it raises.

    What a program left beside it that was killed while it wrote goes: it holds what people wrote, and is of no use.
    """
    _forget_broken_off(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        try:
            yield stream.file
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            os.unlink(stream.name)
            raise
    os.replace(stream.name, path)


def _forget_broken_off(path: Path) -> None:
    """Remove what was being written in the place of a file, or of our own copies, and has not grown for long."""
    for each in path.parent.glob(".*.zip.*"):
        if not (each.name.startswith(f".{path.name}.") or _OWN.fullmatch(each.name)):
            continue
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > BROKEN_OFF_SECONDS:
                each.unlink()

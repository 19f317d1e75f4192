"""Programs beside this one: poppler's for PDF, Tesseract for pictures, a reader that may hang; run within limits."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_KIBIBYTES = 2_000_000
_BLOCKS = 400_000
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Threads of Tesseract wait for each other: on busy cores one of them reads a page in a fifth of the time."""
_WITHIN_LIMITS = 'ulimit -v "$0" 2>/dev/null; ulimit -f "$1" 2>/dev/null; shift; exec "$@"'


class ToolFailed(Exception):
    """A program ended with an error or took too long; the message is its own."""


def has(*names: str) -> bool:
    """Whether all these programs are installed."""
    return all(shutil.which(name) for name in names)


@contextmanager
def workplace(data: bytes, name: str) -> Iterator[Path]:
    """Give the path of a file of this name with these bytes, in a folder that is removed in any case."""
    with TemporaryDirectory(prefix="manyvoices-") as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path


def run(command: Sequence[str | Path], seconds: float) -> str:
    """Run a program and return what it prints; it may take two gigabytes of memory and write 200 MB.

    Args:
        command: its name, which must be one that `has` knows, and its arguments; no shell reads them.
        seconds: after which it is ended.

    Raises:
        ToolFailed: it ended with an error, or was ended.
    """
    given = ["sh", "-c", _WITHIN_LIMITS, str(_KIBIBYTES), str(_BLOCKS), *map(str, command)]
    around = os.environ | _ONE_THREAD
    try:
        done = subprocess.run(
            given, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False, env=around
        )
    except subprocess.TimeoutExpired as error:
        raise ToolFailed("time") from error
    if done.returncode:
        raise ToolFailed(done.stderr.decode(errors="replace")[:300])
    return done.stdout.decode(errors="replace")

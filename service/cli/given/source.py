"""A file, standard input or a pipe as it was handed to a command: opened and read once."""

import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from nlp.errors import UnreadableFile
from nlp.messages import Message
from service.cli.given.endings import ending_of
from service.cli.out import stream

STANDARD_INPUT = frozenset({"-", "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"})
_DESCRIPTORS = ("/dev/fd/", "/proc/self/fd/")
MOST_BYTES = 2**30
"""Of what has no size beforehand: a pipe that never ends is stopped there, far beyond what any reader takes."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was handed in.

    Attributes:
        name: of the file, by which its notes and messages call it; its ending fits the content where it had none.
        shown: what was typed.
        data: all its bytes.
    """

    name: str
    shown: str
    data: bytes

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePath(self.name).stem

    @classmethod
    def of(cls, path: Path, name: str = "", number: int = 1) -> "Source":
        """Read a file, or standard input where the path is "-".

        Args:
            path: as it was typed.
            name: of what has none; "" for one of its own.
            number: of this one among those handed in.

        Raises:
            UnreadableFile: it is not there, is a folder, may not be read, or is standard input for the second time.
        """
        try:
            data, is_nameless = _read(path)
        except OSError as error:
            raise _unopened(shown(path), (error.strerror or str(error)).lower()) from error
        if not is_nameless:
            return cls(shown(Path(path.name)), shown(path), data)
        called = name or ("stdin" if str(path) in STANDARD_INPUT else f"input-{number}")
        called = called if PurePath(called).suffix else called + ending_of(data)
        return cls(called, called, data)


def sources_of(paths: Sequence[Path], name: str = "") -> tuple[Source, ...]:
    """Read files in their order.

    Raises:
        UnreadableFile: as `Source.of`.
        typer.Exit: code 2, after a line on stderr, where a `name` is given and not just one of them has none.
    """
    if name and sum(map(is_nameless, paths)) != 1:
        stream.refuse("--name is the name of standard input or of one pipe")
    return tuple(Source.of(path, name, number) for number, path in enumerate(paths, 1))


def source_of(path: Path | None) -> Source | None:
    """Read the file of an option; None where it is not given."""
    return Source.of(path) if path else None


def names_of(sources: Sequence[Source]) -> str:
    """Return the names of files with commas between."""
    return ", ".join(source.name for source in sources)


def is_nameless(path: Path) -> bool:
    """Whether what is handed in is standard input or a pipe whose name tells nothing of its content."""
    return path.as_posix() in STANDARD_INPUT or path.as_posix().startswith(_DESCRIPTORS) or _is_unnamed_pipe(path)


def shown(path: Path) -> str:
    """Return a path as it was typed, also where the locale could not tell its letters."""
    return os.fsencode(path).decode("utf-8", "replace")


def _is_unnamed_pipe(path: Path) -> bool:
    try:
        return not path.suffix and stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False


def _read(path: Path) -> tuple[bytes, bool]:
    """Return the bytes, and whether it has no name."""
    nameless = is_nameless(path)
    if str(path) == "-":
        return _read_standard_input(), nameless
    with path.open("rb") as stream:
        has_size = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
        return stream.read() if has_size else stream.read(MOST_BYTES), nameless


def _read_standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        problem = Message("it is closed, or was read already")
        raise UnreadableFile("standard input", problem, Message("Send something to it with < or |, and name it once"))
    if sys.stdin.isatty():
        sys.stderr.write("Reading what you type; end with Ctrl+D on a line of its own (Ctrl+Z and Enter on Windows).\n")
    with sys.stdin.buffer as stream:
        return stream.read(MOST_BYTES)


def _unopened(name: str, reason: str) -> UnreadableFile:
    problem = Message("the file cannot be opened ({reason})", {"reason": reason})
    return UnreadableFile(name, problem, Message("Check the name and try again"))

"""Standard output: UTF-8 whatever the terminal is set to; it ends well when nobody reads on or there is no room."""

import errno
import io
import json as _json
import math
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from nlp.errors import UnreadableFile
from nlp.messages import Message

VERSION = 1
"""Of the form of the JSON; it counts up when a field goes away or changes what it means."""
_HALF_SIGNS = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class _Output(io.TextIOWrapper):
    """A stream of text whose errors are those of the command."""

    def write(self, text: str, /) -> int:
        with ending_well():
            return super().write(text)

    def flush(self) -> None:
        with ending_well():
            super().flush()


def open_streams() -> None:
    """Make standard output and standard error UTF-8, and let them go nowhere where they are closed."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    elif isinstance(sys.stdout, io.TextIOWrapper):
        raw = sys.stdout.buffer
        buffered = io.BufferedWriter(raw) if isinstance(raw, io.RawIOBase) else raw
        sys.stdout = _Output(buffered, encoding="utf-8", errors="replace", line_buffering=raw.isatty())
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    elif isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def ending_well() -> Iterator[None]:
    """End where nobody reads standard output any more, such as behind `| head`; say what is wrong where it is full.

    Raises:
        SystemExit: nobody reads on, which is no error.
        UnreadableFile: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be flushed goes nowhere
        if error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL):
            raise SystemExit(0) from None
        raise unwritable("standard output", error) from error


def unwritable(name: str, error: OSError) -> UnreadableFile:
    """Return the error of what cannot be written."""
    problem = Message("the file cannot be written ({reason})", {"reason": (error.strerror or str(error)).lower()})
    return UnreadableFile(name, problem, Message("Choose another place"))


def line(text: str) -> None:
    """Print one line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def json(result: Mapping[str, Any]) -> None:
    """Print a result as JSON with the version of its form, its text as it is written."""
    text = _json.dumps(_valid({"version": VERSION, **result}), ensure_ascii=False, indent=2)
    line(text.translate(_HALF_SIGNS))


def _valid(value: object) -> object:
    """Return what JSON can say: a figure that there is none of is null, not NaN."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case dict():
            return {key: _valid(each) for key, each in value.items()}
        case list() | tuple():
            return [_valid(each) for each in value]
        case _:
            return value


def content(data: bytes) -> None:
    """Write a file to standard output.

    Raises:
        typer.Exit: code 2, after a line on stderr, where a person would get it on the terminal and it is no text.
    """
    if sys.stdout.isatty() and b"\0" in data:
        refuse("this is no text: send it on with > or |, or name a file")
    sys.stdout.flush()
    with ending_well():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def refuse(usage: str) -> NoReturn:
    """Say in a line what is wrong with how the command is used, and end with code 2."""
    import typer

    sys.stderr.write(f"{usage}\n")
    raise typer.Exit(2)

"""Files written whole or not at all, as their place has it: a link is followed, a pipe or a device is written into."""

import os
import stat
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from service.cli.out import stream
from service.cli.out.remarks import is_quiet
from service.cli.out.stream import unwritable

STANDARD_OUTPUT = Path("-")


def check_regular(path: Path | None) -> None:
    """Refuse a place of which a finished file would take the place: a device, a pipe, a folder.

    Raises:
        UnreadableFile: it is one of these; and as `check_writable`.
    """
    if path is not None and path.exists() and not path.is_file():
        raise unwritable(str(path), OSError(0, "it is no ordinary file"))
    check_writable(path)


def check_writable(path: Path | None) -> None:
    """Refuse a place before the work is done, as far as can be told beforehand.

    Raises:
        UnreadableFile: it is a folder, its folder is not there, or it may not be written.
    """
    if path is None or path == STANDARD_OUTPUT:
        return
    target = path if path.exists() else path.parent
    try:
        is_folder = stat.S_ISDIR(target.stat().st_mode)
        if is_folder == (target is path):
            raise IsADirectoryError(0, "is a directory") if is_folder else NotADirectoryError(0, "not a directory")
        if not os.access(target, os.W_OK):
            raise PermissionError(0, "permission denied")
    except OSError as error:
        raise unwritable(str(path), error) from error


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file so that a crash or a full disk leaves the old one or the new one, never half of it.

    Raises:
        UnreadableFile: it cannot be written.
    """
    if path == STANDARD_OUTPUT:
        _write_out(write)
        return
    try:
        check_writable(path)
        target = path.resolve()
        if target.exists() and not target.is_file():
            with path.open("wb") as pipe:
                write(pipe)
            return
        _replace(target, write)
    except OSError as error:
        raise unwritable(str(path), error) from error


def _write_out(write: Callable[[IO[bytes]], object]) -> None:
    with tempfile.SpooledTemporaryFile(2**26) as made:
        write(made)
        made.seek(0)
        stream.content(made.read())


def _replace(target: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write beside the file, then put it into its place; as readable as the old one, or as new files are here."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
    try:
        with os.fdopen(handle, "wb") as made:
            write(made)
        os.chmod(name, stat.S_IMODE(target.stat().st_mode) if target.exists() else _new_mode())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _new_mode() -> int:
    """Return which permissions a new file gets; asking the system means setting them for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def check_place(path: Path | None, *, as_json: bool) -> None:
    """Refuse a place for a file before the work is done.

    Raises:
        typer.Exit: code 2, where the file and JSON would both be written to standard output.
        UnreadableFile: as `check_writable`.
    """
    if as_json and path == STANDARD_OUTPUT:
        stream.refuse("--json and --out - both write to standard output: leave one of them out")
    check_writable(path)


def deliver(
    path: Path, write: Callable[[IO[bytes]], object], said: str, summary: Mapping[str, object], *, as_json: bool
) -> None:
    """Write a file and say so, as JSON where that is asked for; where it is standard output it is all that is written.

    Raises:
        UnreadableFile: it cannot be written.
    """
    write_whole(path, write)
    if path == STANDARD_OUTPUT:
        return
    if as_json:
        stream.json(summary)
    elif not is_quiet():
        stream.line(said)


def write_new(path: Path, data: bytes) -> None:
    """Write a file where none is, whole or not at all.

    Raises:
        FileExistsError: something is there, also if it came while this was written.
        UnreadableFile: it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
        try:
            with os.fdopen(handle, "wb") as made:
                made.write(data)
            os.chmod(name, _new_mode())
            _put(Path(name), path)
        finally:
            Path(name).unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError as error:
        raise unwritable(str(path), error) from error


def _put(made: Path, path: Path) -> None:
    """Give a file its name, unless there is one of that name; where the disk knows no second names, by copying it."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb") as place:
            place.write(made.read_bytes())

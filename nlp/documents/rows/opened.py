"""Files as they are handed in: a path, the bytes, an open file."""

from os import PathLike, fsdecode
from pathlib import Path

from nlp.door.values import whole_signs
from nlp.door.wrong import write, wrong_type
from nlp.errors import NoSuchFile, UnreadableFile
from nlp.messages import Message, msgid

_OPEN = msgid("the file cannot be opened ({reason})")
_LIST_OF_TEXTS = Message("Check the path; texts are handed in as a list: {call}", {"call": "[text]"})
_LONGEST_NAME = 80
FILES = "str | PathLike[str] | bytes | IO"
"""What is a file, as it is written in annotations."""


def is_file(handed: object) -> bool:
    """Whether this is a path, bytes or an open file."""
    return isinstance(handed, str | PathLike | bytes | bytearray | memoryview) or callable(
        getattr(handed, "read", None)
    )


def opened(handed: object, largest: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file; bytes alone have no name.

    Args:
        handed: a path, the bytes, or an open file, which is read from where it stands.
        largest: one byte more than these is read, so that too large a file is known.

    Raises:
        UnreadableFile: it is not there, is a folder, may not be read, or has nothing left to read.
        WrongType: what an open file gives is neither text nor bytes.
    """
    if isinstance(handed, bytes | bytearray | memoryview):
        return "", bytes(handed)
    if isinstance(handed, str | PathLike):
        return _of_path(handed, largest)
    name = _name_of(handed)
    return name, _rest_of(handed, name, largest)


def file_of(filename: object, data: object, largest: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file: those that are given, or else those of a path or an open file.

    Raises:
        WrongType: the name is no name, the data are no bytes, or what is handed in alone is no file.
        UnreadableFile: as `opened`.
    """
    if data is None:
        if not is_file(filename):
            raise wrong_type("the file", FILES, filename, write("read_notes(rows)"))
        return opened(filename, largest)
    if not isinstance(filename, str | PathLike):
        raise wrong_type("filename", "str", filename, write('read_document("notes.csv", data)'))
    if not isinstance(data, bytes | bytearray | memoryview):
        raise wrong_type("data", "bytes", data, write("text.encode()" if isinstance(data, str) else "file.read()"))
    return fsdecode(filename), bytes(data)


def _of_path(handed: str | PathLike[str], largest: int) -> tuple[str, bytes]:
    written = fsdecode(handed)
    shown = written if len(written) <= _LONGEST_NAME else f"{written[:_LONGEST_NAME]}…"
    try:
        path = Path(written).expanduser()
        with path.open("rb") as file:
            return path.name, file.read(largest + 1)
    except FileNotFoundError as error:
        problem = Message(_OPEN, {"reason": (error.strerror or "").lower()})
        raise NoSuchFile(" ".join(shown.split()), problem, _LIST_OF_TEXTS) from error
    except (OSError, ValueError, RuntimeError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise UnreadableFile(" ".join(shown.split()), Message(_OPEN, {"reason": reason}), _LIST_OF_TEXTS) from error


def _name_of(handed: object) -> str:
    name = getattr(handed, "name", "")
    return Path(name).name if isinstance(name, str) and not name.startswith("<") else ""


def _rest_of(handed: object, name: str, largest: int) -> bytes:
    try:
        data = handed.read(largest + 1)  # type: ignore[attr-defined]
    except (OSError, ValueError) as error:
        problem = Message(_OPEN, {"reason": str(error).rstrip(".").lower()})
        raise UnreadableFile(name, problem, write('open(path, "rb")')) from error
    if isinstance(data, str):
        data = whole_signs(data).encode()
    if not isinstance(data, bytes | bytearray):
        raise wrong_type("read()", "str | bytes", data, write('open(path, "rb")'))
    if not data:
        problem = Message("there is nothing left to read in the open file")
        raise UnreadableFile(name, problem, Message("Go back to its start: {call}", {"call": "file.seek(0)"}))
    return bytes(data)

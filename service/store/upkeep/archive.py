"""The file that holds tables: a zip with the rows of each as lines of JSON, and a manifest that says what it holds.

```
manifest.json          kind, format, release, schema (revision of the tables), when it was made, programmes, and of
                       every table the number of its rows, its length and its SHA-256
tables/NAME.jsonl      {"columns": [...]}, then one list of values a row; bytes in base64, times in ISO 8601
```
"""

import json
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Literal, Self

from nlp.errors import UnreadableFile
from nlp.messages import Message, msgid
from service.serialisation import dumps, loads

ArchiveKind = Literal["backup", "programme"]
FORMAT = 1
MANIFEST = "manifest.json"
LARGEST_MANIFEST = 10_000_000
LONGEST_LINE = 300_000_000
LARGEST_PROGRAMME = 4_000_000_000
SMALL = 50_000_000
DENSEST = 100
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
    RecursionError,
)
NOT_OURS = msgid("this is no file that Manyvoices has made")
DAMAGED = msgid("the file is not whole, or was changed after it was made")
MAKE_AGAIN = msgid("Copy it again from where it was made, or make it again")
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table of an archive: how many rows, how many bytes as JSON, and their hash."""

    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """What an archive says of a programme without opening it: nothing of what people wrote."""

    slug: str
    name: str
    files: int
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds.

    Attributes:
        kind: all of an installation, or one programme.
        release: of the program that made it.
        schema: revision of the tables.
        made: when.
        programmes: that are in it.
        tables: name -> what is in it.
        format: of the archive itself.
    """

    kind: ArchiveKind
    release: str
    schema: str
    made: datetime
    programmes: tuple[ProgrammeEntry, ...] = ()
    tables: dict[str, TableEntry] = field(default_factory=dict)
    format: int = FORMAT


class ArchiveWriter:
    """Writes an archive: every table in turn, then `finish`; used in a `with`, which ends it where it breaks off."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=5)
        self._tables: dict[str, TableEntry] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, ValueError):  # where there is no room, its end cannot be written either
            self._zip.close()

    def table(self, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Write the rows of a table, values as JSON has them."""
        made_of, size, count = sha256(), 0, -1
        with self._zip.open(_path(name), "w", force_zip64=True) as stream:
            for count, each in enumerate(_lines(columns, rows)):  # noqa: B007 - the last one counts
                made_of.update(each)
                size += len(each)
                stream.write(each)
        self._tables[name] = TableEntry(count, size, made_of.hexdigest())

    def finish(
        self, kind: ArchiveKind, release: str, schema: str, made: datetime, programmes: Sequence[ProgrammeEntry]
    ) -> Manifest:
        """Write the manifest and return it."""
        manifest = Manifest(kind, release, schema, made, tuple(programmes), self._tables)
        self._zip.writestr(MANIFEST, dumps(manifest))
        self._zip.close()
        return manifest


def _lines(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    yield _line({"columns": list(columns)})
    for row in rows:
        yield _line(list(row))


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _path(table: str) -> str:
    return f"tables/{table}.jsonl"


class Archive:
    """An archive that is read; everything in it has been compared with its manifest when it is opened.

    Attributes:
        name: of the file, as people know it.
        manifest: what it holds.
    """

    def __init__(self, name: str, packed: zipfile.ZipFile, manifest: Manifest) -> None:
        self.name = name
        self.manifest = manifest
        self._zip = packed

    @classmethod
    @contextmanager
    def opened(cls, path: Path, name: str = "") -> Iterator["Archive"]:
        """Open a file and compare all of it with its manifest.

        Raises:
            UnreadableFile: it is not ours, damaged, or would unpack to too much.
        """
        given = name or path.name
        with _in_one_line(given, NOT_OURS):
            packed = zipfile.ZipFile(path)
        with packed:
            archive = cls(given, packed, _manifest(given, packed))
            archive._check(path.stat().st_size)
            yield archive

    def rows(self, table: str) -> Iterator[tuple[list[str], Row]]:
        """Yield (columns, values) of every row of a table; `UnreadableFile` if it is not as it was written."""
        with _in_one_line(self.name, DAMAGED), self._zip.open(_path(table)) as stream:
            columns: list[str] = json.loads(stream.readline(LONGEST_LINE))["columns"]
            while line := stream.readline(LONGEST_LINE):
                values = json.loads(line)
                if not isinstance(values, list) or len(values) != len(columns):
                    raise ValueError(table)
                yield columns, values

    def _check(self, size: int) -> None:
        """Refuse what is not in the manifest, what is too much, and what is not as it was written."""
        tables = self.manifest.tables
        names = [each.filename for each in self._zip.infolist()]
        if sorted(names) != sorted([MANIFEST, *(_path(table) for table in tables)]):
            raise _damaged(self.name)
        if self.manifest.kind == "programme":
            _check_size(self.name, sum(entry.size for entry in tables.values()), size)
        for table, entry in tables.items():
            with _in_one_line(self.name, DAMAGED):
                if self._read(table, entry.size) != entry:
                    raise ValueError(table)

    def _read(self, table: str, most: int) -> TableEntry:
        """Return what is in a table, read to its end or until it is more than it should be."""
        made_of, size, lines = sha256(), 0, -1
        with self._zip.open(_path(table)) as stream:
            while size <= most and (part := stream.read(1_000_000)):
                made_of.update(part)
                size += len(part)
                lines += part.count(b"\n")
        return TableEntry(lines, size, made_of.hexdigest())


def _manifest(name: str, packed: zipfile.ZipFile) -> Manifest:
    with _in_one_line(name, NOT_OURS):
        entry = packed.getinfo(MANIFEST)
        if entry.file_size > LARGEST_MANIFEST or any(each.compress_type not in _METHODS for each in packed.infolist()):
            raise ValueError(name)
        with packed.open(entry) as stream:
            manifest = loads(Manifest, stream.read(LARGEST_MANIFEST).decode())
    if manifest.format > FORMAT:
        problem = Message(
            "the file was made by a newer release of Manyvoices ({release})", {"release": manifest.release}
        )
        raise UnreadableFile(name, problem, Message("Install that release first"))
    return manifest


def _check_size(name: str, unpacked: int, packed: int) -> None:
    if unpacked > LARGEST_PROGRAMME or unpacked > SMALL + DENSEST * packed:
        raise UnreadableFile(name, Message("the file would unpack to more than can be held"), Message(MAKE_AGAIN))


def refuse_other_tables(archive: Archive, known: Collection[str]) -> None:
    """Raise `UnreadableFile` if an archive has a table that is not among those that are known."""
    if archive.manifest.tables.keys() - set(known):
        raise _damaged(archive.name)


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message(DAMAGED), Message(MAKE_AGAIN))


@contextmanager
def _in_one_line(name: str, problem: str) -> Iterator[None]:
    try:
        yield
    except UnreadableFile:
        raise
    except _UNREADABLE as error:
        raise UnreadableFile(name, Message(problem), Message(MAKE_AGAIN)) from error

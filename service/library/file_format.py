"""The file in which a library travels: JSON that people can read, with a name and a version of its form.

```json
{"format": "manyvoices library", "version": 1, "made": "2026-11-30T16:00:00+00:00",
 "entries": [{"id": "...", "version": 1, "changed": "...", "kind": "reading", "language": "ne", "element": "...",
              "words": "...", "level": "", "came_of": "", "credit": "..."}]}
```
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.errors import TooLarge
from service.library.checked import checked
from service.library.types import LibraryEntry, LibraryKind, SharedWords
from service.moments import in_utc

FORMAT = "manyvoices library"
VERSION = 1
FILENAME = "library.json"
MEDIA_TYPE = "application/json"
LARGEST_FILE = 5_000_000
MOST_ENTRIES = 5_000
LARGEST_VERSION = 1_000_000
NOT_ONE = Message("this is no file of a library")
ONE = Message("Choose a file that was exported from a library of Manyvoices")
IN_ENTRY = msgid("entry {number}: {problem}")
_ID = re.compile(r"[0-9a-f]{32}")
_TEXTS = ("language", "element", "words", "level", "came_of", "credit")


def written(entries: Iterable[LibraryEntry], made: datetime) -> bytes:
    """Return entries as a file, UTF-8."""
    head = {"format": FORMAT, "version": VERSION, "made": in_utc(made)}
    return json.dumps({**head, "entries": [as_plain(each) for each in entries]}, ensure_ascii=False, indent=1).encode()


def as_plain(entry: LibraryEntry) -> dict[str, Any]:
    """Return an entry as it stands in a file."""
    head = {"id": entry.id, "version": entry.version, "changed": in_utc(entry.changed)}
    return {**head, **asdict(entry.said), "kind": entry.said.kind.value}


def read(data: bytes, filename: str = "") -> tuple[LibraryEntry, ...]:
    """Return the entries of a file, each once, as its newest version.

    Args:
        data: the file.
        filename: as errors call it.

    Raises:
        InputError: it is no such file, of a newer form, or something in it is not as it must be.
        TooLarge: it has more bytes or entries than a library may have.
    """
    if len(data) > LARGEST_FILE:
        raise _too_large(Message("a library has at most {most} MB", {"most": LARGEST_FILE // 1_000_000}))
    try:
        form = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise InputError(filename, NOT_ONE, ONE) from None
    found: dict[str, LibraryEntry] = {}
    for number, each in enumerate(_entries(form, filename), 1):
        try:
            entry = _entry(each)
        except InputError as error:
            problem = Message(IN_ENTRY, {"number": number, "problem": error.problem})
            raise InputError(filename, problem, error.remedy) from None
        before = found.get(entry.id)
        if before is None or is_newer(entry, before):
            found[entry.id] = entry
    return tuple(found.values())


def is_newer(one: LibraryEntry, other: LibraryEntry) -> bool:
    """Return whether one version of an entry is newer than another."""
    return (one.version, one.changed) > (other.version, other.changed)


def _entries(form: object, filename: str) -> list[object]:
    if not isinstance(form, Mapping) or form.get("format") != FORMAT:
        raise InputError(filename, NOT_ONE, ONE)
    version, entries = form.get("version"), form.get("entries")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1 or not isinstance(entries, list):
        raise InputError(filename, NOT_ONE, ONE)
    if version > VERSION:
        problem = Message("this library was written by a newer release of Manyvoices")
        raise InputError(filename, problem, Message("Bring this installation up to date first"))
    if len(entries) > MOST_ENTRIES:
        raise _too_large(Message("a library has at most {most} entries", {"most": MOST_ENTRIES}))
    return entries


def _entry(form: object) -> LibraryEntry:
    if not isinstance(form, Mapping):
        raise _wrong("entries")
    id_, version, kind = form.get("id"), form.get("version"), form.get("kind")
    if not isinstance(id_, str) or not _ID.fullmatch(id_):
        raise _wrong("id")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= LARGEST_VERSION:
        raise _wrong("version")
    if not isinstance(kind, str) or kind not in tuple(LibraryKind):
        raise _wrong("kind")
    texts = {name: _text(form, name) for name in _TEXTS}
    said = checked(SharedWords(kind=LibraryKind(kind), **texts))
    return LibraryEntry(id_, version, _moment(form.get("changed")), replace(said, kind=LibraryKind(kind)))


def _text(form: Mapping[str, object], name: str) -> str:
    text = form.get(name, "")
    if not isinstance(text, str):
        raise _wrong(name)
    return text


def _moment(given: object) -> datetime:
    try:
        moment = datetime.fromisoformat(given) if isinstance(given, str) else None
        if moment is not None:
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise _wrong("changed")


def _wrong(field: str) -> InputError:
    return InputError("", Message("“{field}” is not as it must be", {"field": field}), ONE)


def _too_large(problem: Message) -> TooLarge:
    return TooLarge("", problem, Message("Ask for a library of one programme"))

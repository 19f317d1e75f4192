"""The JSON form of edits: `{"version": 1, "edits": [...]}`, to keep, to send, and to apply to another run."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from nlp.readings.edits.types import KINDS, Edit, Keys, Rename, Seen

Json = dict[str, Any]
VERSION = 1
LONGEST_NAME = 200
_KEY = re.compile(r"[0-9a-f]{16}")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HALF_SIGN = re.compile("[\ud800-\udfff]")


def edits_to_json(edits: Sequence[Edit]) -> Json:
    """Return `{"version", "edits": [{"kind", "id", "element", "known", "made", "by", ...}]}`.

    Beside these, by kind: rename `reading, name`; merge `reading, into`; split `notes, name`; move `notes, to`;
    dismiss `reading`. Notes are lists of keys (`note_key`), a reading is `{"label", "notes"}`; `to` is null for notes
    that stand alone.
    """
    return {"version": VERSION, "edits": [edit_to_json(edit) for edit in edits]}


def edit_to_json(edit: Edit) -> Json:
    """Return one edit of `edits_to_json`."""
    return {"kind": edit.kind, **{each.name: _plain(getattr(edit, each.name)) for each in fields(edit)}}


def edits_from_bytes(filename: str, data: bytes) -> tuple[Edit, ...]:
    """Return the edits of a file.

    Raises:
        UnreadableFile: it is no JSON.
        InputError: it has no edits, or one that cannot be used; says which.
    """
    try:
        form = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        remedy = Message("Hand in a file of changes that Manyvoices wrote")
        raise UnreadableFile(filename, Message("this is no file of changes"), remedy) from error
    return edits_from_json(form, filename)


def edits_from_json(form: object, filename: str = "") -> tuple[Edit, ...]:
    """Return what `edits_to_json` was given.

    Raises:
        InputError: it has no edits, or one that cannot be used; says which.
    """
    if not isinstance(form, dict) or not isinstance(form.get("edits"), list):
        raise InputError(
            filename,
            Message("there is no list “edits” in it"),
            Message("Hand in a file of changes that Manyvoices wrote"),
        )
    if form.get("version") != VERSION:
        problem = Message(
            "its version is {found}, and only {version} can be read",
            {"found": str(form.get("version"))[:20], "version": VERSION},
        )
        raise InputError(filename, problem, Message("Update Manyvoices, or write the file again"))
    read = tuple(
        _Reader(filename, Message("edit {number}", {"number": number})).edit(each)
        for number, each in enumerate(form["edits"], start=1)
    )
    if len({edit.id for edit in read}) < len(read):
        raise InputError(filename, Message("two edits have the same id"), Message("Write the file again"))
    return read


def clean_name(name: str) -> str:
    """Return a name for a reading as it is kept: in NFC, on one line."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _plain(value: object) -> object:
    match value:
        case Seen(label=label, notes=notes):
            return {"label": label, "notes": sorted(notes)}
        case frozenset():
            return sorted(value)
        case _:
            return value


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one edit of a file; every refusal says where."""

    filename: str
    place: Message

    def edit(self, form: object) -> Edit:
        kind = KINDS.get(str(form.get("kind"))) if isinstance(form, dict) else None
        if kind is None or not isinstance(form, dict):
            raise self._refuse(Message("its kind is none of {kinds}", {"kinds": tuple(KINDS)}))
        edit = kind(**{each.name: self._field(each.name, form) for each in fields(kind)})
        if isinstance(edit, Rename) and not edit.name:
            raise self._refuse(Message("“name” is empty"))
        return edit

    def _field(self, name: str, form: Mapping[str, object]) -> Any:  # noqa: ANN401 - as the field has it
        if name not in form:
            raise self._refuse(Message("there is no field “{name}”", {"name": name}))
        return _FIELDS[name](self, name, form[name])

    def text(self, name: str, value: object) -> str:
        if not isinstance(value, str) or _HALF_SIGN.search(value):
            raise self._refuse(Message("“{name}” is no text", {"name": name}))
        return unicodedata.normalize("NFC", value)

    def id(self, name: str, value: object) -> str:
        if not isinstance(value, str) or not _ID.fullmatch(value):
            raise self._refuse(
                Message(
                    "“{name}” has other signs than letters, digits, hyphens and underscores, or none", {"name": name}
                )
            )
        return value

    def name(self, name: str, value: object) -> str:
        cleaned = clean_name(self.text(name, value))
        if len(cleaned) > LONGEST_NAME:
            raise self._refuse(Message("“{name}” is longer than {most} letters", {"name": name, "most": LONGEST_NAME}))
        return cleaned

    def keys(self, name: str, value: object) -> Keys:
        if not isinstance(value, list) or not all(isinstance(each, str) and _KEY.fullmatch(each) for each in value):
            raise self._refuse(Message("“{name}” is no list of notes (16 hexadecimal digits each)", {"name": name}))
        return frozenset(value)

    def seen(self, name: str, value: object) -> Seen:
        if not isinstance(value, dict) or "notes" not in value:
            raise self._refuse(Message("“{name}” is no reading with its notes", {"name": name}))
        return Seen(self.text("label", value.get("label", "")), self.keys("notes", value["notes"]))

    def seen_or_alone(self, name: str, value: object) -> Seen | None:
        return None if value is None else self.seen(name, value)

    def _refuse(self, problem: Message) -> InputError:
        return InputError(self.filename, problem, Message("Correct it or take it out"), self.place)


_FIELDS: Mapping[str, Callable[[_Reader, str, object], object]] = {
    "id": _Reader.id,
    "element": _Reader.text,
    "made": _Reader.text,
    "by": _Reader.text,
    "name": _Reader.name,
    "known": _Reader.keys,
    "notes": _Reader.keys,
    "reading": _Reader.seen,
    "into": _Reader.seen,
    "to": _Reader.seen_or_alone,
}

"""The JSON of edits: `{"version": 1, "edits": [...]}`, to keep, to send, and to apply to another run."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any

from pydantic import Discriminator, ValidationError

from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from nlp.readings.edits.types import KINDS, Edit, Keys, Rename, Seen
from service.serialisation import Json, from_plain, to_plain

VERSION = 1
LONGEST_NAME = 200
MOST_READINGS = 50
AnyEdit: Any = Annotated[Edit, Discriminator("kind")]
CAME_LATER = frozenset({"names", "by_machine", "made_with"})
"""Fields that files of earlier releases do not have."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
_KEY = re.compile(r"[0-9a-f]{16}")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HALF_SIGN = re.compile("[\ud800-\udfff]")


def edits_to_json(edits: Sequence[Edit]) -> Json:
    """Return `{"version", "edits": [{"kind", "id", "element", "known", "made", "by", ...}]}`.

    Beside these, by kind: rename `reading, name, names`; merge `reading, into`; split `notes, name, names,
    by_machine`; move `notes, to, by_machine`; dismiss `reading`; layout `readings`. Notes are lists of keys
    (`note_key`), a reading is `{"label", "notes"}`; `to` is null for notes that stand alone, `names` is language ->
    name for its readers, `by_machine` are those of the notes that no person placed, and any may have `made_with`: the
    model, the prompt and the seed, where a person took what a machine proposed.
    """
    return {"version": VERSION, "edits": [edit_to_json(edit) for edit in edits]}


def edit_to_json(edit: Edit) -> Json:
    """Return one edit of `edits_to_json`, its notes in an order of their own; `CAME_LATER` where there is something."""
    form: Json = _in_order(to_plain(AnyEdit, edit))
    return {name: value for name, value in form.items() if value or name not in CAME_LATER}


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


def short_name(name: str) -> str:
    """Return a name as it is kept, as `clean_name`.

    Raises:
        InputError: it is longer than `LONGEST_NAME`.
    """
    cleaned = clean_name(name)
    if len(cleaned) > LONGEST_NAME:
        raise InputError(
            "", Message("the name is longer than {most} letters", {"most": LONGEST_NAME}), Message("Shorten it")
        )
    return cleaned


def _in_order(form: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a form with its notes sorted: they are sets, and lists in JSON."""
    match form:
        case dict():
            return {name: _in_order(value) for name, value in form.items()}
        case list():
            return sorted(form)
        case _:
            return form


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one edit of a file; every refusal says where."""

    filename: str
    place: Message

    def edit(self, form: object) -> Edit:
        if not isinstance(form, dict) or str(form.get("kind")) not in KINDS:
            raise self._refuse(Message("its kind is none of {kinds}", {"kinds": tuple(KINDS)}))
        if missing := [each.name for each in fields(KINDS[form["kind"]]) if each.name not in {*form, *CAME_LATER}]:
            raise self._refuse(Message("there is no field “{name}”", {"name": missing[0]}))
        try:
            edit: Edit = from_plain(AnyEdit, form)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            _, field, *inside = first["loc"]
            named = inside[0] if inside[:1] == ["notes"] and first["type"] != "missing" else field
            raise self._refuse(_WRONG.get(str(named), _no_text)(str(named))) from None
        return self._checked(edit)

    def _checked(self, edit: Edit) -> Edit:
        """Return an edit with its texts in NFC; what a type cannot say of a field is looked at here."""
        checked = replace(
            edit, **{each.name: self._field(each.name, getattr(edit, each.name)) for each in fields(edit)}
        )
        if isinstance(checked, Rename) and not checked.name:
            raise self._refuse(Message("“name” is empty"))
        return checked

    def _field(self, name: str, value: object) -> Any:  # noqa: ANN401 - as the field has it
        match value:
            case str() if name == "id":
                return self._id(value)
            case str() if name == "name":
                return self._name(value)
            case str():
                return self._text(name, value)
            case Seen(label=label, notes=notes):
                return Seen(self._text("label", label), self._keys(notes))
            case frozenset():
                return self._keys(value, name)
            case dict():
                return {self._language(code): self._name(each) for code, each in value.items()}
            case int() if not 1 <= value <= MOST_READINGS:
                raise self._refuse(_no_number(name))
            case _:
                return value

    def _id(self, value: str) -> str:
        if not _ID.fullmatch(value):
            raise self._refuse(_no_id("id"))
        return value

    def _text(self, name: str, value: str) -> str:
        if _HALF_SIGN.search(value):
            raise self._refuse(_no_text(name))
        return unicodedata.normalize("NFC", value)

    def _name(self, value: str) -> str:
        cleaned = clean_name(self._text("name", value))
        if len(cleaned) > LONGEST_NAME:
            raise self._refuse(
                Message("“{name}” is longer than {most} letters", {"name": "name", "most": LONGEST_NAME})
            )
        return cleaned

    def _language(self, code: str) -> str:
        if not _LANGUAGE.fullmatch(code):
            raise self._refuse(_no_language("names"))
        return code

    def _keys(self, keys: Keys, name: str = "notes") -> Keys:
        if not all(map(_KEY.fullmatch, keys)):
            raise self._refuse(_no_notes(name))
        return keys

    def _refuse(self, problem: Message) -> InputError:
        return InputError(self.filename, problem, Message("Correct it or take it out"), self.place)


def _no_text(name: str) -> Message:
    return Message("“{name}” is no text", {"name": name})


def _no_id(name: str) -> Message:
    return Message("“{name}” has other signs than letters, digits, hyphens and underscores, or none", {"name": name})


def _no_notes(name: str) -> Message:
    return Message("“{name}” is no list of notes (16 hexadecimal digits each)", {"name": name})


def _no_language(name: str) -> Message:
    return Message("“{name}” has a language that is none, such as “en” is one", {"name": name})


def _no_number(name: str) -> Message:
    return Message("“{name}” is no number from 1 to {most}", {"name": name, "most": MOST_READINGS})


def _no_reading(name: str) -> Message:
    return Message("“{name}” is no reading with its notes", {"name": name})


_WRONG: Mapping[str, Callable[[str], Message]] = {
    "id": _no_id,
    "known": _no_notes,
    "notes": _no_notes,
    "by_machine": _no_notes,
    "reading": _no_reading,
    "into": _no_reading,
    "to": _no_reading,
    "readings": _no_number,
}

"""What notes and people are compared by: attributes as they are asked for, and their values as texts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from nlp.documents.types import Person, Unit
from nlp.door.attributes import are_texts, attributes_as_texts
from nlp.door.wrong import write, wrong_type
from nlp.errors import InputError
from nlp.messages import Message

Described = TypeVar("Described", Unit, Person)


def attributes_of(by: str | Iterable[str]) -> tuple[str, ...]:
    """Return the attributes that are asked for, each once; a text is one attribute and not its letters.

    Raises:
        WrongType: it is neither a name nor several.
    """
    names = (by,) if isinstance(by, str) else tuple(by) if isinstance(by, Iterable) else (by,)
    if not all(isinstance(name, str) for name in names):
        raise wrong_type("by", "str | list[str]", by, write('by=("team", "language")'))
    return tuple(dict.fromkeys(map(str, names)))


def missing_attributes(by: Iterable[str], there: Collection[str], may_lack: Collection[str]) -> tuple[str, ...]:
    """Return those attributes that nobody has, and that are not among those that may be lacking."""
    return tuple(name for name in by if name not in there and name not in may_lack)


def refuse(
    error: type[InputError], problem: str, missing: Sequence[str], there: Iterable[str], place: str = ""
) -> InputError:
    """Return the error that names attributes that nobody has, and those that there are.

    Args:
        error: its class.
        problem: template with a place {columns}.
        missing: what nobody has.
        there: what somebody has.
        place: the name of the field that asks for them.
    """
    remedy = Message("The attributes that are there: {columns}", {"columns": tuple(sorted(there))})
    return error("", Message(problem, {"columns": tuple(missing)}), remedy, place)


def with_texts(rows: Iterable[Described], name: str = "rows") -> list[Described]:
    """Return notes or people whose attributes are texts: 0 is "0", and what is missing is empty.

    Args:
        rows: notes or people.
        name: what they are called where one is refused.

    Raises:
        WrongType: an attribute is no single value.
    """
    return [
        row
        if are_texts(row.attributes)
        else replace(row, attributes=attributes_as_texts(row.attributes, f"{name}[{at}]"))
        for at, row in enumerate(rows)
    ]


def names_there(rows: Iterable[Described]) -> set[str]:
    """Return the attributes that somebody has."""
    return {name for row in rows for name, value in row.attributes.items() if value}

"""What notes and people are compared by: attributes as they are asked for, and their values as texts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from math import isnan
from typing import TypeVar

from nlp.documents.types import Person, Unit
from nlp.errors import InputError
from nlp.messages import Message

Described = TypeVar("Described", Unit, Person)


def attributes_of(by: str | Iterable[str]) -> tuple[str, ...]:
    """Return the attributes that are asked for, each once; a text is one attribute and not its letters."""
    return (by,) if isinstance(by, str) else tuple(dict.fromkeys(by))


def missing_attributes(by: Iterable[str], there: Collection[str], may_lack: Collection[str]) -> tuple[str, ...]:
    """Return those attributes that nobody has, and that are not among those that may be lacking."""
    return tuple(name for name in by if name not in there and name not in may_lack)


def refuse(error: type[InputError], problem: str, missing: Sequence[str], there: Iterable[str]) -> InputError:
    """Return the error that names attributes that nobody has, and those that there are.

    Args:
        error: its class.
        problem: template with a place {columns}.
        missing: what nobody has.
        there: what somebody has.
    """
    remedy = Message("The attributes that are there: {columns}", {"columns": tuple(sorted(there))})
    return error("", Message(problem, {"columns": tuple(missing)}), remedy)


def with_texts(rows: Iterable[Described]) -> list[Described]:
    """Return notes or people whose attributes are texts: 0 is "0", and what is None or not a number is empty."""
    return [
        row
        if all(isinstance(value, str) for value in row.attributes.values())
        else replace(row, attributes={name: as_text(value) for name, value in row.attributes.items()})
        for row in rows
    ]


def as_text(value: object) -> str:
    """Return the value of an attribute as a text; a whole number has no decimals, whatever its type."""
    if value is None:
        return ""
    if isinstance(value, float):
        return "" if isnan(value) else str(int(value) if value.is_integer() else value)
    return str(value)


def names_there(rows: Iterable[Described]) -> set[str]:
    """Return the attributes that somebody has."""
    return {name for row in rows for name, value in row.attributes.items() if value}

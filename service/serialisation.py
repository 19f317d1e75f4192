"""JSON of every result: the dataclasses of the analysis are its one definition, for the store, the API and files.

`dumps` and `loads` keep everything, so that a stored result can be analysed further. `public_json` is what outsiders
get: the same, and the attributes of every note also stand beside its own fields, where no field has their name.
"""

import json
from collections.abc import Collection, Hashable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from nlp.documents.types import Unit

Json = dict[str, Any]
Result = TypeVar("Result")
NOTE = frozenset(each.name for each in fields(Unit))
"""What every note has, and nothing else in a result."""
HALF_SIGNS = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of signs, such as of an emoji that a chat program cut in two: no text that is sent or stored has them."""


def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a type such as tuple[str, ...]
    return _made(kind)


@cache
def _made(kind: Hashable) -> TypeAdapter[Any]:
    made: Any = kind
    return TypeAdapter(made)


def dumps(result: object) -> str:
    """Return the fields of a result by their names, as JSON text; halves of signs become U+FFFD."""
    adapter = _adapter(type(result))
    try:
        return adapter.dump_json(result).decode()
    except PydanticSerializationError:
        return json.dumps(adapter.dump_python(result, mode="json"), ensure_ascii=False).translate(HALF_SIGNS)


def loads(kind: type[Result], text: str) -> Result:
    """Return the result of which `dumps` made a text.

    Raises:
        ValueError: the text is that of another release, or of something else.
    """
    result: Result = _adapter(kind).validate_json(text)
    return result


def to_plain(kind: type[Result], value: Result) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of some type as texts, numbers, lists and dictionaries."""
    return _adapter(kind).dump_python(value, mode="json")


def from_plain(kind: type[Result], form: object) -> Result:
    """Return the value of which `to_plain` made a form; fields that are missing have their defaults.

    Raises:
        ValueError: it is none.
    """
    value: Result = _adapter(kind).validate_python(form)
    return value


def public_json(result: object, listed: Collection[str] | None = None) -> Json:
    """Return a result as texts, numbers, lists and dictionaries, attributes of notes beside their own fields too.

    A field wins over an attribute of its name; the attribute still stands in "attributes".

    Args:
        result: of the analysis.
        listed: the attributes of notes that are given; None gives all.
    """
    form: Json = _flat(_adapter(type(result)).dump_python(result, mode="json"), listed)
    return form


def _flat(value: Any, listed: Collection[str] | None) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case dict() if value.keys() >= NOTE:
            given = value["attributes"]
            own = {name: each for name, each in given.items() if listed is None or name in listed}
            return {**own, **value, "attributes": own}
        case dict():
            return {key: _flat(each, listed) for key, each in value.items()}
        case list():
            return [_flat(each, listed) for each in value]
        case _:
            return value

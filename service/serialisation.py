"""JSON of every result: the dataclasses of the analysis are its one definition, for the store, the API and files.

`dumps` and `loads` keep everything, so that a stored result can be analysed further. `public_json` is what outsiders
get: of results what `to_dict` gives, where attributes of notes also stand beside the notes' own fields.
"""

import json
from collections.abc import Collection, Hashable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from nlp.documents.types import Unit
from nlp.results import json_text
from nlp.results.plain import plain
from nlp.results.result import Result

Json = dict[str, Any]
Kind = TypeVar("Kind")
HALF_SIGNS = json_text.HALF_SIGNS
NOTE = frozenset(each.name for each in fields(Unit))
"""What every note has, and nothing else in a result."""


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


def loads(kind: type[Kind], text: str) -> Kind:
    """Return the result of which `dumps` made a text.

    Raises:
        ValueError: the text is that of another release, or of something else.
    """
    result: Kind = _adapter(kind).validate_json(text)
    return result


def to_plain(kind: type[Kind], value: Kind) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of some type as texts, numbers, lists and dictionaries."""
    return _adapter(kind).dump_python(value, mode="json")


def from_plain(kind: type[Kind], form: object) -> Kind:
    """Return the value of which `to_plain` made a form; fields that are missing have their defaults.

    Raises:
        ValueError: it is none.
    """
    value: Kind = _adapter(kind).validate_python(form)
    return value


def public_json(result: object, listed: Collection[str] | None = None) -> Json:
    """Return a result, or other dataclasses with results or notes inside, as texts, numbers, lists and dictionaries.

    Args:
        result: of the analysis, or of the service.
        listed: the attributes of notes that are given, wherever notes stand; None gives all.
    """
    if isinstance(result, Result):
        return plain(result, listed)
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

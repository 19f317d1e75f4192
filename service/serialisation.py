"""JSON of every result: the dataclasses of the analysis are its one definition, for the store, the API and files.

`to_json` and `from_json` keep everything, so that a stored result can be analysed further. `public_json` is what outsiders
get: the same, and the attributes of every note also stand beside its own fields, where no field has their name.
"""

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

Json = dict[str, Any]
Result = TypeVar("Result")


@cache
def _adapter(kind: type[Result]) -> TypeAdapter[Result]:
    return TypeAdapter(kind)


def to_json(result: object) -> Json:
    """Return the fields of a result by their names, down to texts, numbers, lists and dictionaries."""
    form: Json = _adapter(type(result)).dump_python(result, mode="json")
    return form


def from_json(kind: type[Result], form: object) -> Result:
    """Return the result of which `to_json` made a form.

    Raises:
        ValueError: the form is that of another release, or of something else.
    """
    return _adapter(kind).validate_python(form)


def public_json(result: object) -> Json:
    """Return `to_json`, with the attributes of notes beside their own fields too; a field wins over an attribute."""
    form: Json = _flat(to_json(result))
    return form


def _flat(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case dict():
            inside = {key: _flat(each) for key, each in value.items()}
            attributes = value.get("attributes")
            return {**attributes, **inside} if isinstance(attributes, dict) else inside
        case list():
            return [_flat(each) for each in value]
        case _:
            return value

"""JSON text -> the result that it was written from; nothing is guessed, and nothing unknown is dropped."""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import isfinite
from types import GenericAlias
from typing import Any, NoReturn, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs import IterableValidationError as RowsError
from cattrs.gen import make_dict_structure_fn

from nlp.documents.types import Unit
from nlp.errors import InputError
from nlp.frames.results import RESULTS
from nlp.messages import Message, Value
from nlp.results.result import Result

Found = TypeVar("Found", bound=Result)
Hook = Callable[[Any, Any], Any]

VERSION = "version"
"""Stands before the fields in what the command gives, which may have more beside them than the result."""
KNOWN_VERSION = 1

NO_JSON = Message("this is no JSON")
GIVE_JSON = Message("Give what to_json() wrote")


def read(kind: type[Found], text: str | bytes) -> Found:
    """Return the result that a JSON text holds; see `nlp.results.result.Result.from_json`.

    Raises:
        InputError: it holds none.
    """
    form = _form(kind, text)
    try:
        found: Found = _converter().structure(form, kind)
    except Exception as error:
        raise _refusal(kind, form, error) from None
    return found


def _form(kind: type[Result], text: str | bytes) -> dict[str, Any]:
    try:
        form = json.loads(text.removeprefix("\ufeff") if isinstance(text, str) else text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = Message("line {line}, column {column}", {"line": error.lineno, "column": error.colno})
        raise InputError(kind.__name__, NO_JSON, GIVE_JSON, place) from None
    except (ValueError, TypeError, RecursionError):
        raise InputError(kind.__name__, NO_JSON, GIVE_JSON) from None
    if not isinstance(form, dict) or not form:
        raise InputError(kind.__name__, Message("this JSON holds no result"), GIVE_JSON)
    return _own(kind, form)


def _own(kind: type[Any], form: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the result in what the command gives; all else as it is."""
    own = {each.name for each in fields(kind)}
    if form.get(VERSION) != KNOWN_VERSION or not own & form.keys():
        return form
    return {name: each for name, each in form.items() if name in own}


def _refuse(sign: str) -> NoReturn:
    raise ValueError(sign)


def _refusal(kind: type[Result], form: dict[str, Any], error: Exception) -> InputError:
    others = [other for other in RESULTS if other is not kind and _may_be(form, other)]
    if not _may_be(form, kind) and len(others) == 1:
        said = {"kind": others[0].__name__}
        return InputError(
            kind.__name__, Message("this is the JSON of {kind}", said), Message("Read it with {kind}.from_json()", said)
        )
    problem = Message("this is not written as this release of Manyvoices writes it")
    remedy = Message("Read it with the release that wrote it, or make it again")
    return InputError(kind.__name__, problem, remedy, _place(error).removeprefix("."))


def _may_be(form: dict[str, Any], kind: type[Any]) -> bool:
    own = fields(kind)
    needed = {each.name for each in own if each.default is MISSING and each.default_factory is MISSING}
    return needed <= form.keys() <= {each.name for each in own}


def _place(error: BaseException) -> str:
    """Return where the first thing that was not understood stands, such as `.elements[0].readings[2].label`."""
    match error:
        case ClassValidationError() | RowsError():
            noted, others = error.group_exceptions()
            return _step(noted[0][1]) + _place(noted[0][0]) if noted else _place(others[0])
        case BaseValidationError():
            return _place(error.exceptions[0])
        case ForbiddenExtraKeysError():
            return f".{min(error.extra_fields)}"
        case _:
            return ""


def _step(note: Any) -> str:  # noqa: ANN401 - a note of cattrs: of a field, or of a row or key
    return f".{note.name}" if hasattr(note, "name") else f"[{note.index}]"


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)

    def record(kind: type[Any]) -> Hook:
        inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=not issubclass(kind, Unit))
        return lambda form, _: inner(_of(dict, form), kind)

    def rows(kind: Any) -> Hook:  # noqa: ANN401 - such as tuple[str, ...]
        as_list: Any = GenericAlias(list, get_args(kind)[:1])
        inner = converter.get_structure_hook(as_list)
        return lambda form, _: tuple(inner(_of(list, form), as_list))

    converter.register_structure_hook_factory(is_dataclass, record)
    converter.register_structure_hook_factory(_is_rows, rows)
    converter.register_structure_hook_func(lambda kind: kind == Value, _value)
    for kind in (str, bool, int):
        converter.register_structure_hook(kind, _exact(kind))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(StrEnum, lambda form, kind: kind(_of(str, form)))
    return converter


def _is_rows(kind: Any) -> bool:  # noqa: ANN401 - a type
    return get_origin(kind) is tuple


def _exact(kind: type[Any]) -> Hook:
    return lambda form, _: _of(kind, form)


def _of(kind: type[Any], form: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if type(form) is not kind:
        raise TypeError(kind.__name__)
    return form


def _number(form: Any, _: Any) -> float:  # noqa: ANN401 - whatever JSON holds
    if type(form) not in (int, float) or not isfinite(form):
        raise TypeError("number")
    return float(form)


def _value(form: Any, _: Any) -> Value:  # noqa: ANN401 - whatever JSON holds
    match form:
        case str() | int():
            return form
        case list():
            return tuple(_of(str, each) for each in form)
        case _:
            message: Message = _converter().structure(form, Message)
            return message

"""A result on one screen: what is short in full, of what is long how much there is."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any

MOST_LETTERS = 60
FIRST = 2


def short(result: object) -> str:
    """Return what a result is, in one line; fields that are as they are by default are left out."""
    return f"{type(result).__name__}({', '.join(_fields(result))})"


def _fields(result: Any) -> Iterator[str]:  # noqa: ANN401 - a dataclass
    for each in fields(result):
        value = getattr(result, each.name)
        usual = each.default if each.default_factory is MISSING else each.default_factory()
        if usual is MISSING or value != usual:
            yield f"{each.name}={_value(value)}"


def _value(value: object) -> str:
    match value:
        case Enum():
            return repr(value.value)
        case float():
            return f"{value:.4g}"
        case str():
            return repr(value if len(value) <= MOST_LETTERS else f"{value[:MOST_LETTERS].rstrip()}…")
        case tuple():
            return _rows(value)
        case Mapping():
            return _mapping(value)
        case _ if is_dataclass(value):
            return f"<{type(value).__name__}>"
        case _:
            return repr(value)


def _rows(rows: tuple[object, ...]) -> str:
    if rows and not isinstance(rows[0], str):
        return f"<{len(rows):,} {type(rows[0]).__name__}>"
    if len(whole := repr(rows)) <= MOST_LETTERS:
        return whole
    return f"({', '.join(map(_value, rows[:FIRST]))}, … {len(rows) - FIRST:,} more)"


def _mapping(values: Mapping[Any, object]) -> str:
    if len(whole := repr(values)) <= MOST_LETTERS:
        return whole
    shown = [f"{_value(key)}: …" for key in list(values)[:FIRST]]
    more = [f"… {len(values) - FIRST:,} more"] if len(values) > FIRST else []
    return f"{{{', '.join((*shown, *more))}}}"

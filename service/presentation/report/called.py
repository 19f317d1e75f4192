"""Charts whose teams, elements and levels are called as they are in the reader's language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from service.presentation.i18n import Language
from service.presentation.programme.programme import Cell as GridCell
from service.presentation.programme.programme import Row as GridRow
from service.presentation.rubrics.comparison import DescriptorText
from service.presentation.team_marks import Mark

T = TypeVar("T")

NAMES: Mapping[type, frozenset[str]] = {
    Mark: frozenset({"name"}),
    GridRow: frozenset({"element"}),
    GridCell: frozenset({"rating"}),
    DescriptorText: frozenset({"team", "level"}),
}
"""Class -> fields that hold names of a programme, as its files spell them."""


def as_called(value: T, language: Language) -> T:
    """Return the same with every name of the programme as it is called: what draws it needs to know no other."""
    return cast("T", _called(value, language)) if language.names else value


def _called(value: object, language: Language) -> object:
    if isinstance(value, tuple):
        return tuple(_called(each, language) for each in value)
    kind: Any = type(value)
    if not (names := _init_fields(kind)):
        return value
    own = NAMES.get(kind, frozenset())
    return kind(**{each: _field(getattr(value, each), language, own=each in own) for each in names})


def _field(value: object, language: Language, *, own: bool) -> object:
    match value:
        case str() if own:
            return language.called(value)
        case tuple() if own:
            return tuple(language.called(each) for each in value)
        case _:
            return _called(value, language)


@cache
def _init_fields(owner: Any) -> tuple[str, ...]:  # noqa: ANN401 - any type
    return tuple(field.name for field in fields(owner) if field.init) if is_dataclass(owner) else ()

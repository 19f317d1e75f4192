"""Frozen means frozen: what a frozen dataclass holds cannot be changed either, so it can be hashed and shared."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

Key = TypeVar("Key")
Value = TypeVar("Value")

_HOLD = (Mapping, Sequence, tuple)


class FrozenDict(dict[Key, Value]):
    """A dictionary that is never changed; `|` and `copy()` give plain ones that may be.

    It is a `dict`, so that JSON, pandas, pydantic and pickle take it as fast as any other, and it equals one.
    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type, tuple[dict[Key, Value]]]:
        return type(self), (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a result cannot be changed: make another one with dataclasses.replace()")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


_FIRM = frozenset({FrozenDict, tuple, frozenset, str, int, float, bool, type(None)})


class Immutable:
    """A frozen dataclass whose mappings and sequences cannot be changed either."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Put what may be changed into a form that may not."""
        kind: Any = type(self)
        for name in _holding(kind):
            value = getattr(self, name)
            if type(value) not in _FIRM:
                object.__setattr__(self, name, frozen(value))


def frozen(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """Return a mapping, list or set that cannot be changed, down to the last; all else as it is."""
    match value:
        case FrozenDict():
            return value
        case Mapping():
            return FrozenDict({key: each if type(each) in _FIRM else frozen(each) for key, each in value.items()})
        case list():
            return tuple(map(frozen, value))
        case set():
            return frozenset(value)
        case _:
            return value


@cache
def _holding(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    """Return the fields of a dataclass that hold mappings or sequences."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _holds(hint))


def _holds(hint: Any) -> bool:  # noqa: ANN401 - a type
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return any(map(_holds, get_args(hint)))
    return isinstance(origin, type) and issubclass(origin, _HOLD)

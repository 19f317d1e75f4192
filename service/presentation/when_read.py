"""What is made when it is read: a page counts many notes and shows few of them."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

Part = TypeVar("Part")


class WhenRead(Sequence[Part]):
    """Some parts of a view, all made when the first of them is read.

    Args:
        length: how many there are.
        make: makes them.
    """

    def __init__(self, length: int, make: Callable[[], Sequence[Part]]) -> None:
        self._length = length
        self._make = make
        self._made: tuple[Part, ...] | None = None

    @overload
    def __getitem__(self, at: int) -> Part: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Part, ...]: ...
    def __getitem__(self, at: int | slice) -> Part | tuple[Part, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made[at]

    def __len__(self) -> int:
        return self._length

    def __radd__(self, others: tuple[Part, ...]) -> tuple[Part, ...]:
        return (*others, *self)

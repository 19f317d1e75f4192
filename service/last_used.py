"""What was used last, as far as there is room: the memory behind everything that is remembered in a process."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class LastUsed(Generic[Key, Value]):
    """Values by their keys. When they take more than `most` together, those go that were used the longest ago.

    The newest always stays, however large it is. It has no lock of its own: whoever uses it from several threads holds
    one, for what they look up and what they put there belong together.

    Args:
        most: that all may take together, in whatever the sizes are given in; without sizes, how many.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Key, tuple[Value, int]] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """Return a value, which is used now; None if there is none."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def put(self, key: Key, value: Value, size: int = 1) -> tuple[Key, ...]:
        """Keep a value, which is used now; return the keys of those that had to go for it."""
        self._forget(key)
        self._kept[key] = value, size
        self._size += size
        gone = []
        while self._size > self._most and len(self._kept) > 1:
            gone.append(next(iter(self._kept)))
            self._forget(gone[-1])
        return tuple(gone)

    def replace(self, key: Key, other: Callable[[Value], Value]) -> None:
        """Put another value of the same size in the place of one that is kept."""
        if key in self._kept:
            value, size = self._kept[key]
            self._kept[key] = other(value), size

    def forget(self, goes: Callable[[Key], bool]) -> None:
        """Forget all values of which this is so of the key."""
        for key in [key for key in self._kept if goes(key)]:
            self._forget(key)

    def _forget(self, key: Key) -> None:
        if key in self._kept:
            self._size -= self._kept.pop(key)[1]

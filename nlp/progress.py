"""How far long work has come: a number from 0 to 1 that never goes back."""

from collections.abc import Callable

Progress = Callable[[float], None]


def silently(part: float) -> None:
    """Tell nobody."""


class Rising:
    """Tells a caller the part that is done, only where it is more than was told before, and never above 1."""

    def __init__(self, tell: Progress) -> None:
        """Takes whom to tell."""
        self._tell = tell
        self._told = -1.0

    def __call__(self, part: float) -> None:
        """Tell it, if it is more."""
        part = min(part, 1.0)
        if part > self._told:
            self._told = part
            self._tell(part)


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """Return the progress of a step that takes the whole from `start` to `end`."""
    return lambda part: progress(start + (end - start) * part)

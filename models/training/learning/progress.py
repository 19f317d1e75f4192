"""A bar for long work: on a terminal only, on stderr."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.progress import track


def tracked(steps: Iterable[int], total: int, title: str) -> Iterable[int]:
    """The same numbers, with a bar while they are used."""
    return track(steps, title, total=total, console=Console(stderr=True), disable=not sys.stderr.isatty())

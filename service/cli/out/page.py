"""A terminal or a pipe to print results on: lines without blanks at their ends, and as wide as they are when piped."""

import os
import re
import sys
from typing import IO, cast

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_BLANKS = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
_UNCUT = 1_000_000
_MOST_LINES = 6
"""Of a text on a terminal; a pipe gets it whole."""


class _Trimmed:
    """Standard output at that moment, without blanks at the ends of lines."""

    def write(self, text: str) -> int:
        return sys.stdout.write(_BLANKS.sub(r"\1", text))

    def flush(self) -> None:
        sys.stdout.flush()

    def isatty(self) -> bool:
        return sys.stdout.isatty()

    def fileno(self) -> int:
        return sys.stdout.fileno()


def console() -> Console:
    """Return what results are printed on: as wide as the terminal or as COLUMNS says, otherwise nothing is cut."""
    told = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=cast("IO[str]", _Trimmed()), highlight=False, width=None if told else _UNCUT)


def indented(text: Text | str, by: int) -> Padding:
    """Return a text that stands in from the edge, each of its lines."""
    return Padding(text, (0, 0, 0, by), expand=False)


def shortened(text: str) -> str:
    """Return a text for the eye: on a terminal not more than some lines of it."""
    if not sys.stdout.isatty():
        return text
    most = _MOST_LINES * Console().width
    return text if len(text) <= most else f"{text[:most].rsplit(maxsplit=1)[0]} …"

"""What is said beside the result, on stderr: remarks and progress; as much of it as -q and -v ask for."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TextIO

LOG = logging.getLogger("manyvoices")
"""What the analysis tells of its steps; nothing hears it where nobody asks."""
QUIET, USUAL, STEPS, ALL = logging.ERROR, logging.WARNING, logging.INFO, logging.DEBUG


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to what stderr is at that moment, a line each."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stderr


def hear(level: int) -> None:
    """Send what the logger tells from a level on to stderr."""
    leave_to_log()
    LOG.addHandler(_Stderr())
    LOG.setLevel(level)


def is_quiet() -> bool:
    """Whether only results and errors are wanted."""
    return not LOG.isEnabledFor(USUAL)


def remark(text: str) -> None:
    """Say something about the input that the result does not show; -q leaves it out."""
    LOG.warning("%s", text)


def step(text: str) -> None:
    """Say what is done now; -v shows it."""
    LOG.info("%s", text)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on a terminal what takes its time; say nothing when piped."""
    from rich.console import Console

    step(what)
    shows = sys.stderr.isatty() and not is_quiet()
    with Console(stderr=True).status(f"{what} …") if shows else nullcontext():
        yield


@contextmanager
def progress(what: str) -> Iterator[Callable[[float], None]]:
    """Show a bar on a terminal, nothing when piped; what is yielded takes the part that is done, 0 to 1."""
    step(what)
    if not sys.stderr.isatty() or is_quiet():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda part: bar.update(task, completed=part)


def leave_to_log() -> None:
    """Say no more here: from now on the process has a log of its own."""
    for handler in list(LOG.handlers):
        if isinstance(handler, _Stderr):
            LOG.removeHandler(handler)

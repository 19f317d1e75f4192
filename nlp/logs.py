"""The logger `manyvoices`: what was read and found, and how long it took; silent until somebody listens.

What was done is told at INFO, its steps at DEBUG, in counts and names of models alone: never what people wrote, nor the
names of people, files or elements.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from time import perf_counter
from typing import ParamSpec, TypeVar

LOG = logging.getLogger("manyvoices")
LOG.addHandler(logging.NullHandler())

Given = ParamSpec("Given")
Result = TypeVar("Result")


def told(
    part: str, say: Callable[[Result], str], level: int = logging.INFO
) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """Return a decorator: what a function returns is told, with the seconds that it took.

    Args:
        part: the logger `manyvoices.<part>` tells it.
        say: what is said of a result.
        level: of the log.
    """
    log = LOG.getChild(part)

    def telling(function: Callable[Given, Result]) -> Callable[Given, Result]:
        @wraps(function)
        def timed(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            began = perf_counter()
            result = function(*args, **kwargs)
            if log.isEnabledFor(level):
                log.log(level, "%s (%.2f s)", say(result), perf_counter() - began)
            return result

        return timed

    return telling


@contextmanager
def step(part: str, what: str, *values: object) -> Iterator[None]:
    """Tell at DEBUG that something was done, and in how many seconds; nothing where it failed."""
    began = perf_counter()
    yield
    LOG.getChild(part).debug(f"{what} (%.2f s)", *values, perf_counter() - began)

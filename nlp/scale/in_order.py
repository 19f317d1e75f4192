"""Parts of a long work, done by an executor or here: given back in their order, only so many on their way at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import suppress
from typing import Protocol, TypeVar, runtime_checkable

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message

AHEAD = 32
"""Parts on their way at once: enough for sixteen workers of two threads, few enough that results find room here."""

BEGUN_AT_MOST = 4
"""Times that a part is handed on whose executor lost it."""
LOOK_SECONDS = 10.0
"""After what time without a result an executor is asked whether anybody is there."""

Part = TypeVar("Part")
Made = TypeVar("Made")


@runtime_checkable
class Watched(Protocol):
    """An executor that may have nobody to do the work."""

    def check(self) -> None:
        """Wait a while for somebody who does it; raise `InputError` where nobody comes."""


def in_order(
    work: Callable[[Part], Made], parts: Iterable[Part], executor: Executor | None, ahead: int = AHEAD
) -> Iterator[Made]:
    """Yield what comes of each part, in the order of the parts, whoever is ready first.

    What an executor lost, because the connection to those who did it broke off, is handed on once more.

    Args:
        work: a function of a module, so that a worker elsewhere finds it; what it gives depends on the part alone.
        parts: taken only when there is room for them.
        executor: does the work; None does it here, one part after the other.
        ahead: parts that may be on their way at once.

    Raises:
        InputError: the executor does not answer any more; errors of the work itself come as they are.
    """
    if executor is None:
        yield from map(work, parts)
        return
    waiting: deque[tuple[Part, Future[Made]]] = deque()
    try:
        for part in parts:
            waiting.append((part, _submitted(executor, work, part)))
            if len(waiting) >= ahead:
                yield _result(executor, work, *waiting.popleft())
        while waiting:
            yield _result(executor, work, *waiting.popleft())
    finally:
        for _, each in waiting:
            with suppress(Exception):  # whoever would do it may be gone
                each.cancel()


def _submitted(executor: Executor, work: Callable[[Part], Made], part: Part) -> "Future[Made]":
    try:
        return executor.submit(work, part)
    except ManyvoicesError:
        raise
    except Exception as error:
        raise _gone(error) from error


def _result(executor: Executor, work: Callable[[Part], Made], part: Part, future: "Future[Made]") -> Made:
    begun = 1
    while True:
        try:
            return _awaited(executor, future)
        except (ManyvoicesError, MemoryError):
            raise
        except CancelledError as error:  # by nobody here: it is lost
            if begun >= BEGUN_AT_MOST:
                raise _gone(error) from error
            begun, future = begun + 1, _submitted(executor, work, part)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            raise _gone(error) from error


def _awaited(executor: Executor, future: "Future[Made]") -> Made:
    while isinstance(executor, Watched) and not future.done():
        wait([future], LOOK_SECONDS)
        if not future.done():
            executor.check()
    return future.result()


def _gone(error: BaseException) -> InputError:
    said = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    reason = Message("the connection broke off") if isinstance(error, CancelledError) else said.rstrip(".")
    problem = Message("the workers did not do a part of the work ({reason})", {"reason": reason})
    return InputError("", problem, Message("See whether the scheduler and its workers run, then try again"))

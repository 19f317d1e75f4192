"""Parts of a long work, done by an executor or here: given back in their order, only so many on their way at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import suppress
from typing import TypeVar

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message

AHEAD = 32
"""Parts on their way at once: enough for sixteen workers of two threads, few enough that results find room here."""

Part = TypeVar("Part")
Made = TypeVar("Made")


def in_order(
    work: Callable[[Part], Made], parts: Iterable[Part], executor: Executor | None, ahead: int = AHEAD
) -> Iterator[Made]:
    """Yield what comes of each part, in the order of the parts, whoever is ready first.

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
    waiting: deque[Future[Made]] = deque()
    try:
        for part in parts:
            waiting.append(_submitted(executor, work, part))
            if len(waiting) >= ahead:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        for each in waiting:
            with suppress(Exception):  # whoever would do it may be gone
                each.cancel()


def _submitted(executor: Executor, work: Callable[[Part], Made], part: Part) -> "Future[Made]":
    try:
        return executor.submit(work, part)
    except Exception as error:
        raise _gone(error) from error


def _result(future: "Future[Made]") -> Made:
    try:
        return future.result()
    except (ManyvoicesError, MemoryError):
        raise
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise _gone(error) from error


def _gone(error: BaseException) -> InputError:
    reason = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    problem = Message("the workers did not do a part of the work ({reason})", {"reason": reason.rstrip(".")})
    return InputError("", problem, Message("See whether the scheduler and its workers run, then try again"))

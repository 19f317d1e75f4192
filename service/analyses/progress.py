"""How far a result is while it is made, and how its making is stopped."""

from collections.abc import Callable

from nlp.messages import Message

Progress = Callable[[Message, float], None]
"""Called at every step with what is being done, and the part of the whole that is done already, 0 to 1."""


def silently(step: Message, part: float) -> None:
    """Say nothing."""


class Stopped(BaseException):
    """Nobody wants any more what is being made, or another worker makes it: a `Progress` raises it.

    It is no error of what is being made, so that nothing that deals with those takes it for one.
    """

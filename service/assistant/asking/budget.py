"""How much one run of the assistant may take: tokens and seconds."""

import time
from collections.abc import Callable


class Spent(Exception):
    """No tokens or no time are left in this run."""


class Budget:
    """What is left of a run.

    Attributes:
        used: tokens so far, as the server counts them; a third of the letters where it does not.
        tokens: that may be used.
    """

    def __init__(self, tokens: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.tokens, self.used = tokens, 0
        self._clock = clock
        self._until = clock() + seconds

    @property
    def seconds_left(self) -> float:
        """How long the run may still take; at least a tenth of a second."""
        return max(0.1, self._until - self._clock())

    def spend(self, tokens: int) -> None:
        """Count tokens that were used."""
        self.used += tokens

    def check(self) -> None:
        """Raise `Spent` if nothing is left."""
        if self.used >= self.tokens or self._clock() >= self._until:
            raise Spent

"""How much may be sent by one link in a minute: a room full of phones, and no more."""

import time
from collections.abc import Callable
from threading import Lock

from nlp.messages import Message
from service.errors import TooOften
from service.last_used import LastUsed

MOST = 120
A_MINUTE = 60.0
LINKS = 1_000


class Rate:
    """Counts what is sent by each link, in this process and nowhere else; of who sends it nothing is known.

    Args:
        most: that may be sent at once, and in a minute.
        clock: seconds that never go back.
    """

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._left: LastUsed[str, tuple[float, float]] = LastUsed(LINKS)

    def check(self, code: str) -> None:
        """Count one thing that is sent by the link with a code.

        Raises:
            TooOften: too much was.
        """
        with self._lock:
            now = self._clock()
            left, since = self._left.get(code) or (float(self._most), now)
            left = min(self._most, left + (now - since) * self._most / A_MINUTE)
            if left < 1:
                wait = int((1 - left) * A_MINUTE / self._most) + 1
                raise TooOften(wait, Message("too many people are sending something at this moment"))
            self._left.put(code, (left - 1, now))

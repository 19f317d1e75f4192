"""Who tries codes: how many wrong ones came from one network, and which right ones its people know already."""

import math
import secrets
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock

from nlp.messages import Message
from service.errors import TooOften
from service.last_used import LastUsed

MOST = 60
"""Wrong codes of one network in `WITHIN`: a whole room mistypes less, and who guesses gets 8,640 a day."""
WITHIN = 600.0
NETWORKS, KNOWN = 2_000, 100
"""So many networks are remembered, and of each so many right codes."""


@dataclass
class _Tried:
    """What one network asked for: wrong codes by when they came, those of which the answer is not known, right ones."""

    wrong: OrderedDict[int, float] = field(default_factory=OrderedDict)
    open: Counter[int] = field(default_factory=Counter)
    right: LastUsed[int, bool] = field(default_factory=lambda: LastUsed(KNOWN))


class Guesses:
    """Counts the different wrong codes of each network, in this process's memory and nowhere else.

    A code that was right never counts, and goes on being answered whatever else comes from its network: a whole room
    sits behind one address, and whoever guesses there learns nothing from a code that its people have. All other codes
    are refused alike, right or wrong, once there were too many; else the limit would hide nothing. The same wrong code
    counts once, however many phones still have it. No address is held: networks stand under a hash whose key ends with
    the process.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._secret = secrets.token_bytes(32)
        self._of: LastUsed[bytes, _Tried] = LastUsed(NETWORKS)

    def begin(self, network: str, code: str) -> None:
        """Note that a network asks for a code, before it is looked up. `end` has to follow, unless this refuses.

        Raises:
            TooOften: too many wrong codes came from there, with those that are being looked up; says how long to wait.
        """
        with self._lock:
            tried, key = self._tried(network), hash(code)
            if tried.right.get(key) is None and key not in tried.wrong and key not in tried.open:
                self._check(tried)
            tried.open[key] += 1

    def end(self, network: str, code: str, *, is_right: bool | None) -> None:
        """Note how it went: whether there is something with the code, None if the answer does not say."""
        with self._lock:
            tried, key = self._tried(network), hash(code)
            tried.open -= Counter((key,))
            if is_right:
                tried.right.put(key, True)
                tried.wrong.pop(key, None)
            elif is_right is False and tried.right.get(key) is None:
                tried.wrong.setdefault(key, self._clock())

    def _tried(self, network: str) -> _Tried:
        key = blake2b(network.encode(), key=self._secret, digest_size=16).digest()
        tried = self._of.get(key)
        if tried is None:
            self._of.put(key, tried := _Tried())
        while tried.wrong and next(iter(tried.wrong.values())) <= self._clock() - WITHIN:
            tried.wrong.popitem(last=False)
        return tried

    def _check(self, tried: _Tried) -> None:
        if len(tried.wrong) + len(tried.open) < MOST:
            return
        first = next(iter(tried.wrong.values()), self._clock())
        wait = math.ceil(first + WITHIN - self._clock())
        raise TooOften(wait, Message("too many addresses that lead nowhere were tried from this network"))

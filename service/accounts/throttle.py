"""Slows down who guesses passwords, and locks nobody out for it.

Three counts of failures in a row, each forgotten after `REMEMBERED`: of one address on one account, of one address on
any, and of all strange browsers on one account. After so many of them one has to wait, twice as long each time. A
browser that was signed in to the account before has a count of its own there, so that strangers cannot keep its owner
out; and for strange browsers the wait on account of others stays short.
"""

import ipaddress
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.accounts.secrets import hashed
from service.errors import TooOften
from service.store import Database, Transaction
from service.store.accounts import failed_attempts
from service.store.accounts.failed_attempts import FailedRow

REMEMBERED = timedelta(hours=1)
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures are free, and how many seconds one waits at most after more."""

    free: int
    longest: int

    def wait(self, failures: int) -> float:
        """Return the seconds to wait after so many failures."""
        return 0 if failures < self.free else float(min(2 ** min(failures - self.free, 30), self.longest))


ONE_ADDRESS_ONE_ACCOUNT = Limit(5, 900)
ONE_ADDRESS = Limit(20, 900)
KNOWN_BROWSER = Limit(10, 60)
ONE_ACCOUNT = Limit(30, 30)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who tries to sign in: their login, from where, and whether this browser was signed in to that account before."""

    login_key: str
    address: str
    is_known: bool = False

    def limits(self) -> dict[str, Limit]:
        """Return the counts that this attempt belongs to; what they are of cannot be read from them."""
        where, who = network(self.address), self.login_key
        if self.is_known:
            return {hashed(f"known {who}"): KNOWN_BROWSER}
        return {
            hashed(f"both {where} {who}"): ONE_ADDRESS_ONE_ACCOUNT,
            hashed(f"address {where}"): ONE_ADDRESS,
            hashed(f"account {who}"): ONE_ACCOUNT,
        }


class Throttle:
    """Counts attempts in vain, in the database: every process of the service knows of them."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def check(self, attempt: Attempt) -> None:
        """Refuse an attempt that comes too soon; it is not counted.

        Raises:
            TooOften: with the seconds to wait.
        """
        limits, now = attempt.limits(), self._clock()
        with self._database.reading() as db:
            found = failed_attempts.find(db, tuple(limits))
        waits = [_left(limits[key], row, now) for key, row in found.items()]
        if (longest := max(waits, default=0.0)) > 0:
            raise TooOften(math.ceil(longest))

    def failed(self, attempt: Attempt) -> None:
        """Count an attempt in vain."""
        keys, now = tuple(attempt.limits()), self._clock()
        with self._database.writing() as db:
            failed_attempts.tidy(db, now - REMEMBERED, now + timedelta(minutes=1), MOST_ROWS)
            found = failed_attempts.find(db, keys)
            for key in keys:
                before = found[key].failures if key in found else 0
                failed_attempts.keep(db, key, FailedRow(before + 1, now))

    def succeeded(self, db: Transaction, attempt: Attempt) -> None:
        """Forget the failures of who has signed in now, but not those of their address on other accounts."""
        limits = attempt.limits()
        own = tuple(key for key, limit in limits.items() if limit in {ONE_ADDRESS_ONE_ACCOUNT, KNOWN_BROWSER})
        failed_attempts.remove(db, own)


def network(address: str) -> str:
    """Return what stands for an address: itself, or the /64 of an IPv6 address, which one household has whole."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def _left(limit: Limit, row: FailedRow, now: datetime) -> float:
    """Return the seconds left to wait; a clock that was put back makes nobody wait longer than the limit says."""
    passed = (now - row.last).total_seconds()
    if passed < -60 or passed > REMEMBERED.total_seconds():
        return 0
    return limit.wait(row.failures) - max(passed, 0)

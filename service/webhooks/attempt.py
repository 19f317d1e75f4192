"""One attempt: the address looked up and checked, one request, no redirect followed, and all of it within seconds."""

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from service.webhooks.destinations import Allowed, Destination, Resolve, address_in, resolve
from service.webhooks.types import Attempt, Outcome

SECONDS = 10.0
"""How long all of it may take, from the first packet to the status."""
LONGEST_REST = 86_400
_SUCCESS, _REDIRECTION, _ERROR = 200, 300, 400
Place = tuple[Any, ...]


class _Checked(http.client.HTTPConnection):
    """A connection to an address that was checked, under the name of its host.

    Attributes:
        late: set when the time is over; whatever waits for the other side then ends.
    """

    def __init__(self, to: Destination, places: Sequence[Place], seconds: float) -> None:
        super().__init__(to.host, to.port, timeout=seconds)
        self._to = to
        self._places = places
        self._seconds = seconds
        self.late = threading.Event()
        self._clock = threading.Timer(seconds, self._end)
        self._clock.daemon = True

    def connect(self) -> None:
        """Connect to the first of the addresses that answers."""
        self._clock.start()
        self.sock = self._reach()
        if self._to.is_safe:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self._to.host)

    def _reach(self) -> socket.socket:
        problem: OSError = ConnectionError()
        for place in self._places:
            family = socket.AF_INET6 if address_in(place).version == 6 else socket.AF_INET
            line = socket.socket(family, socket.SOCK_STREAM)
            line.settimeout(self._seconds / len(self._places))
            try:
                line.connect(place)
            except OSError as error:
                problem = error
                line.close()
            else:
                line.settimeout(self._seconds)
                return line
        raise problem

    def _end(self) -> None:
        self.late.set()
        if line := self.sock:
            try:
                socket.socket.shutdown(line, socket.SHUT_RDWR)
            except OSError:
                return

    def close(self) -> None:
        """Close it, and stop the clock."""
        self._clock.cancel()
        super().close()


def attempt(
    to: Destination,
    allowed: Allowed,
    headers: Mapping[str, str],
    body: bytes,
    seconds: float = SECONDS,
    find: Resolve = resolve,
) -> Attempt:
    """Send a body to an address, and return how that ended; never raises for what the other side does.

    Args:
        to: where.
        allowed: by the settings.
        headers: beside those of every request.
        body: what is sent.
        seconds: how long all of it may take.
        find: looks up the socket addresses behind a host.
    """
    if not allowed.takes(to):
        return Attempt(Outcome.NOT_ALLOWED)
    try:
        found = find(to.host, to.port)
    except OSError:
        return Attempt(Outcome.NO_SUCH_HOST)
    places = [place for place in found if allowed.reaches(address_in(place), to)]
    if not places:
        return Attempt(Outcome.NOT_ALLOWED)
    return _send(_Checked(to, places, seconds), to.path, headers, body)


def _send(line: _Checked, path: str, headers: Mapping[str, str], body: bytes) -> Attempt:
    try:
        line.request("POST", path, body, dict(headers))
        answer = line.getresponse()
        return Attempt(Outcome.TOO_SLOW) if line.late.is_set() else _told(answer)
    except TimeoutError:
        return Attempt(Outcome.TOO_SLOW)
    except ssl.SSLError:
        return Attempt(Outcome.TOO_SLOW if line.late.is_set() else Outcome.NOT_SAFE)
    except (OSError, http.client.HTTPException, ValueError):
        return Attempt(Outcome.TOO_SLOW if line.late.is_set() else Outcome.NOT_REACHED)
    finally:
        line.close()


def _told(answer: http.client.HTTPResponse) -> Attempt:
    status = answer.status
    if _SUCCESS <= status < _REDIRECTION:
        return Attempt(Outcome.TAKEN, status)
    if _REDIRECTION <= status < _ERROR:
        return Attempt(Outcome.REDIRECTED, status)
    asked = answer.headers.get("retry-after", "")
    busy = status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
    rest = min(int(asked), LONGEST_REST) if busy and asked.isascii() and asked.isdecimal() else None
    return Attempt(Outcome.REFUSED, status, rest)

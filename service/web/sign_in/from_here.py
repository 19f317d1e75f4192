"""Whether a request comes from this machine itself."""

from starlette.datastructures import Headers
from starlette.types import Scope

from nlp.hosts import is_loopback, is_numeric

SENT_ON = ("x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via")
"""What proxies add: a request that one sent on comes from somewhere else, whatever it says."""


def is_from_here(scope: Scope, headers: Headers) -> bool:
    """Return whether a request comes from this machine, not through a proxy on it."""
    client = scope.get("client")
    if client is None or any(name in headers for name in SENT_ON):
        return False
    return is_numeric(client[0]) and is_loopback(client[0])

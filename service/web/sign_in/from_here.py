"""Whether a request comes from this machine itself."""

import ipaddress

from starlette.datastructures import Headers
from starlette.types import Scope

SENT_ON = ("x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via")
"""What proxies add: a request that one sent on comes from somewhere else, whatever it says."""


def is_from_here(scope: Scope, headers: Headers) -> bool:
    """Return whether a request comes from this machine, not through a proxy on it."""
    client = scope.get("client")
    if client is None or any(name in headers for name in SENT_ON):
        return False
    return is_numeric(client[0]) and ipaddress.ip_address(client[0]).is_loopback


def is_numeric(name: str) -> bool:
    """Return whether a name is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

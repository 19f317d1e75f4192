"""Where webhooks may go: to hosts that the settings name, and to no machine of the own network that they do not name.

A name leads wherever its owner wants, and may lead elsewhere a moment later. So the addresses behind it are looked up
once for each attempt, and what is connected to is one of those that were checked.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from nlp.errors import InputError
from nlp.hosts import is_numeric
from nlp.messages import Message
from service.webhooks.types import LONGEST_URL

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolve = Callable[[str, int], Sequence[tuple[Any, ...]]]
EVERYWHERE = "*"
_NAME = re.compile(r"(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
_WITHIN_IPV6 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""Networks whose last 32 bits are an IPv4 address: a gateway goes there."""
_URL_SIGNS = ":/?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True, slots=True)
class Destination:
    """An address that was taken apart: `path` is what is asked for there."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_safe(self) -> bool:
        """Whether what is sent there is encrypted."""
        return self.scheme == "https"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the settings let webhooks reach.

    Attributes:
        hosts: names, with `*.` before them for all names within; `*` is every public host.
        networks: addresses that may be reached although they are of the own network.
    """

    hosts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    @classmethod
    def of(cls, named: Iterable[str]) -> "Allowed":
        """Return what a setting names; raises `ValueError` for what is neither a name nor an address."""
        hosts, networks = set(), []
        for each in named:
            try:
                networks.append(ipaddress.ip_network(each.strip("[]")))
            except ValueError:
                if each != EVERYWHERE and not _NAME.fullmatch(each.lower()):
                    raise ValueError(f"{each} is no host name, address or network") from None
                hosts.add(each.lower())
        return cls(frozenset(hosts), tuple(networks))

    @property
    def any(self) -> bool:
        """Whether webhooks may go anywhere at all."""
        return bool(self.hosts or self.networks)

    def takes(self, to: Destination) -> bool:
        """Whether the host of an address may be told anything, wherever it leads."""
        if is_numeric(to.host):
            return self._names(ipaddress.ip_address(to.host))
        labels = to.host.split(".")
        wider = (f"*.{'.'.join(labels[number:])}" for number in range(1, len(labels)))
        return bool(self.hosts & {EVERYWHERE, to.host, *wider})

    def reaches(self, address: Address, to: Destination) -> bool:
        """Whether an address behind a host may be connected to; without TLS only one that the settings name."""
        return self._names(address) or (to.is_safe and _is_public(address))

    def _names(self, address: Address) -> bool:
        return any(address in network for network in self.networks)


def read_hosts(named: Sequence[str]) -> Sequence[str]:
    """Return what a setting names, checked; `ValueError` for what is neither a name nor an address."""
    Allowed.of(named)
    return named


def _is_public(address: Address) -> bool:
    inside = _inside(address)
    return address.is_global and not address.is_multicast and (inside is None or _is_public(inside))


def _inside(address: Address) -> Address | None:
    """Return the IPv4 address that an IPv6 address stands for, None if it stands for itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if any(address in network for network in _WITHIN_IPV6):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def read_url(url: str) -> Destination:
    """Take an address apart.

    Raises:
        InputError: it is none that can be told anything.
    """
    given = quote(url.strip(), safe=_URL_SIGNS)
    try:
        parts = urlsplit(given)
        host = _host(url.strip())
        port = parts.port
    except (ValueError, UnicodeError) as error:
        raise _no_address() from error
    odd = "@" in parts.netloc or not url.strip().isprintable()
    if parts.scheme not in {"http", "https"} or not host or odd or len(given) > LONGEST_URL:
        raise _no_address()
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)


def _host(url: str) -> str:
    host = (urlsplit(url).hostname or "").rstrip(".")
    if is_numeric(host):
        return host
    plain = host.encode("idna").decode().lower()
    return plain if _NAME.fullmatch(plain) and "*" not in plain else ""


def _no_address() -> InputError:
    return InputError(
        "", Message("this is no address that can be told anything"), Message("Write it as https://host/path"), "url"
    )


def check(to: Destination, allowed: Allowed) -> None:
    """Let an address be entered.

    Raises:
        InputError: the settings name no host, another host, or it is not encrypted and of no own network.
    """
    if not allowed.any:
        problem = Message("this installation tells nobody anything")
        remedy = Message("Ask whoever runs the service to name the host in MANYVOICES_WEBHOOK_HOSTS")
        raise InputError("", problem, remedy, "url")
    if not allowed.takes(to):
        problem = Message("the settings do not name the host {host}", {"host": to.host})
        remedy = Message("Ask whoever runs the service to name the host in MANYVOICES_WEBHOOK_HOSTS")
        raise InputError("", problem, remedy, "url")
    if not to.is_safe and not allowed.networks:
        problem = Message("what is sent to this address could be read on the way")
        raise InputError("", problem, Message("Write it as https://host/path"), "url")


def resolve(host: str, port: int) -> Sequence[tuple[Any, ...]]:
    """Return the socket addresses behind a host."""
    return [found[4] for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def address_in(place: tuple[Any, ...]) -> Address:
    """Return the address in a socket address."""
    return ipaddress.ip_address(str(place[0]).partition("%")[0])

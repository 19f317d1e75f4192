"""Mail servers and addresses as settings and people write them; what is not surely one is none."""

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.utils import getaddresses
from typing import Literal
from urllib.parse import unquote, urlsplit

from nlp.errors import InputError
from nlp.hosts import is_loopback
from nlp.messages import Message

_LONGEST = 254
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_PORTS = {"smtp": 587, "smtps": 465}
_FORM = "smtps://user:password@host or smtp://user:password@host:587, with %23 for a # and so on"


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server.

    Attributes:
        tls: "at once", "asked for" (STARTTLS, without which nothing is sent), or "none", on this machine itself.
        user, password: with which it takes mail, "" for none.
    """

    host: str
    port: int
    tls: Literal["at once", "asked for", "none"]
    user: str = ""
    password: str = ""


def read_server(url: str) -> Server:
    """Return the server that an address such as `smtps://user:password@host` names.

    Raises:
        ValueError: it names none.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(_FORM) from None
    if parts.scheme not in _PORTS or not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(_FORM)
    tls: Literal["at once", "asked for", "none"] = "none" if is_loopback(host) else "asked for"
    return Server(
        host,
        port or _PORTS[parts.scheme],
        "at once" if parts.scheme == "smtps" else tls,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


def read_sender(text: str) -> Address:
    """Return the name and address from which mail comes, such as `Manyvoices <voices@example.org>`.

    Raises:
        ValueError: it is no address.
    """
    found = getaddresses([text])
    name, address = found[0] if len(found) == 1 else ("", "")
    plain = _plain(address)
    if plain is None or not text.isprintable():
        raise ValueError("an address such as Manyvoices <voices@example.org>")
    return Address(name, *plain)


def read_recipient(text: str) -> Address:
    """Return the one address to which mail goes.

    Raises:
        InputError: it is none, or more than one.
    """
    plain = _plain(text.strip())
    if plain is None:
        problem = Message("“{address}” is no e-mail address", {"address": text.strip()[:_LONGEST]})
        raise InputError("", problem, Message("Write one, such as name@example.org"))
    return Address("", *plain)


def _plain(address: str) -> tuple[str, str] | None:
    """Return what stands before and behind the @, the host in ASCII as it is looked up; None where it is no address."""
    user, at, host = address.rpartition("@")
    try:
        plain = host.encode("idna").decode()
    except UnicodeError:
        return None
    if not _ADDRESS.fullmatch(f"{user}{at}{plain}") or len(address) > _LONGEST:
        return None
    return user, plain

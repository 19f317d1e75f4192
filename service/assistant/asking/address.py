"""Where the assistant is: the address that the settings name, and whose machine that is."""

from urllib.parse import SplitResult, urlsplit

from nlp.hosts import is_loopback


def read_address(address: str) -> SplitResult:
    """Return the parts of an address.

    Raises:
        ValueError: it is none, or names no machine; the text says so.
    """
    parts = urlsplit(address)
    _ = parts.port
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("it is no address such as http://localhost:11434/v1")
    return parts


def host_of(address: str) -> str:
    """Return the machine's name and port, without user and password."""
    return read_address(address).netloc.rpartition("@")[2]


def is_here(address: str) -> bool:
    """Return whether it is this machine, which nothing leaves."""
    return is_loopback(read_address(address).hostname or "")

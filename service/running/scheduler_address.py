"""The address of a Dask scheduler, as settings and commands take it."""

from urllib.parse import urlsplit

SCHEMES = ("tcp", "tls")


def read_address(text: str) -> str:
    """Return an address such as tcp://scheduler:8786.

    Raises:
        ValueError: it has another scheme, no host or no port.
    """
    try:
        parts = urlsplit(text)
        whole = parts.scheme in SCHEMES and bool(parts.hostname) and bool(parts.port)
    except ValueError:
        whole = False
    if not whole:
        raise ValueError("a scheduler has an address such as tcp://scheduler:8786")
    return text

"""Where somebody goes after signing in: only to a page of this service."""

from urllib.parse import urlsplit

HOME = "/"
LONGEST = 2000


def own_path(wanted: str) -> str:
    r"""Return an address if it is a path of this service, else the first page.

    Browsers take "//host" and "/\\host" for other sites, and leave out what cannot be seen.
    """
    plain = wanted.isprintable() and "\\" not in wanted and len(wanted) <= LONGEST
    if not plain or not wanted.startswith("/") or wanted.startswith("//"):
        return HOME
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return HOME
    return HOME if parts.scheme or parts.netloc else wanted

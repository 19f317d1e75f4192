"""What tells a browser to keep an answer as a file."""

from urllib.parse import quote


def attachment(name: str) -> dict[str, str]:
    """Return the header that gives a file its name, in any script (RFC 6266)."""
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}

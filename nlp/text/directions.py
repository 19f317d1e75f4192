"""Marks of writing direction that applications put around names; they are seen by nobody and part no name."""

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))


def without_directions(text: str) -> str:
    """Return a text without marks of direction and byte order; the joiners of Indic scripts and emoji stay."""
    return text if text.isascii() else text.translate(_MARKS)

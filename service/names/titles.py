"""Titles that facilitators give to what others read."""

from nlp.errors import InputError
from nlp.messages import Message

LONGEST_TITLE = 200


def checked_title(given: str) -> str:
    """Return a title without needless spaces.

    Raises:
        InputError: it is empty, or too long.
    """
    title = " ".join(given.split())
    if not title or len(title) > LONGEST_TITLE:
        problem = Message("a title has 1 to {most} letters", {"most": LONGEST_TITLE})
        raise InputError("", problem, Message("Write another one"))
    return title

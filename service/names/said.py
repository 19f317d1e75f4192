"""What people send: texts with something in them and no longer than they may be, names, and days."""

from datetime import date

from nlp.errors import InputError
from nlp.messages import Message
from service.access.acting import acting


def checked_text(said: str, most: int, problem: str) -> str:
    """Return a text as it is.

    Args:
        said: the text, without needless spaces.
        most: letters it may have.
        problem: what is wrong otherwise, a template with `{most}`.

    Raises:
        InputError: it has no letters, or too many.
    """
    if not any(map(str.isalnum, said)) or len(said) > most:
        raise InputError("", Message(problem, {"most": most}), Message("Write another one"))
    return said


def signed(given: str, most: int) -> str:
    """Return who says something: the account that is signed in, else the name that is given.

    Raises:
        InputError: the name has more than `most` letters.
    """
    name = acting().name or " ".join(given.split())
    if len(name) > most:
        problem = Message("a name has at most {most} letters", {"most": most})
        raise InputError("", problem, Message("Write a shorter one"))
    return name


def written_day(text: str) -> str:
    """Return a day as it is kept, ISO 8601, "" where none is written.

    Raises:
        InputError: it is no day.
    """
    try:
        return date.fromisoformat(text.strip()).isoformat() if text.strip() else ""
    except ValueError:
        problem = Message("“{day}” is no day", {"day": text.strip()[:40]})
        raise InputError("", problem, Message("Write it as 2026-12-31")) from None

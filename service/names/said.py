"""Texts that people send: with something in them, and no longer than they may be."""

from nlp.errors import InputError
from nlp.messages import Message


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

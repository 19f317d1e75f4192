"""Names to sign in with, and the one rule for "the same login"."""

import unicodedata

from nlp.errors import InputError
from nlp.messages import Message

LONGEST = 200


def clean(text: str) -> str:
    """Return a text on one line, without what cannot be seen; joiners stay, for they shape letters."""
    shown = "".join(sign for sign in text if unicodedata.category(sign) != "Cc" or sign.isspace())
    return " ".join(shown.split())[:LONGEST]


def login_key(text: str) -> str:
    """Return what all spellings of one login have in common: upper case, width, composed or not, joiners, spaces."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in folded if unicodedata.category(sign) not in {"Cf", "Cc"} and not sign.isspace())


def check_login(text: str) -> tuple[str, str]:
    """Return a login as it is kept, and its key.

    Raises:
        InputError: nothing in it can be seen, or it is too long.
    """
    login, key = clean(text), login_key(text)
    if not key or len(text) > LONGEST:
        raise InputError(
            "", Message("there is nothing to sign in with"), Message("Give an e-mail address or another name")
        )
    return login, key

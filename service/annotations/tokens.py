"""What phones of those present send: by a token it is known again, and nobody by it."""

import re
import secrets
from collections.abc import Iterable
from hashlib import sha256

from nlp.errors import InputError
from nlp.messages import Message

_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,64}")


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(16)


def is_token(text: str) -> bool:
    """Return whether a text can be a token of ours."""
    return _TOKEN.fullmatch(text) is not None


def check_tokens(tokens: Iterable[str]) -> None:
    """Refuse tokens that are none of ours.

    Raises:
        InputError: one of them is not.
    """
    if not all(map(is_token, tokens)):
        raise InputError("", Message("this form did not arrive whole"), Message("Open it again and send it once more"))


def person_of(code: str, token: str) -> str:
    """Return what is stored of a person in what has a code: it cannot be told from it what their phone keeps."""
    return sha256(f"{code} {token}".encode()).hexdigest()[:32]

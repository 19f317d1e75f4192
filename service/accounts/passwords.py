"""Passwords: what is taken for one, their hashes (argon2id), and a check that takes as long for nobody's."""

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from nlp.errors import InputError
from nlp.messages import Message
from service.accounts.logins import login_key

SHORTEST, LONGEST = 10, 1000
FEWEST_SIGNS = 4
WORDS = ("manyvoices",)
"""Words of this place: with the login, what somebody tries first who comes here to guess."""
FEWEST_LETTERS, FEWEST_LEFT = 3, 6
"""So long is a word that counts, and so much is left of a password without it."""
COST = RFC_9106_LOW_MEMORY
_HASHER = PasswordHasher.from_parameters(COST)
_AT_ONCE = threading.BoundedSemaphore(2)
"""One hash takes 64 MB, by design: so many at a time, however many sign in."""


def check_password(password: str, login: str = "") -> None:
    """Refuse what would be guessed first.

    Raises:
        InputError: it is too short, too long, of a few signs only, or little more than the login or `WORDS`.
    """
    plain = _plain(password)
    remedy = Message("Take a sentence that only you would say")
    if len(plain) < SHORTEST:
        raise InputError("", Message("the password has fewer than {n} signs", {"n": SHORTEST}), remedy)
    if len(plain) > LONGEST:
        raise InputError("", Message("the password has more than {n} signs", {"n": LONGEST}), remedy)
    if len(set(plain)) < FEWEST_SIGNS or len(_without_words(plain, login)) < FEWEST_LEFT:
        raise InputError("", Message("the password is too easy to guess"), remedy)


def _without_words(plain: str, login: str) -> str:
    """Return what is left of a password without the login, the part of it before the @, and `WORDS`."""
    left, own = login_key(plain), login_key(login)
    words = {own, own.partition("@")[0], *WORDS}
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "") if len(word) >= FEWEST_LETTERS else left
    return left


def hash_password(password: str) -> str:
    """Return the hash of a password, with its salt and parameters."""
    with _AT_ONCE:
        return _HASHER.hash(_plain(password))


def is_right(kept: str, password: str) -> bool:
    """Return whether a hash is that of a password; "" is nobody's, and takes as long to deny."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _of_nobody(), _plain(password)) and kept != ""
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Return whether a hash was made with other parameters than are used today."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _of_nobody() -> str:
    return _HASHER.hash("nobody's")


def _plain(password: str) -> str:
    """Return a password as it is compared: the same keys on two keyboards may give other code points."""
    return unicodedata.normalize("NFKC", password)

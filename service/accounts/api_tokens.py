"""Tokens for programs that ask the API for somebody: shown once, kept as hashes."""

from collections.abc import Callable
from datetime import datetime, timedelta

from nlp.errors import InputError
from nlp.messages import Message
from service.accounts.logins import clean
from service.accounts.readers import TOKEN_PREFIX
from service.accounts.secrets import hashed, new_secret
from service.accounts.types import ApiToken, NewApiToken
from service.store import Database
from service.store.accounts import accounts, api_tokens

MOST = 50
LONGEST_DAYS = 3650


class ApiTokens:
    """The tokens of accounts."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def every(self, account: int) -> tuple[ApiToken, ...]:
        """Return the tokens of an account, oldest first."""
        with self._database.reading() as db:
            return api_tokens.of_account(db, account)

    def make(self, account: int, name: str, days: int | None = None) -> NewApiToken:
        """Make a token; its secret is returned now and never again.

        Args:
            account: for which it stands.
            name: what it is for.
            days: after so many it expires; None is never.

        Raises:
            NotFound: there is no such account.
            InputError: there are too many already, or it has no name.
        """
        called = clean(name)
        if not called:
            raise InputError("", Message("the token has no name"), Message("Write what it is for"))
        secret, now = TOKEN_PREFIX + new_secret(), self._clock()
        expires = None if days is None else now + timedelta(days=min(days, LONGEST_DAYS))
        with self._database.writing() as db:
            accounts.find(db, account)
            if len(api_tokens.of_account(db, account)) >= MOST:
                raise InputError("", Message("there are too many tokens"), Message("Revoke those that nobody uses"))
            return NewApiToken(api_tokens.add(db, account, hashed(secret), called, now, expires), secret)

    def revoke(self, account: int, token: int) -> None:
        """Let a token open nothing any more.

        Raises:
            NotFound: the account has no such token.
        """
        with self._database.writing() as db:
            api_tokens.remove(db, account, token)

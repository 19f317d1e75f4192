"""Who asks, by what a request brings with it: the cookie of a browser, or the token of a program."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nlp.messages import Message
from service.access.types import Reader
from service.accounts.secrets import Signatures, hashed
from service.accounts.types import Account
from service.errors import NotSignedIn
from service.store import Database, Transaction
from service.store.accounts import accounts, api_tokens, memberships, sign_ins

COOKIE = "sign-in"
TOKEN_PREFIX = "mv_"
NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Known:
    """Who asks, by which browser or token, and whether its last use is long enough ago to be noted."""

    reader: Reader
    sign_in: int | None = None
    token: int | None = None
    to_note: bool = False


class Readers:
    """Finds who asks: one read of the database a request, so that what was ended is ended at once."""

    def __init__(self, database: Database, signatures: Signatures, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._signatures = signatures
        self._clock = clock

    def of_cookie(self, signed: str) -> Known | None:
        """Return who is signed in by a cookie, None where it is none of ours or its time is over."""
        secret = self._signatures.read(COOKIE, signed)
        if not isinstance(secret, str):
            return None
        now = self._clock()
        with self._database.reading() as db:
            found = sign_ins.find(db, hashed(secret), now)
            if found is None:
                return None
            account = accounts.find(db, found[0])
            if not account.is_active:
                return None
            browser = found[1]
            return Known(_reader(db, account), browser.id, to_note=_long_ago(browser.last_seen, now))

    def of_token(self, secret: str) -> Known:
        """Return whose token a program brings.

        Raises:
            NotSignedIn: it is none of ours, was revoked or has expired, or its account is not let in.
        """
        now = self._clock()
        with self._database.reading() as db:
            found = api_tokens.find(db, hashed(secret))
            if found is None:
                raise NotSignedIn(Message("this token is not known here, or was revoked"), _OTHER_TOKEN)
            token = found[1]
            if token.expires and token.expires <= now:
                raise NotSignedIn(Message("this token has expired"), _OTHER_TOKEN)
            account = accounts.find(db, found[0])
            if not account.is_active:
                raise NotSignedIn(
                    Message("the account of this token is no longer let in"),
                    Message("Ask whoever looks after the accounts"),
                )
            return Known(_reader(db, account), token=token.id, to_note=_long_ago(token.last_used, now))

    def note_use(self, known: Known) -> None:
        """Keep that a browser or a token was used now.

        Raises:
            StoreError: the database does not answer.
        """
        with self._database.writing() as db:
            if known.sign_in is not None:
                sign_ins.seen(db, known.sign_in, self._clock())
            if known.token is not None:
                api_tokens.used(db, known.token, self._clock())


_OTHER_TOKEN = Message("Make another one on the page of your account")


def _reader(db: Transaction, account: Account) -> Reader:
    places = memberships.of_account(db, account.id)
    return Reader(account.id, account.name, account.is_administrator, memberships=places)


def _long_ago(last: datetime | None, now: datetime) -> bool:
    return last is None or abs(now - last) > NOTED_EVERY

"""Signing in and out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from nlp.messages import Message
from service.accounts.logins import login_key
from service.accounts.passwords import hash_password, is_outdated, is_right
from service.accounts.readers import COOKIE
from service.accounts.secrets import Signatures, hashed, new_secret
from service.accounts.throttle import Attempt, Throttle
from service.accounts.types import Account, SignIn
from service.errors import NotSignedIn
from service.settings import Settings
from service.store import Database, Transaction
from service.store.accounts import accounts, sign_ins

BROWSER = "browser"
LONGEST_DEVICE = 100


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a browser is given when somebody has signed in.

    Attributes:
        account: who it is.
        cookie: the secret of this sign-in, signed.
        browser: tells later that this account was signed in with this browser before, and nothing else.
    """

    account: Account
    cookie: str
    browser: str


class SignIns:
    """Who is signed in where."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        signatures: Signatures,
        throttle: Throttle,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._lasts = timedelta(days=settings.signed_in_days)
        self._signatures = signatures
        self._throttle = throttle
        self._clock = clock

    def by_password(self, login: str, password: str, address: str, device: str, browser: str = "") -> SignedIn:
        """Sign somebody in with a password.

        Args:
            login: as typed.
            password: as typed.
            address: where the request comes from.
            device: the kind of browser.
            browser: what the browser was given when somebody signed in with it before.

        Raises:
            NotSignedIn: there is no such account, it is not let in, or the password is wrong; nothing says which.
            TooOften: after too many failures.
        """
        key = login_key(login)
        attempt = Attempt(key, address, is_known=self._signatures.read(BROWSER, browser) == hashed(key))
        self._throttle.check(attempt)
        with self._database.reading() as db:
            account = accounts.with_key(db, key)
            kept = accounts.password_of(db, account.id) if account else ""
        right = is_right(kept, password)
        if account is None or not account.is_active or not right:
            self._throttle.failed(attempt)
            raise _wrong()
        again = hash_password(password) if is_outdated(kept) else None
        with self.opening() as db:
            if not accounts.find(db, account.id).is_active or accounts.password_of(db, account.id) != kept:
                raise _wrong()
            self._throttle.succeeded(db, attempt)
            if again:
                accounts.change(db, account.id, password=again)
            return self.open(db, account, device)

    def again(self, account: Account, device: str) -> SignedIn:
        """Sign somebody in who has just shown who they are."""
        with self.opening() as db:
            return self.open(db, account, device)

    @contextmanager
    def opening(self) -> Iterator[Transaction]:
        """Give a writing transaction in which somebody can be signed in by `open`."""
        self._signatures.prepare()
        with self._database.writing() as db:
            yield db

    def open(self, db: Transaction, account: Account, device: str) -> SignedIn:
        """Sign somebody in of whom it is known who they are; the browser gets a new secret."""
        secret, now = new_secret(), self._clock()
        sign_ins.add(db, account.id, hashed(secret), device[:LONGEST_DEVICE], now, now + self._lasts)
        browser = self._signatures.sign(BROWSER, hashed(login_key(account.login)))
        return SignedIn(account, self._signatures.sign(COOKIE, secret), browser)

    def close(self, cookie: str) -> None:
        """Sign out the browser with a cookie; one that is none of ours is nobody's."""
        if secret := self._secret(cookie):
            with self._database.writing() as db:
                sign_ins.remove_secret(db, hashed(secret))

    def every(self, account: int) -> tuple[SignIn, ...]:
        """Return where somebody is signed in, the last seen first."""
        with self._database.reading() as db:
            return sign_ins.of_account(db, account, self._clock())

    def close_one(self, account: int, sign_in: int) -> None:
        """Sign out one browser of somebody; if it is signed out already, nothing happens."""
        with self._database.writing() as db:
            sign_ins.remove(db, account, sign_in)

    def close_others(self, account: int, cookie: str = "") -> None:
        """Sign out every browser of somebody but the one with the cookie."""
        secret = self._secret(cookie)
        with self._database.writing() as db:
            sign_ins.remove_all(db, account, but=hashed(secret) if secret else "")

    def _secret(self, cookie: str) -> str:
        secret = self._signatures.read(COOKIE, cookie)
        return secret if isinstance(secret, str) else ""


def _wrong() -> NotSignedIn:
    return NotSignedIn(
        Message("this name and this password do not go together"),
        Message("Try again, or ask whoever looks after the accounts for a link to choose a new password"),
    )

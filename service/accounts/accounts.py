"""Accounts: made, changed, let in or not."""

from collections.abc import Callable
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from service.access.types import Membership, Role
from service.accounts.logins import check_login, clean
from service.accounts.passwords import check_password, hash_password, is_right
from service.accounts.types import Account
from service.store import Database, Transaction, programmes
from service.store.accounts import accounts, api_tokens, memberships, sign_ins

LANGUAGES = ("", "en", "bn", "ne")


class Accounts:
    """All accounts of this installation. Methods that take the id of one raise `NotFound` if there is none."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def every(self) -> tuple[Account, ...]:
        """Return all accounts, oldest first."""
        with self._database.reading() as db:
            return accounts.every(db)

    def get(self, account: int) -> Account:
        """Return an account."""
        with self._database.reading() as db:
            return accounts.find(db, account)

    def exist(self) -> bool:
        """Return whether anybody can be let in."""
        with self._database.reading() as db:
            return accounts.count_active(db) > 0

    def add(
        self,
        login: str,
        name: str = "",
        password: str = "",
        *,
        is_administrator: bool = False,
        facilitator_of_all: bool = False,
    ) -> Account:
        """Make an account; without a password, a link has to be handed over to choose one.

        Args:
            login: e-mail address or another name to sign in with.
            name: as others see it; the login if empty.
            password: to sign in with.
            is_administrator: whether it looks after the accounts.
            facilitator_of_all: whether it becomes a facilitator of every programme that there is.

        Raises:
            InputError: another account has that login, it is empty, or the password would be guessed.
        """
        shown, key = check_login(login)
        kept = _checked(password, login) if password else ""
        with self._database.writing() as db:
            made = add_account(db, shown, key, clean(name), self._clock(), is_administrator=is_administrator)
            accounts.change(db, made.id, password=kept)
            for each in programmes.every(db) if facilitator_of_all else ():
                memberships.put_in(db, each.id, made.id, Membership(Role.FACILITATOR))
            return made

    def change(self, account: int, *, name: str | None = None, language: str | None = None) -> Account:
        """Keep another name or language; None leaves it.

        Raises:
            InputError: the name is empty, or the interface does not speak the language.
        """
        values = {}
        if name is not None:
            values["name"] = clean(name)
            if not values["name"]:
                raise InputError("", Message("the name is empty"), Message("Write how others call you"))
        if language is not None:
            values["language"] = language
            if language not in LANGUAGES:
                raise InputError("", Message("the pages do not speak this language"), Message("Choose one of the list"))
        with self._database.writing() as db:
            accounts.find(db, account)
            if values:
                accounts.change(db, account, **values)
            return accounts.find(db, account)

    def change_password(self, account: int, old: str, new: str) -> None:
        """Keep another password; every browser of the account is signed out.

        Raises:
            InputError: the old one is wrong, or the new one would be guessed.
        """
        with self._database.reading() as db:
            login = accounts.find(db, account).login
            before = accounts.password_of(db, account)
        if not is_right(before, old):
            raise InputError("", Message("the present password is another"), Message("Write it again"))
        kept = _checked(new, login)
        with self._database.writing() as db:
            accounts.change(db, account, password=kept)
            sign_ins.remove_all(db, account)

    def set_active(self, account: int, *, is_active: bool) -> Account:
        """Let somebody in or not; who is not let in is signed out everywhere at once.

        Raises:
            InputError: no administrator would be left.
        """
        with self._database.writing() as db:
            accounts.hold(db)
            before = accounts.find(db, account)
            accounts.change(db, account, is_active=is_active)
            if not is_active:
                sign_ins.remove_all(db, account)
            _check_administrators(db, before)
            return accounts.find(db, account)

    def set_administrator(self, account: int, *, is_administrator: bool) -> Account:
        """Let somebody look after the accounts or not.

        Raises:
            InputError: no administrator would be left.
        """
        with self._database.writing() as db:
            accounts.hold(db)
            before = accounts.find(db, account)
            accounts.change(db, account, is_administrator=is_administrator)
            _check_administrators(db, before)
            return accounts.find(db, account)


def add_account(
    db: Transaction, login: str, key: str, name: str, now: datetime, *, is_administrator: bool = False
) -> Account:
    """Store a new account without a password.

    Raises:
        InputError: another account has that login.
    """
    made = accounts.add(db, login, key, name or login, now, is_administrator=is_administrator)
    if made is None:
        problem = Message("there is an account “{login}” already", {"login": login})
        raise InputError("", problem, Message("Sign in with it, or choose another name to sign in with"))
    return made


def set_password(db: Transaction, account: Account, password: str) -> None:
    """Keep a password that was chosen by a link: whoever was signed in, by browser or by token, is so no longer."""
    accounts.change(db, account.id, password=password)
    sign_ins.remove_all(db, account.id)
    api_tokens.remove_all(db, account.id)


def _checked(password: str, login: str) -> str:
    check_password(password, login)
    return hash_password(password)


def _check_administrators(db: Transaction, before: Account) -> None:
    if before.is_active and before.is_administrator and not accounts.count_active(db, administrators=True):
        raise InputError(
            "", Message("nobody would be left to look after the accounts"), Message("Make somebody else administrator")
        )

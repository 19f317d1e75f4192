"""Links that are handed over: to come in, to come into a programme, and to choose a password. Each is used once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from nlp.messages import Message
from service.access.acting import acting
from service.access.types import Membership, Role
from service.accounts.accounts import add_account, set_password
from service.accounts.logins import check_login, clean
from service.accounts.members import checked_place, give_place
from service.accounts.passwords import check_password, hash_password
from service.accounts.secrets import hashed, new_secret
from service.accounts.sign_ins import SignedIn, SignIns
from service.accounts.types import Account, Link, NewLink, Purpose
from service.errors import LinkOver, NotFound, NotSignedIn
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, programmes
from service.store.accounts import accounts, links

LASTS = {Purpose.INVITATION: timedelta(days=14), Purpose.PASSWORD: timedelta(days=2)}


class Links:
    """Links by which people come in. Methods that take a secret raise `LinkOver` if it opens nothing now."""

    def __init__(self, database: Database, sign_ins: SignIns, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._sign_ins = sign_ins
        self._clock = clock

    def invite(
        self,
        name: str = "",
        slug: str | None = None,
        role: Role = Role.OBSERVER,
        team: str = "",
        *,
        is_administrator: bool = False,
    ) -> NewLink:
        """Make an invitation.

        Args:
            name: of whom it is for, as those who invite know them.
            slug: the programme that it leads into, None for none.
            role: the place there.
            team: the team of a member.
            is_administrator: whether the account that it makes looks after the accounts.

        Raises:
            NotFound: there is no such programme.
            InputError: the programme has no such team.
        """
        with self._database.writing() as db:
            at = Snapshot.load(db, slug) if slug is not None else None
            place = Membership(role, "") if at is None else checked_place(at.programme, role, team)
            return self._make(
                db,
                Purpose.INVITATION,
                name=clean(name),
                programme=at.row.id if at else None,
                place=place,
                is_administrator=is_administrator,
            )

    def for_password(self, account: int) -> NewLink:
        """Make a link by which somebody chooses a password; earlier ones for the same account are over.

        Raises:
            NotFound: there is no such account.
        """
        with self._database.writing() as db:
            name = accounts.find(db, account).name
            links.remove_of_account(db, account)
            return self._make(db, Purpose.PASSWORD, name=name, account=account)

    def invitations(self, slug: str | None = None) -> tuple[Link, ...]:
        """Return the invitations into a programme, or into none, that can still be used; oldest first."""
        with self._database.reading() as db:
            return links.invitations(db, None if slug is None else programmes.find(db, slug).id, self._clock())

    def take_back(self, link: int, slug: str | None = None) -> None:
        """Let an invitation into a programme, or into none, open nothing any more.

        Raises:
            NotFound: there is none with that number, or it is over already.
        """
        if link not in {each.id for each in self.invitations(slug)}:
            raise NotFound("link", link)
        with self._database.writing() as db:
            links.take(db, link)

    def look(self, secret: str, purpose: Purpose) -> Link:
        """Return what a link is for, without using it."""
        with self._database.reading() as db:
            return self._found(db, secret, purpose)

    def leads_to(self, link: Link) -> str:
        """Return the name of the programme that an invitation leads into, "" for none."""
        if link.programme is None:
            return ""
        with self._database.reading() as db:
            return programmes.find(db, programmes.slug_of(db, link.programme)).name

    def come_in(self, secret: str, login: str, name: str, password: str, device: str) -> SignedIn:
        """Make an account by an invitation, and sign it in.

        Raises:
            InputError: another account has that login, or the password would be guessed; the link can be used again.
        """
        shown, key = check_login(login)
        check_password(password, login)
        kept = hash_password(password)
        with self._sign_ins.opening() as db:
            link = self._used(db, secret, Purpose.INVITATION)
            made = add_account(
                db, shown, key, clean(name) or link.name, self._clock(), is_administrator=link.is_administrator
            )
            accounts.change(db, made.id, password=kept)
            self._join(db, link, made)
            return self._sign_ins.open(db, made, device)

    def join(self, secret: str, account: int) -> str | None:
        """Let somebody who has an account use an invitation; returns the slug of the programme, None for none."""
        with self._database.writing() as db:
            return self._join(db, self._used(db, secret, Purpose.INVITATION), accounts.find(db, account))

    def take_with(self, db: Transaction, secret: str, account: Account) -> Account:
        """Use an invitation for an account in a transaction, and return the account as it is then."""
        link = self._used(db, secret, Purpose.INVITATION)
        if link.is_administrator:
            accounts.change(db, account.id, is_administrator=True)
        self._join(db, link, account)
        return accounts.find(db, account.id)

    def choose_password(self, secret: str, password: str, device: str) -> SignedIn:
        """Keep a password and sign in; every other browser and every token of the account is signed out.

        Raises:
            InputError: the password would be guessed; the link can be used again.
            NotSignedIn: the account is no longer let in.
        """
        link = self.look(secret, Purpose.PASSWORD)
        with self._database.reading() as db:
            login = accounts.find(db, link.account or 0).login
        check_password(password, login)
        kept = hash_password(password)
        with self._sign_ins.opening() as db:
            link = self._used(db, secret, Purpose.PASSWORD)
            account = accounts.find(db, link.account or 0)
            if not account.is_active:
                raise NotSignedIn(
                    Message("this account is no longer let in"), Message("Ask whoever looks after the accounts")
                )
            set_password(db, account, kept)
            return self._sign_ins.open(db, account, device)

    def _make(
        self,
        db: Transaction,
        purpose: Purpose,
        *,
        name: str,
        account: int | None = None,
        programme: int | None = None,
        place: Membership = Membership(Role.OBSERVER),  # noqa: B008 - frozen
        is_administrator: bool = False,
    ) -> NewLink:
        secret, now = new_secret(), self._clock()
        made = links.add(
            db,
            hashed(secret),
            acting().account,
            purpose=purpose.value,
            name=name,
            account=account,
            programme=programme,
            role=place.role.value,
            team=place.team,
            is_administrator=is_administrator,
            created=now,
            expires=now + LASTS[purpose],
        )
        return NewLink(made, f"/{purpose.value}/{secret}")

    def _found(self, db: Transaction, secret: str, purpose: Purpose) -> Link:
        link = links.find(db, hashed(secret), self._clock())
        if link is None or link.purpose is not purpose:
            raise LinkOver
        return link

    def _used(self, db: Transaction, secret: str, purpose: Purpose) -> Link:
        link = self._found(db, secret, purpose)
        if not links.take(db, link.id):
            raise LinkOver
        return link

    def _join(self, db: Transaction, link: Link, account: Account) -> str | None:
        if link.programme is None:
            return None
        return give_place(db, link.programme, account, Membership(link.role, link.team))

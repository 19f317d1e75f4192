"""Signing in by a provider: who is known here comes in, and who is not only by an invitation."""

from collections.abc import Callable
from datetime import datetime

from nlp.messages import Message
from service.accounts.accounts import add_account
from service.accounts.links import Links
from service.accounts.logins import check_login, login_key
from service.accounts.openid import Identity
from service.accounts.sign_ins import SignedIn, SignIns
from service.accounts.types import Account
from service.errors import NotSignedIn
from service.store import Transaction
from service.store.accounts import accounts, identities_elsewhere


class Elsewhere:
    """Sign-ins of people whom a provider knows."""

    def __init__(self, sign_ins: SignIns, links: Links, clock: Callable[[], datetime]) -> None:
        self._sign_ins = sign_ins
        self._links = links
        self._clock = clock

    def sign_in(self, who: Identity, device: str, invitation: str = "") -> SignedIn:
        """Sign somebody in.

        Args:
            who: as the provider says it.
            device: the kind of browser.
            invitation: the secret of one that they have opened, "" for none.

        Raises:
            NotSignedIn: nobody here is them and they are not invited, or their account is no longer let in.
            LinkOver: the invitation opens nothing now.
        """
        with self._sign_ins.opening() as db:
            account = self._known(db, who)
            if invitation:
                account = self._links.take_with(db, invitation, account or self._make(db, who))
            if account is None:
                raise NotSignedIn(
                    Message("nobody has invited you here yet"),
                    Message("Ask for an invitation, and open its link first"),
                )
            if not account.is_active:
                raise NotSignedIn(
                    Message("this account is no longer let in"), Message("Ask whoever looks after the accounts")
                )
            identities_elsewhere.keep(db, account.id, who.issuer, who.subject)
            return self._sign_ins.open(db, account, device)

    def _known(self, db: Transaction, who: Identity) -> Account | None:
        found = identities_elsewhere.find(db, who.issuer, who.subject)
        if found is not None:
            return accounts.find(db, found)
        return accounts.with_key(db, login_key(who.email)) if who.email else None

    def _make(self, db: Transaction, who: Identity) -> Account:
        login, key = check_login(who.email or f"{who.subject}@{who.issuer.partition('://')[2]}")
        return add_account(db, login, key, who.name, self._clock())

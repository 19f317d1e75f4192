"""Who is in a programme, and as what; somebody always facilitates it."""

from dataclasses import replace

from nlp.errors import InputError
from nlp.messages import Message
from service.access.types import Membership, Role
from service.accounts.types import Account, Member
from service.errors import NotFound
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, programmes
from service.store.accounts import accounts, memberships
from service.types import Programme


class Members:
    """The people of programmes. Methods that take the slug of one raise `NotFound` if there is none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self, slug: str) -> tuple[Member, ...]:
        """Return everybody in a programme, in the order in which their accounts were made.

        Teams are called as the programme calls them now, also where they had another name when the place was given.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            spelling = at.spelling
            return tuple(
                replace(each, team=spelling.team(each.team)) for each in memberships.of_programme(db, at.row.id)
            )

    def change(self, slug: str, account: int, role: Role, team: str = "") -> Member:
        """Give somebody who is in a programme another place in it.

        Raises:
            NotFound: they are not in it.
            InputError: nobody would facilitate it any more, or it has no such team.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            _find(db, at.row.id, account)
            place = checked_place(at.programme, role, team)
            _put(db, at.row.id, accounts.find(db, account), place)
            _check_facilitated(db, at.row.id)
            return _find(db, at.row.id, account)

    def remove(self, slug: str, account: int) -> None:
        """Take somebody out of a programme.

        Raises:
            NotFound: they are not in it.
            InputError: nobody would facilitate it any more.
        """
        with self._database.writing() as db:
            programme = programmes.change(db, slug).id
            gone = _find(db, programme, account)
            memberships.remove(db, programme, account)
            _check_facilitated(db, programme)
            journal.write(db, programme, Action.ROLE_TAKEN, Thing(ThingKind.ACCESS, str(account), gone.name))


def checked_place(programme: Programme, role: Role, team: str) -> Membership:
    """Return a place in a programme.

    Raises:
        InputError: a member is of no team of the programme.
    """
    if role is not Role.MEMBER:
        return Membership(role)
    if team not in programme.teams:
        raise InputError("", Message("this is no team of the programme"), Message("Choose the team of this person"))
    return Membership(role, team)


def give_place(db: Transaction, programme: int, account: Account, place: Membership) -> str:
    """Let somebody take a place in a programme to which they were invited; who has more there keeps it.

    Raises:
        NotFound: the programme is gone.
    """
    slug = programmes.slug_of(db, programme)
    programmes.change(db, slug)
    before = memberships.of_account(db, account.id).get(programme)
    if before is None or _ORDER.index(place.role) <= _ORDER.index(before.role):
        _put(db, programme, account, place)
    return slug


_ORDER = (Role.FACILITATOR, Role.MEMBER, Role.OBSERVER)


def _put(db: Transaction, programme: int, account: Account, place: Membership) -> None:
    memberships.put_in(db, programme, account.id, place)
    journal.write(db, programme, Action.ROLE_GIVEN, Thing(ThingKind.ACCESS, str(account.id), account.name))


def _find(db: Transaction, programme: int, account: int) -> Member:
    for member in memberships.of_programme(db, programme):
        if member.account == account:
            return member
    raise NotFound("member", account)


def _check_facilitated(db: Transaction, programme: int) -> None:
    if not memberships.count_facilitators(db, programme):
        raise InputError(
            "",
            Message("nobody would facilitate the programme any more"),
            Message("Make somebody else a facilitator first"),
        )

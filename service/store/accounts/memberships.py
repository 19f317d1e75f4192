"""Who is in which programme, and as what."""

from sqlalchemy import delete, func, select

from service.access.types import Membership, Role
from service.accounts.types import Member
from service.store.accounts.tables import accounts, memberships
from service.store.conflicts import put
from service.store.database import Transaction


def of_account(db: Transaction, account: int) -> dict[int, Membership]:
    """Return id of a programme -> the place of an account in it."""
    query = select(memberships).where(memberships.c.account_id == account)
    return {row.programme_id: Membership(Role(row.role), row.team) for row in db.execute(query)}


def of_programme(db: Transaction, programme: int) -> tuple[Member, ...]:
    """Return everybody in a programme, in the order in which their accounts were made."""
    query = (
        select(memberships.c.role, memberships.c.team, accounts)
        .join(accounts, accounts.c.id == memberships.c.account_id)
        .where(memberships.c.programme_id == programme)
        .order_by(accounts.c.id)
    )
    return tuple(
        Member(row.id, row.name, row.login, Role(row.role), row.team, row.is_active) for row in db.execute(query)
    )


def put_in(db: Transaction, programme: int, account: int, place: Membership) -> None:
    """Store somebody's place in a programme, in place of the one before."""
    row = {"programme_id": programme, "account_id": account, "role": place.role.value, "team": place.team}
    put(db, memberships, row)


def remove(db: Transaction, programme: int, account: int) -> None:
    """Take somebody out of a programme."""
    where = (memberships.c.programme_id == programme) & (memberships.c.account_id == account)
    db.execute(delete(memberships).where(where))


def count_facilitators(db: Transaction, programme: int) -> int:
    """Return how many facilitators of a programme are let in."""
    query = (
        select(func.count())
        .select_from(memberships.join(accounts, accounts.c.id == memberships.c.account_id))
        .where(memberships.c.programme_id == programme, memberships.c.role == Role.FACILITATOR.value)
        .where(accounts.c.is_active)
    )
    return db.scalar(query) or 0

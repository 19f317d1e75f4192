"""Deliveries: put down in the transaction of what they tell, and kept until they are taken or given up.

An attempt is a lease: whoever makes one puts the next into the future first. If it ends on the way, or the machine
does, the delivery is due again by then, under the same id. Times are those of the clock on the wall, as retries are;
one that lies further ahead than any wait is due at once, because then the clock was set back.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, insert, select, update

from service.errors import NotFound
from service.store.database import Transaction
from service.store.tables import programmes
from service.store.webhooks.tables import deliveries, webhooks
from service.store.webhooks.webhooks import webhook_of
from service.webhooks.types import Attempt, Delivery, DeliveryState, Event, Outcome, Told, WebhookState

LEASE = timedelta(minutes=2)
LONGEST_WAIT = timedelta(days=2)
OPEN = (DeliveryState.WAITING.value, DeliveryState.SENDING.value)


def tell(db: Transaction, programme_id: int, event: Event, kind: str, thing: str, path: str, now: datetime) -> None:
    """Let all webhooks of a programme that are on and want to know of an event be told of it."""
    query = select(webhooks.c.id, webhooks.c.events).where(
        webhooks.c.programme_id == programme_id, webhooks.c.state == WebhookState.ON.value
    )
    for number, events in db.execute(query).all():
        if not events or event in events:
            add(db, number, event, kind, thing, path, now)


def add(db: Transaction, webhook: int, event: Event, kind: str, thing: str, path: str, now: datetime) -> int:
    """Let one webhook be told of something, and return the number of the delivery."""
    row = {
        "webhook_id": webhook,
        "code": f"msg_{secrets.token_hex(16)}",
        "event": event.value,
        "kind": kind,
        "thing": thing,
        "path": path,
        "time": now,
        "state": DeliveryState.WAITING.value,
        "attempts": 0,
        "due": now,
        "outcome": Outcome.NONE.value,
    }
    return int(db.execute(insert(deliveries).values(**row).returning(deliveries.c.id)).scalar_one())


def page(db: Transaction, webhook: int, most: int, before: int | None = None) -> tuple[Delivery, ...]:
    """Return deliveries to a webhook, newest first, those with a smaller number than `before`."""
    here = [deliveries.c.webhook_id == webhook]
    if before is not None:
        here.append(deliveries.c.id < before)
    query = select(deliveries).where(*here).order_by(deliveries.c.id.desc()).limit(most)
    return tuple(map(_delivery, db.execute(query).mappings()))


def find(db: Transaction, webhook: int, number: int) -> Delivery:
    """Return a delivery; `NotFound` if the webhook has none with that number."""
    this = (deliveries.c.webhook_id == webhook, deliveries.c.id == number)
    row = db.execute(select(deliveries).where(*this)).mappings().first()
    if row is None:
        raise NotFound("delivery", number)
    return _delivery(row)


def send_again(db: Transaction, number: int, now: datetime) -> None:
    """Let a delivery that is over be tried anew, under its id."""
    over = (deliveries.c.id == number, deliveries.c.state.not_in(OPEN))
    db.execute(update(deliveries).where(*over).values(state=DeliveryState.WAITING.value, attempts=0, due=now))


def next_due(db: Transaction, now: datetime) -> int | None:
    """Return the delivery that is to be tried next, None if none is due; each address is tried once at a time."""
    other = deliveries.alias()
    being_sent = exists().where(
        other.c.webhook_id == deliveries.c.webhook_id,
        other.c.state == DeliveryState.SENDING.value,
        ~_is_due(other.c.due, now),
    )
    on = (webhooks.c.state == WebhookState.ON.value) & _is_due(webhooks.c.rests_until, now)
    query = (
        select(deliveries.c.id)
        .join(webhooks, webhooks.c.id == deliveries.c.webhook_id)
        .where(deliveries.c.state.in_(OPEN), _is_due(deliveries.c.due, now))
        .where(on | (deliveries.c.event == Event.TEST.value), ~being_sent)
        .order_by(deliveries.c.due, deliveries.c.id)
        .limit(1)
    )
    return db.scalar(query)


def claim(db: Transaction, number: int, now: datetime) -> Told | None:
    """Begin an attempt, None if somebody else has or there is none to make any more."""
    this = (deliveries.c.id == number, deliveries.c.state.in_(OPEN), _is_due(deliveries.c.due, now))
    values = {
        "state": DeliveryState.SENDING.value,
        "attempts": deliveries.c.attempts + 1,
        "tried": now,
        "due": now + LEASE,
    }
    row = db.execute(update(deliveries).where(*this).values(**values).returning(*deliveries.c)).mappings().first()
    if row is None:
        return None
    query = (
        select(webhooks, programmes.c.slug)
        .join(programmes, programmes.c.id == webhooks.c.programme_id)
        .where(webhooks.c.id == row["webhook_id"])
    )
    to = db.execute(query).mappings().one()
    return Told(_delivery(row), webhook_of(to), to["secret"], to["slug"])


def end(db: Transaction, told: Told, attempt: Attempt, again: datetime | None) -> bool:
    """Store how an attempt ended, and when the next is due; None if there is none. False if another was begun."""
    mine = (deliveries.c.id == told.delivery.id, deliveries.c.attempts == told.delivery.attempts)
    state = DeliveryState.WAITING if again else DeliveryState.DELIVERED if attempt.taken else DeliveryState.FAILED
    values: dict[str, object] = {"state": state.value, "outcome": attempt.outcome.value, "status": attempt.status}
    if again:
        values["due"] = again
    here = (*mine, deliveries.c.state == DeliveryState.SENDING.value)
    return db.execute(update(deliveries).where(*here).values(**values)).rowcount > 0


def forget_old(db: Transaction, before: datetime) -> None:
    """Forget deliveries that are over and older than a moment."""
    db.execute(delete(deliveries).where(deliveries.c.time < before, deliveries.c.state.not_in(OPEN)))


def _is_due(column: ColumnElement[datetime], now: datetime) -> ColumnElement[bool]:
    return (column <= now) | (column > now + LONGEST_WAIT)


def _delivery(row: Any) -> Delivery:  # noqa: ANN401 - SQLAlchemy's own
    state = DeliveryState(row["state"])
    return Delivery(
        id=row["id"],
        message_id=row["code"],
        event=Event(row["event"]),
        kind=row["kind"],
        of=row["thing"],
        path=row["path"],
        time=row["time"],
        state=state,
        attempts=row["attempts"],
        last_attempt=row["tried"],
        next_attempt=row["due"] if state is DeliveryState.WAITING else None,
        outcome=Outcome(row["outcome"]),
        status=row["status"],
    )

"""Webhooks: the addresses that programmes tell, with the secrets that sign what is sent."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, insert, select, update

from service.errors import NotFound
from service.store.database import Transaction
from service.store.webhooks.tables import deliveries, webhooks
from service.webhooks.types import DeliveryState, Event, Outcome, Webhook, WebhookState

COLUMNS = tuple(webhooks.c[field.name] for field in fields(Webhook))


@dataclass(frozen=True, slots=True)
class Health:
    """How an address answers: how often in a row it took nothing, since when, and until when it is left alone."""

    failures: int
    failing_since: datetime | None
    rests_until: datetime


def add(db: Transaction, programme_id: int, url: str, events: tuple[Event, ...], secret: str, now: datetime) -> Webhook:
    """Store a new webhook, switched on."""
    row = {
        "programme_id": programme_id,
        "url": url,
        "secret": secret,
        "events": events,
        "state": WebhookState.ON.value,
        "created": now,
        "failures": 0,
        "rests_until": now,
    }
    return webhook_of(db.execute(insert(webhooks).values(**row).returning(*COLUMNS)).mappings().one())


def every(db: Transaction, programme_id: int) -> tuple[Webhook, ...]:
    """Return the webhooks of a programme, oldest first."""
    query = select(*COLUMNS).where(webhooks.c.programme_id == programme_id).order_by(webhooks.c.id)
    return tuple(map(webhook_of, db.execute(query).mappings()))


def find(db: Transaction, programme_id: int, number: int) -> Webhook:
    """Return a webhook; `NotFound` if the programme has none with that number."""
    row = db.execute(_one(COLUMNS, programme_id, number)).mappings().first()
    if row is None:
        raise NotFound("webhook", number)
    return webhook_of(row)


def health(db: Transaction, number: int) -> Health:
    """Return how an address answers."""
    query = select(webhooks.c.failures, webhooks.c.failing_since, webhooks.c.rests_until)
    return Health(*db.execute(query.where(webhooks.c.id == number)).one())


def change(db: Transaction, number: int, url: str, events: tuple[Event, ...]) -> None:
    """Give a webhook another address, or tell it of other things."""
    db.execute(update(webhooks).where(webhooks.c.id == number).values(url=url, events=events))


def set_state(db: Transaction, number: int, state: WebhookState, now: datetime) -> None:
    """Switch a webhook on or off, or stop one that is on; then what waits is given up. On it begins anew."""
    values: dict[str, object] = {"state": state.value}
    here = [webhooks.c.id == number]
    if state is WebhookState.ON:
        values |= {"failures": 0, "failing_since": None, "rests_until": now}
    if state is WebhookState.STOPPED:
        here.append(webhooks.c.state == WebhookState.ON.value)
    if db.execute(update(webhooks).where(*here).values(**values)).rowcount and state is not WebhookState.ON:
        waiting: tuple[ColumnElement[bool], ...] = (
            deliveries.c.webhook_id == number,
            deliveries.c.state == DeliveryState.WAITING.value,
            deliveries.c.event != Event.TEST.value,
        )
        given_up = {"state": DeliveryState.FAILED.value, "outcome": Outcome.GIVEN_UP.value}
        db.execute(update(deliveries).where(*waiting).values(**given_up))


def set_health(db: Transaction, number: int, now: Health) -> None:
    """Store how an address answers."""
    values = {field.name: getattr(now, field.name) for field in fields(Health)}
    db.execute(update(webhooks).where(webhooks.c.id == number).values(**values))


def set_secret(db: Transaction, number: int, secret: str) -> None:
    """Sign with another secret from now on."""
    db.execute(update(webhooks).where(webhooks.c.id == number).values(secret=secret))


def remove(db: Transaction, number: int) -> None:
    """Forget a webhook and its deliveries."""
    db.execute(delete(webhooks).where(webhooks.c.id == number))


def webhook_of(row: Any) -> Webhook:  # noqa: ANN401 - SQLAlchemy's own
    """Return the webhook of a row."""
    return Webhook(
        **{field.name: row[field.name] for field in fields(Webhook) if field.name != "state"},
        state=WebhookState(row["state"]),
    )


def _one(columns: tuple[Any, ...], programme_id: int, number: int) -> Select[Any]:
    return select(*columns).where(webhooks.c.programme_id == programme_id, webhooks.c.id == number)

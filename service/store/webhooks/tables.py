"""The tables of webhooks and their deliveries: ids and states, never a word of a note."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from service.store.columns import CleanText, Typed, UtcTime, belongs_to, metadata, text_column
from service.webhooks.types import Event

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("url"),
    text_column("secret"),
    Column("events", Typed(tuple[Event, ...]), nullable=False),
    text_column("state"),
    Column("created", UtcTime, nullable=False),
    Column("failing_since", UtcTime),
    Column("failures", Integer, nullable=False),
    Column("rests_until", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("webhook_id", Integer, ForeignKey("webhooks.id", ondelete="CASCADE"), nullable=False),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("event"),
    text_column("kind"),
    text_column("thing"),
    text_column("path"),
    Column("time", UtcTime, nullable=False),
    text_column("state"),
    Column("attempts", Integer, nullable=False),
    Column("tried", UtcTime),
    Column("due", UtcTime, nullable=False),
    text_column("outcome"),
    Column("status", Integer),
    Index("ix_deliveries_webhook_id", "webhook_id", "id"),
    Index("ix_deliveries_state", "state", "due"),
    sqlite_autoincrement=True,
)

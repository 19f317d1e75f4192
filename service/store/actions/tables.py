"""The tables of actions, of what people say became of them, and of what a team leaves as it is."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from service.actions.types import Evidence
from service.store.columns import CleanText, Typed, UtcTime, belongs_to, metadata, text_column

actions = Table(
    "actions",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("what"),
    text_column("who"),
    text_column("until"),
    text_column("state"),
    text_column("day"),
    Column("changed", UtcTime, nullable=False),
    Column("evidence", Typed(Evidence), nullable=False),
)

action_verdicts = Table(
    "action_verdicts",
    metadata,
    Column("action_id", Integer, ForeignKey("actions.id", ondelete="CASCADE"), primary_key=True),
    Column("review", CleanText, primary_key=True),
    text_column("verdict"),
    text_column("line"),
    text_column("day"),
)

left_as_is = Table(
    "left_as_is",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("reason"),
    text_column("day"),
    Column("evidence", Typed(Evidence), nullable=False),
)

calendars = Table(
    "calendars",
    metadata,
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("secret", CleanText, nullable=False, unique=True),
    Column("names", Boolean, nullable=False),
)

"""The tables of the assistant."""

from sqlalchemy import Column, Integer, Table, UniqueConstraint

from service.assistant.types import AssistantState, Proposed
from service.store.columns import Typed, UtcTime, belongs_to, metadata, text_column

proposals = Table(
    "proposals",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("content", Typed(Proposed), nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("accepted", UtcTime),
    text_column("accepted_by"),
    sqlite_autoincrement=True,
)

assistants = Table(
    "assistants",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("content", Typed(AssistantState), nullable=False),
    UniqueConstraint("programme_id"),
)

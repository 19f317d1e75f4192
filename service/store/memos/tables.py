"""The tables of memos."""

from sqlalchemy import Column, Integer, Table

from service.memos.types import About
from service.store.columns import Typed, UtcTime, belongs_to, metadata, text_column

memos = Table(
    "memos",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("about", Typed(About), nullable=False),
    Column("closed", UtcTime),
    text_column("closed_by"),
)

memo_texts = Table(
    "memo_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("memos"),
    text_column("who"),
    Column("made", UtcTime, nullable=False),
    text_column("text"),
)

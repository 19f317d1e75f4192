"""The tables of reviews."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from service.reviews.types import AgendaPart
from service.store.columns import Typed, belongs_to, metadata, text_column

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("name"),
    text_column("date"),
    Column("agenda", Typed(tuple[AgendaPart, ...]), nullable=False),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
)

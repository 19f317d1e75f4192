"""The tables of reviews."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from service.reviews.types import AgendaPart
from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("name"),
    text_column("date"),
    Column("agenda", Typed(tuple[AgendaPart, ...]), nullable=False),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
    Column("starts", CleanText, nullable=False, server_default="09:00"),
    Column("took", Typed(tuple[int, ...]), nullable=False, server_default="[]"),
)

review_records = Table(
    "review_records",
    metadata,
    Column("review_id", Integer, ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="CASCADE"), nullable=False),
)

review_notes = Table(
    "review_notes",
    metadata,
    Column("review_id", Integer, ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
)

rating_links = Table(
    "rating_links",
    metadata,
    Column("review_id", Integer, ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True),
    Column("code", CleanText, nullable=False, unique=True),
    Column("is_open", Boolean, nullable=False),
)

entered_ratings = Table(
    "entered_ratings",
    metadata,
    Column("review_id", Integer, ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True),
    Column("id", CleanText, primary_key=True),
    text_column("way"),
    text_column("team"),
    text_column("element"),
    text_column("level"),
    text_column("participant"),
    text_column("note"),
    text_column("person"),
    text_column("state"),
    sqlite_with_rowid=False,  # rows lie in the order of random ids, not in that in which phones sent them
)

"""The tables of World Cafés: a note of a table tells neither who wrote it nor when."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from service.cafe.types import CafePlan
from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column

cafes = Table(
    "cafes",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("review"),
    text_column("day"),
    Column("is_open", Boolean, nullable=False),
    Column("over", Integer, nullable=False),
    Column("plan", Typed(CafePlan), nullable=False),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
)

cafe_notes = Table(
    "cafe_notes",
    metadata,
    Column("cafe_id", Integer, ForeignKey("cafes.id", ondelete="CASCADE"), primary_key=True),
    Column("id", CleanText, primary_key=True),
    Column("round", Integer, nullable=False),
    Column("seat", Integer, nullable=False),
    text_column("text"),
    text_column("element"),
    Column("gathered", Boolean, nullable=False),
    sqlite_with_rowid=False,  # rows lie in the order of random ids, not in that in which they came
)

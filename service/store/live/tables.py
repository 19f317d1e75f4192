"""The tables of notes on phones: nothing in them tells who wrote a note, when or from where."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column

gatherings = Table(
    "gatherings",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("title"),
    text_column("review"),
    Column("elements", Typed(tuple[str, ...]), nullable=False),
    Column("teams", Typed(tuple[str, ...]), nullable=False),
    Column("is_open", Boolean, nullable=False),
    text_column("day"),
    Column("changes", Integer, nullable=False),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
)

gathered_notes = Table(
    "gathered_notes",
    metadata,
    Column("gathering_id", Integer, ForeignKey("gatherings.id", ondelete="CASCADE"), primary_key=True),
    Column("id", CleanText, primary_key=True),
    text_column("text"),
    text_column("element"),
    text_column("team"),
    text_column("state"),
    Column("place", Integer),
    sqlite_with_rowid=False,  # rows lie in the order of random ids, not in that in which they came
)

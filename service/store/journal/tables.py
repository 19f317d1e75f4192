"""The tables of what was done, of files that can be taken back, and of requests that were answered."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, LargeBinary, Table

from service.journal.types import Details, Reverse
from service.store.columns import CleanText, Typed, UtcTime, belongs_to, metadata, text_column

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE")),
    Column("revision", Integer),
    Column("time", UtcTime, nullable=False),
    Column("account", Integer),
    text_column("who"),
    text_column("action"),
    text_column("kind"),
    text_column("thing"),
    text_column("name"),
    Column("details", Typed(Details), nullable=False),
    Column("about", Typed(tuple[str, ...]), nullable=False),
    Column("undo", Typed(Reverse | None)),
    Index("ix_journal_programme_id", "programme_id", "number"),
    sqlite_autoincrement=True,
)

removed_files = Table(
    "removed_files",
    metadata,
    Column("file_id", Integer, ForeignKey("files.id", ondelete="CASCADE"), primary_key=True),
    belongs_to("programmes"),
    text_column("filename"),
    text_column("sha256"),
    text_column("session"),
    text_column("who"),
    Column("removed", UtcTime, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("scope", CleanText, primary_key=True),
    Column("key", CleanText, primary_key=True),
    text_column("body"),
    Column("made", UtcTime, nullable=False),
    Column("status", Integer),
    Column("headers", JSON),
    Column("answer", LargeBinary),
)

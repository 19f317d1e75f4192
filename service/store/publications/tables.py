"""The table of publications."""

from sqlalchemy import Column, Integer, LargeBinary, Table

from service.store.columns import UtcTime, belongs_to, metadata, text_column

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("of"),
    text_column("audience"),
    text_column("language"),
    text_column("format"),
    text_column("title"),
    Column("published", UtcTime, nullable=False),
    text_column("published_by"),
    Column("withdrawn", UtcTime),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

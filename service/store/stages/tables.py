"""The table of what facilitators say of where a partnership stands."""

from sqlalchemy import Column, Integer, Table

from service.store.columns import UtcTime, belongs_to, metadata, text_column

said_stages = Table(
    "said_stages",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("stage"),
    text_column("day"),
    text_column("why"),
    text_column("who"),
    Column("made", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

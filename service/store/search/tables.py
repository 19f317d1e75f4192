"""The table of what is found by its words.

An entry is of one row of a file: a note, a descriptor, a turn or a rating. SQLite keeps the words apart by spaces, and
the table `search_words` (FTS5) indexes them; PostgreSQL keeps them as a `tsvector`. Triggers, which the migrations
make, take the entry away when its row goes or its text changes, and what FTS5 has of it when its file goes.
"""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR

from service.store.columns import metadata

search_entries = Table(
    "search_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("words", Text().with_variant(TSVECTOR(), "postgresql"), nullable=False),
    UniqueConstraint("file_id", "position"),
    sqlite_autoincrement=True,  # so that the id of an entry that is written again is always a new one
)

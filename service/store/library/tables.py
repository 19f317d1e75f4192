"""The tables of the library."""

from sqlalchemy import Column, Integer, Table

from service.library.types import LibraryEntry, SharedThing
from service.store.columns import Typed, UtcTime, belongs_to, metadata, text_column

WORDS = ("kind", "language", "element", "words", "level", "came_of", "credit")


def _said() -> list[Column[str]]:
    return [text_column(name) for name in WORDS]


library_entries = Table(
    "library_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("uid"),
    Column("version", Integer, nullable=False),
    Column("changed", UtcTime, nullable=False),
    Column("taken_back", UtcTime),
    Column("thing", Typed(SharedThing | None)),
    *_said(),
)

library_files = Table(
    "library_files",
    metadata,
    Column("id", Integer, primary_key=True),
    text_column("token"),
    text_column("filename"),
    Column("arrived", UtcTime, nullable=False),
    Column("waiting", Typed(tuple[LibraryEntry, ...]), nullable=False),
)

library_brought = Table(
    "library_brought",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("library_files"),
    text_column("uid"),
    Column("version", Integer, nullable=False),
    Column("changed", UtcTime, nullable=False),
    *_said(),
)

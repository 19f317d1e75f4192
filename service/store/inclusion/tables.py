"""The tables of what observers noted in sessions and what follows from it, and of who held power in them."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from service.inclusion.power_types import CodedReading, Holder
from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column

observer_notes = Table(
    "observer_notes",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("forms"),
    text_column("text"),
    text_column("observer"),
    text_column("time"),
    text_column("points"),
    text_column("element"),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
    sqlite_autoincrement=True,
)

intentions = Table(
    "intentions",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("forms"),
    text_column("text"),
    sqlite_autoincrement=True,
)

session_power = Table(
    "session_power",
    metadata,
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="CASCADE"), primary_key=True),
    Column("kind", CleanText, primary_key=True),
    Column("there", Boolean, nullable=False),
    Column("holders", Typed(tuple[Holder, ...]), nullable=False),
    text_column("words"),
)

critical_codings = Table(
    "critical_codings",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("element"),
    Column("content", Typed(tuple[CodedReading, ...]), nullable=False),
)

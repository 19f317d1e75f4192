"""The tables of rubrics that are written here."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from service.store.columns import CleanText, Typed, UtcTime, belongs_to, metadata, text_column

rubric_steps = Table(
    "rubric_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("kind"),
    text_column("team"),
    text_column("element"),
    text_column("level"),
    text_column("text"),
    Column("others", Typed(tuple[str, ...]), nullable=False),
    text_column("why"),
    text_column("who"),
    Column("made", UtcTime, nullable=False),
    Index("ix_rubric_steps_programme_id", "programme_id", "id"),
)

rubric_files = Table(
    "rubric_files",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("team"),
    Column("file_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
)

rubric_rooms = Table(
    "rubric_rooms",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("team"),
    text_column("element"),
    text_column("level"),
    Column("is_open", Boolean, nullable=False),
)

rubric_proposals = Table(
    "rubric_proposals",
    metadata,
    Column("rubric_room_id", Integer, ForeignKey("rubric_rooms.id", ondelete="CASCADE"), primary_key=True),
    Column("id", CleanText, primary_key=True),
    text_column("person"),
    text_column("text"),
    Column("shown", Boolean, nullable=False),
    sqlite_with_rowid=False,  # rows lie in the order of random ids, not in that in which they came
)

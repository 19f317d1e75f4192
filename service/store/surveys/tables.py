"""The tables of surveys, and of what came of what was asked: nothing in them tells who, when or from where."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column
from service.surveys.types import Content, Values

surveys = Table(
    "surveys",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("state"),
    Column("content", Typed(Content), nullable=False),
    Column("notes_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
    Column("ratings_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
)

survey_answers = Table(
    "survey_answers",
    metadata,
    Column("survey_id", Integer, ForeignKey("surveys.id", ondelete="CASCADE"), primary_key=True),
    Column("person", CleanText, primary_key=True),
    text_column("team"),
    Column("answers", Typed(Values), nullable=False),
    sqlite_with_rowid=False,  # rows lie in the order of random persons, not in that in which they came
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("form_id", Integer, ForeignKey("forms.id", ondelete="CASCADE"), unique=True),
    Column("room_id", Integer, ForeignKey("rooms.id", ondelete="CASCADE"), unique=True),
    Column("ask_id", Integer, ForeignKey("asks.id", ondelete="CASCADE"), unique=True),
    Column("channel_id", Integer, ForeignKey("channels.id", ondelete="CASCADE"), unique=True),
    Column("survey_id", Integer, ForeignKey("surveys.id", ondelete="CASCADE"), unique=True),
    text_column("said"),
)

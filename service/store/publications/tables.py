"""The tables of publications, and of what facilitators want in reports."""

from sqlalchemy import Column, Integer, LargeBinary, Table, UniqueConstraint

from service.publications.choice import Choice
from service.store.columns import Typed, UtcTime, belongs_to, metadata, text_column

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
    text_column("reader"),
    Column("words", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

report_choices = Table(
    "report_choices",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("reader"),
    Column("choice", Typed(Choice), nullable=False),
    UniqueConstraint("programme_id", "reader"),
)

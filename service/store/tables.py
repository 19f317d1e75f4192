"""The tables. A change here needs a migration (`tests/service/store/test_migrations.py` compares the two)."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
    false,
    true,
)

from nlp.documents.plan import FilePlan
from nlp.documents.types import Unread
from nlp.messages import Message
from nlp.transcripts.types import Segment
from service.names.types import Names
from service.sortings.types import AnyStep, Pile
from service.store.columns import CleanText, Typed, UtcTime, belongs_to, metadata, text_column
from service.types import FileSettings, Outline


def _rows_of_files(name: str, *columns: Column[Any]) -> Table:
    """Return a table of what a file was read into; its columns are the fields of the type of `nlp` that it holds."""
    return Table(
        name,
        metadata,
        Column("file_id", Integer, ForeignKey("files.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *columns,
    )


programmes = Table(
    "programmes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", CleanText, nullable=False, unique=True),
    text_column("name"),
    text_column("description"),
    Column("outline", Typed(Outline), nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("model", CleanText, nullable=False, server_default=""),
)

files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("filename"),
    text_column("kind"),
    text_column("sha256"),
    Column("added", UtcTime, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("outline", Typed(Outline), nullable=False),
    Column("unread", Typed(Unread), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("plan", Typed(FilePlan), nullable=False, server_default="{}"),
    Column("shape", CleanText, nullable=False, server_default=""),
    Column("remarks", Typed(tuple[Message, ...]), nullable=False, server_default="[]"),
    UniqueConstraint("programme_id", "sha256"),
    UniqueConstraint("programme_id", "filename", name="uq_files_filename"),
    sqlite_autoincrement=True,
)

units = _rows_of_files(
    "units",
    text_column("id"),
    text_column("text"),
    text_column("language"),
    text_column("source"),
    Column("line", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("element", CleanText),
    Column("attributes", JSON, nullable=False),
)
descriptors = _rows_of_files(
    "descriptors",
    text_column("id"),
    text_column("element"),
    text_column("level"),
    text_column("text"),
    text_column("language"),
    text_column("source"),
    Column("line", Integer, nullable=False),
    text_column("team"),
    text_column("version"),
)
people = _rows_of_files(
    "people",
    text_column("name"),
    Column("aliases", Typed(tuple[str, ...]), nullable=False),
    Column("attributes", JSON, nullable=False),
)
ratings = _rows_of_files(
    "ratings",
    text_column("review"),
    text_column("team"),
    text_column("element"),
    text_column("level"),
    text_column("participant"),
    text_column("note"),
)
turns = _rows_of_files(
    "turns",
    Column("speaker", CleanText),
    Column("start", Float),
    Column("end", Float),
    text_column("text"),
    Column("line", Integer, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("file_id", Integer, ForeignKey("files.id", ondelete="CASCADE"), primary_key=True),
    belongs_to("programmes"),
    text_column("slug"),
    text_column("title"),
    text_column("date"),
    text_column("form"),
    Column("shows_overlap", Boolean, nullable=False),
    Column("attendees", Typed(tuple[str, ...]), nullable=False),
    Column("remarks", Typed(tuple[Message, ...]), nullable=False),
    Column("segments", Typed(tuple[Segment, ...]), nullable=False, server_default="[]"),
    Column("roster_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
    Column("first_names", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("programme_id", "slug"),
)

forms = Table(
    "forms",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="SET NULL"), unique=True),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("title"),
    Column("opening", Integer, nullable=False),
    Column("is_open", Boolean, nullable=False),
)

observations = Table(
    "observations",
    metadata,
    Column("token", CleanText, primary_key=True),
    belongs_to("forms"),
    Column("opening", Integer, nullable=False),
    Column("voice", Integer),
    Column("language", Integer),
    Column("heard", Integer),
    text_column("missing"),
    Column("after_many", Boolean, nullable=False, server_default=false()),
    sqlite_with_rowid=False,  # rows lie in the order of their random tokens, not in that in which they came
)

identities = Table(
    "identities",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="CASCADE")),
    text_column("label"),
    text_column("kind"),
    text_column("name"),
)

attendance = Table(
    "attendance",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="CASCADE"), nullable=False),
    text_column("name"),
    text_column("state"),
)

names = Table(
    "names",
    metadata,
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("said", Typed(Names), nullable=False),
)

matches = Table(
    "matches",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("key"),
    text_column("other_key"),
    Column("same", Boolean, nullable=False),
    text_column("made"),
    UniqueConstraint("programme_id", "key", "other_key"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("key"),
    text_column("place"),
    text_column("state"),
    text_column("text"),
    Column("reworded", Boolean, nullable=False),
    text_column("made"),
    Column("own", Boolean, nullable=False, server_default=false()),
    Column("texts", Typed(dict[str, str]), nullable=False, server_default="{}"),
    Column("past", CleanText, nullable=False, server_default=""),
)

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("key"),
    Column("content", JSON, nullable=False),
    UniqueConstraint("programme_id", "key"),
)

sortings = Table(
    "sortings",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("element"),
    text_column("sorter"),
    Column("in_use", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    text_column("created"),
    UniqueConstraint("programme_id", "element", "sorter"),
)

sorting_steps = Table(
    "sorting_steps",
    metadata,
    Column("sorting_id", Integer, ForeignKey("sortings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    text_column("key"),
    Column("revision", Integer, nullable=False),
    Column("content", Typed(AnyStep), nullable=False),
    UniqueConstraint("sorting_id", "key"),
)

rooms = Table(
    "rooms",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("element"),
    Column("is_open", Boolean, nullable=False),
    Column("cards", Typed(tuple[str, ...]), nullable=False),
    Column("piles", Typed(tuple[Pile, ...]), nullable=False),
)

room_answers = Table(
    "room_answers",
    metadata,
    Column("room_id", Integer, ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True),
    Column("person", CleanText, primary_key=True),
    Column("card", CleanText, primary_key=True),
    Column("pile", CleanText),
    sqlite_with_rowid=False,  # rows lie in the order of random persons, not in that in which they came
)

vectors = Table(
    "vectors",
    metadata,
    Column("model", CleanText, primary_key=True),
    Column("text_hash", CleanText, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("key", CleanText, primary_key=True),
    text_column("kind"),
    Column("parameters", JSON, nullable=False),
    text_column("inputs"),
    text_column("model"),
    text_column("version"),
    Column("created", UtcTime, nullable=False),
    text_column("result"),
    Column("whole", Boolean, nullable=False, server_default=true()),
)

finding_parts = Table(
    "finding_parts",
    metadata,
    Column("programme_id", Integer, primary_key=True),
    Column("key", CleanText, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    text_column("name"),
    text_column("result"),
    Column("inputs", CleanText, nullable=False, server_default=""),
    ForeignKeyConstraint(["programme_id", "key"], ["findings.programme_id", "findings.key"], ondelete="CASCADE"),
    Index("ix_finding_parts_inputs", "programme_id", "inputs"),
)

uploads = Table(
    "uploads",
    metadata,
    Column("token", CleanText, primary_key=True),
    belongs_to("programmes"),
    Column("created", UtcTime, nullable=False),
    Column("brought_by", Integer),
)

upload_files = Table(
    "upload_files",
    metadata,
    Column("token", CleanText, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    text_column("filename"),
    Column("content", LargeBinary, nullable=False),
    Column("kind", CleanText),
    text_column("reading"),
    Column("settings", Typed(FileSettings), nullable=False),
    ForeignKeyConstraint(["token"], ["uploads.token"], ondelete="CASCADE"),
)

"""The tables. A change here needs a migration (`tests/service/store/test_migrations.py` compares the two)."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    false,
)

from nlp.documents.plan import FilePlan
from nlp.documents.types import Unread
from nlp.messages import Message
from nlp.transcripts.types import Segment
from service.names.types import Names
from service.sortings.types import AnyStep, Pile
from service.store.columns import CleanText, Typed, UtcTime
from service.types import FileSettings, Outline

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, CleanText, nullable=False)


def _belongs_to(parent: str) -> Column[int]:
    name = f"{parent.removesuffix('s')}_id"
    return Column(name, Integer, ForeignKey(f"{parent}.id", ondelete="CASCADE"), nullable=False)


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
    _text("name"),
    _text("description"),
    Column("outline", Typed(Outline), nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
)

files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    _text("filename"),
    _text("kind"),
    _text("sha256"),
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
    _text("id"),
    _text("text"),
    _text("language"),
    _text("source"),
    Column("line", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("element", CleanText),
    Column("attributes", JSON, nullable=False),
)
descriptors = _rows_of_files(
    "descriptors",
    _text("id"),
    _text("element"),
    _text("level"),
    _text("text"),
    _text("language"),
    _text("source"),
    Column("line", Integer, nullable=False),
    _text("team"),
    _text("version"),
)
people = _rows_of_files(
    "people",
    _text("name"),
    Column("aliases", Typed(tuple[str, ...]), nullable=False),
    Column("attributes", JSON, nullable=False),
)
ratings = _rows_of_files(
    "ratings",
    _text("review"),
    _text("team"),
    _text("element"),
    _text("level"),
    _text("participant"),
    _text("note"),
)
turns = _rows_of_files(
    "turns",
    Column("speaker", CleanText),
    Column("start", Float),
    Column("end", Float),
    _text("text"),
    Column("line", Integer, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("file_id", Integer, ForeignKey("files.id", ondelete="CASCADE"), primary_key=True),
    _belongs_to("programmes"),
    _text("slug"),
    _text("title"),
    _text("date"),
    _text("form"),
    Column("shows_overlap", Boolean, nullable=False),
    Column("attendees", Typed(tuple[str, ...]), nullable=False),
    Column("remarks", Typed(tuple[Message, ...]), nullable=False),
    Column("segments", Typed(tuple[Segment, ...]), nullable=False, server_default="[]"),
    Column("roster_id", Integer, ForeignKey("files.id", ondelete="SET NULL")),
    UniqueConstraint("programme_id", "slug"),
)

forms = Table(
    "forms",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="SET NULL"), unique=True),
    Column("code", CleanText, nullable=False, unique=True),
    _text("title"),
    Column("opening", Integer, nullable=False),
    Column("is_open", Boolean, nullable=False),
)

observations = Table(
    "observations",
    metadata,
    Column("token", CleanText, primary_key=True),
    _belongs_to("forms"),
    Column("opening", Integer, nullable=False),
    Column("voice", Integer),
    Column("language", Integer),
    Column("heard", Integer),
    _text("missing"),
    sqlite_with_rowid=False,  # rows lie in the order of their random tokens, not in that in which they came
)

identities = Table(
    "identities",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="CASCADE")),
    _text("label"),
    _text("kind"),
    _text("name"),
)

attendance = Table(
    "attendance",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="CASCADE"), nullable=False),
    _text("name"),
    _text("state"),
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
    _belongs_to("programmes"),
    _text("key"),
    _text("other_key"),
    Column("same", Boolean, nullable=False),
    _text("made"),
    UniqueConstraint("programme_id", "key", "other_key"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    _text("key"),
    _text("place"),
    _text("state"),
    _text("text"),
    Column("reworded", Boolean, nullable=False),
    _text("made"),
    Column("own", Boolean, nullable=False, server_default=false()),
    Column("texts", Typed(dict[str, str]), nullable=False, server_default="{}"),
    Column("past", CleanText, nullable=False, server_default=""),
)

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    _text("key"),
    Column("content", JSON, nullable=False),
    UniqueConstraint("programme_id", "key"),
)

sortings = Table(
    "sortings",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    _text("element"),
    _text("sorter"),
    Column("in_use", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    _text("created"),
    UniqueConstraint("programme_id", "element", "sorter"),
)

sorting_steps = Table(
    "sorting_steps",
    metadata,
    Column("sorting_id", Integer, ForeignKey("sortings.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("key"),
    Column("revision", Integer, nullable=False),
    Column("content", Typed(AnyStep), nullable=False),
    UniqueConstraint("sorting_id", "key"),
)

rooms = Table(
    "rooms",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    _text("element"),
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
    _text("kind"),
    Column("parameters", JSON, nullable=False),
    _text("inputs"),
    _text("model"),
    _text("version"),
    Column("created", UtcTime, nullable=False),
    _text("result"),
)

finding_parts = Table(
    "finding_parts",
    metadata,
    Column("programme_id", Integer, primary_key=True),
    Column("key", CleanText, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("name"),
    _text("result"),
    ForeignKeyConstraint(["programme_id", "key"], ["findings.programme_id", "findings.key"], ondelete="CASCADE"),
)

uploads = Table(
    "uploads",
    metadata,
    Column("token", CleanText, primary_key=True),
    _belongs_to("programmes"),
    Column("created", UtcTime, nullable=False),
)

upload_files = Table(
    "upload_files",
    metadata,
    Column("token", CleanText, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("filename"),
    Column("content", LargeBinary, nullable=False),
    Column("kind", CleanText),
    _text("reading"),
    Column("settings", Typed(FileSettings), nullable=False),
    ForeignKeyConstraint(["token"], ["uploads.token"], ondelete="CASCADE"),
)

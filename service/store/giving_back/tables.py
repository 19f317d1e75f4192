"""The tables of what is given back, and of channels without names: nothing in them tells who, when or from where."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table

from service.giving_back.types import HeardElement
from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column

asks = Table(
    "asks",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("team"),
    text_column("opened"),
    text_column("until"),
    Column("withdrawn", Boolean, nullable=False),
    Column("told", Integer, nullable=False),
    Column("content", Typed(tuple[HeardElement, ...]), nullable=False),
)

ask_answers = Table(
    "ask_answers",
    metadata,
    Column("ask_id", Integer, ForeignKey("asks.id", ondelete="CASCADE"), primary_key=True),
    Column("person", CleanText, primary_key=True),
    Column("reading", CleanText, primary_key=True),
    text_column("verdict"),
    text_column("line"),
    Column("shown_verdict", CleanText),
    Column("shown_line", CleanText),
    sqlite_with_rowid=False,  # rows lie in the order of random persons, not in that in which they came
)

channels = Table(
    "channels",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("code", CleanText, nullable=False, unique=True),
    text_column("title"),
    Column("is_open", Boolean, nullable=False),
)

channel_messages = Table(
    "channel_messages",
    metadata,
    Column("channel_id", Integer, ForeignKey("channels.id", ondelete="CASCADE"), primary_key=True),
    Column("id", CleanText, primary_key=True),
    text_column("person"),
    text_column("text"),
    Column("round", Integer),
    text_column("day"),
    Column("taken", Boolean, nullable=False),
    sqlite_with_rowid=False,  # rows lie in the order of random ids, not in that in which they came
)

channel_replies = Table(
    "channel_replies",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("channels"),
    Column("round", Integer, nullable=False),
    text_column("message"),
    text_column("text"),
    text_column("day"),
)

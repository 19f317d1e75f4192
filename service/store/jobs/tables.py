"""The table of jobs: one row for everything that is found in a programme, and how far that is."""

from sqlalchemy import Column, Float, Integer, Table, UniqueConstraint

from nlp.messages import Message
from service.publications.ordered import Ordered
from service.store.columns import CleanText, Typed, belongs_to, metadata, text_column

jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    text_column("kind"),
    text_column("subject"),
    Column("compared", Typed(tuple[str, ...]), nullable=False),
    Column("key", CleanText, nullable=False),
    Column("stage", Integer, nullable=False),
    text_column("inputs"),
    text_column("state"),
    Column("attempts", Integer, nullable=False),
    text_column("worker"),
    Column("beat", Integer, nullable=False),
    Column("step", Typed(Message | None)),
    Column("done", Integer, nullable=False),
    Column("of", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("error", Typed(Message | None)),
    Column("ordered", Typed(Ordered | None)),
    UniqueConstraint("programme_id", "key"),
    sqlite_autoincrement=True,
)

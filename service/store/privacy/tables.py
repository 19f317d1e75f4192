"""The tables of consents and of what a programme keeps to itself."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from service.store.columns import belongs_to, metadata, text_column

consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("programmes"),
    Column("file_id", Integer, ForeignKey("sessions.file_id", ondelete="CASCADE")),
    text_column("name"),
    text_column("consent"),
)

privacy = Table(
    "privacy",
    metadata,
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    text_column("secret"),
    Column("keep_months", Integer),
    text_column("keep_until"),
)

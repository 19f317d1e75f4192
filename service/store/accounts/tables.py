"""The tables of accounts. Of every secret (cookie, link, token) only a hash is kept."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, UniqueConstraint

from service.store.columns import CleanText, UtcTime, belongs_to, metadata, text_column

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    text_column("login"),
    Column("login_key", CleanText, nullable=False, unique=True),
    text_column("name"),
    text_column("password"),
    text_column("language"),
    Column("is_active", Boolean, nullable=False),
    Column("is_administrator", Boolean, nullable=False),
    Column("created", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

memberships = Table(
    "memberships",
    metadata,
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True),
    text_column("role"),
    text_column("team"),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("accounts"),
    Column("secret", CleanText, nullable=False, unique=True),
    text_column("device"),
    Column("created", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
    Column("expires", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

account_links = Table(
    "account_links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("secret", CleanText, nullable=False, unique=True),
    text_column("purpose"),
    text_column("name"),
    Column("account_id", Integer, ForeignKey("accounts.id", ondelete="CASCADE")),
    Column("programme_id", Integer, ForeignKey("programmes.id", ondelete="CASCADE")),
    text_column("role"),
    text_column("team"),
    Column("is_administrator", Boolean, nullable=False),
    Column("made_by", Integer, ForeignKey("accounts.id", ondelete="SET NULL")),
    Column("created", UtcTime, nullable=False),
    Column("expires", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("accounts"),
    Column("secret", CleanText, nullable=False, unique=True),
    text_column("name"),
    Column("created", UtcTime, nullable=False),
    Column("last_used", UtcTime),
    Column("expires", UtcTime),
    sqlite_autoincrement=True,
)

identities_elsewhere = Table(
    "identities_elsewhere",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("accounts"),
    text_column("issuer"),
    text_column("subject"),
    UniqueConstraint("issuer", "subject"),
)

failed_attempts = Table(
    "failed_attempts",
    metadata,
    Column("key", CleanText, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", UtcTime, nullable=False, index=True),
)

service_keys = Table(
    "service_keys",
    metadata,
    Column("name", CleanText, primary_key=True),
    text_column("value"),
)

"""People have accounts, and places in programmes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "accounts",
        _id(),
        *_texts("login", "login_key", "name", "password", "language"),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        *_times("created"),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("login_key", name="uq_accounts_login_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "memberships",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        *_texts("role", "team"),
        sa.PrimaryKeyConstraint("programme_id", "account_id", name="pk_memberships"),
        _parent("memberships", "programme_id", "programmes"),
        _parent("memberships", "account_id", "accounts"),
    )
    op.create_index("ix_memberships_account_id", "memberships", ["account_id"])
    _secrets()
    _around_them()


def _around_them() -> None:
    """Make the tables of sign-in elsewhere, of failures, and of keys."""
    op.create_table(
        "identities_elsewhere",
        _id(),
        sa.Column("account_id", sa.Integer(), nullable=False),
        *_texts("issuer", "subject"),
        sa.PrimaryKeyConstraint("id", name="pk_identities_elsewhere"),
        sa.UniqueConstraint("issuer", "subject", name="uq_identities_elsewhere_issuer"),
        _parent("identities_elsewhere", "account_id", "accounts"),
    )
    op.create_table(
        "failed_attempts",
        *_texts("key"),
        sa.Column("failures", sa.Integer(), nullable=False),
        *_times("last"),
        sa.PrimaryKeyConstraint("key", name="pk_failed_attempts"),
    )
    op.create_index("ix_failed_attempts_last", "failed_attempts", ["last"])
    op.create_table("service_keys", *_texts("name", "value"), sa.PrimaryKeyConstraint("name", name="pk_service_keys"))


def _secrets() -> None:
    """Make the tables of cookies, links and tokens."""
    _table_of_secrets("sign_ins", *_texts("device"), *_times("created", "last_seen", "expires"))
    _table_of_secrets("api_tokens", *_texts("name"), *_times("created"), *_times("last_used", "expires", nullable=True))
    op.create_table(
        "account_links",
        _id(),
        *_texts("secret", "purpose", "name"),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        *_texts("role", "team"),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        *_times("created", "expires"),
        sa.PrimaryKeyConstraint("id", name="pk_account_links"),
        sa.UniqueConstraint("secret", name="uq_account_links_secret"),
        _parent("account_links", "account_id", "accounts"),
        _parent("account_links", "programme_id", "programmes"),
        _parent("account_links", "made_by", "accounts", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )


def _table_of_secrets(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        _id(),
        sa.Column("account_id", sa.Integer(), nullable=False),
        *_texts("secret"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("secret", name=f"uq_{name}_secret"),
        _parent(name, "account_id", "accounts"),
        sqlite_autoincrement=True,
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _times(*names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.DateTime(), nullable=nullable) for name in names]


def _parent(table: str, column: str, parent: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def downgrade() -> None:
    """Go back to the revision before."""
    for name in (
        "service_keys",
        "failed_attempts",
        "identities_elsewhere",
        "account_links",
        "api_tokens",
        "sign_ins",
        "memberships",
        "accounts",
    ):
        op.drop_table(name)

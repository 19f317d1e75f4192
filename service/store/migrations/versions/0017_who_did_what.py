"""Who did what and when, files that can be taken back, and requests that were answered."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    _journal()
    op.create_table(
        "removed_files",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("filename", "sha256", "session", "who")],
        sa.Column("removed", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("file_id", name="pk_removed_files"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_removed_files_file_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_removed_files_programme_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "requests",
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("scope", "key", "body")],
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.JSON(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("scope", "key", name="pk_requests"),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("time", sa.DateTime(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=True),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("who", "action", "kind", "thing", "name")],
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("undo", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_journal"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_journal_programme_id", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_programme_id", "journal", ["programme_id", "number"])


def downgrade() -> None:
    """Go back to the revision before."""
    for name in ("requests", "removed_files", "journal"):
        op.drop_table(name)

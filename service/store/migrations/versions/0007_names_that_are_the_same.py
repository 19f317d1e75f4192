"""Facilitators say which names are the same, in which order they stand, and which descriptors match."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "names",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("programme_id", name="pk_names"),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name="fk_names_programme_id", ondelete="CASCADE"),
    )

    op.create_table(
        "matches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("other_key", sa.Text(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matches"),
        sa.UniqueConstraint("programme_id", "key", "other_key", name="uq_matches_programme_id"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_matches_programme_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("matches")
    op.drop_table("names")

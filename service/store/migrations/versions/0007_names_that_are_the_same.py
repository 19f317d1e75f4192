"""Facilitators say which names of elements, levels and teams are the same, and in which order they stand."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
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


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("names")

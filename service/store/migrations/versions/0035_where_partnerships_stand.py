"""What facilitators say of where a partnership stands."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "said_stages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], "fk_said_stages_programme_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_said_stages"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("said_stages")

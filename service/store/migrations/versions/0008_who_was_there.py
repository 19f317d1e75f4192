"""Facilitators say who was in a session."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_attendance_programme_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["file_id"], ["sessions.file_id"], name="fk_attendance_file_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("attendance")

"""Work that takes time waits in the database; findings may be there in part, and parts know what went into them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("compared", sa.JSON(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("step", sa.JSON(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("error", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("programme_id", "key", name="uq_jobs_programme_id"),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name="fk_jobs_programme_id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.add_column("findings", sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("finding_parts", sa.Column("inputs", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_finding_parts_inputs", "finding_parts", ["programme_id", "inputs"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_index("ix_finding_parts_inputs", "finding_parts")
    with op.batch_alter_table("finding_parts") as finding_parts:
        finding_parts.drop_column("inputs")
    with op.batch_alter_table("findings") as findings:
        findings.drop_column("whole")
    op.drop_table("jobs")

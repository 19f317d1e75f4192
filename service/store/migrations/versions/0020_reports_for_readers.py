"""Publications know for whom they are written, and what they say; what goes into reports is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("publications", sa.Column("reader", sa.Text(), nullable=False, server_default="facilitator"))
    op.add_column("publications", sa.Column("words", sa.LargeBinary(), nullable=False, server_default=""))
    # SQLite keeps the default as text, which is no bytes.
    op.execute(sa.table("publications", sa.column("words", sa.LargeBinary())).update().values(words=b""))
    op.create_table(
        "report_choices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("choice", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_choices"),
        sa.UniqueConstraint("programme_id", "reader", name="uq_report_choices_programme_id"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_report_choices_programme_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("report_choices")
    with op.batch_alter_table("publications") as publications:
        publications.drop_column("words")
        publications.drop_column("reader")

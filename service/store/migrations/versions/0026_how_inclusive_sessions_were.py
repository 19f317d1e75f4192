"""What observers noted in sessions and what follows from it, and who held power in them."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "observer_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("observer", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Integer()),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], "fk_observer_notes_form_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], "fk_observer_notes_file_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_observer_notes"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "intentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], "fk_intentions_form_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_intentions"),
        sqlite_autoincrement=True,
    )
    _create_power()


def _create_power() -> None:
    op.create_table(
        "session_power",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("there", sa.Boolean(), nullable=False),
        sa.Column("holders", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["sessions.file_id"], "fk_session_power_file_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("file_id", "kind", name="pk_session_power"),
    )
    op.create_table(
        "critical_codings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], "fk_critical_codings_programme_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_critical_codings"),
    )
    op.add_column("sessions", sa.Column("first_names", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("sessions", "first_names")  # a batch would make the table anew: what was said of it would go with it
    op.drop_table("critical_codings")
    op.drop_table("session_power")
    op.drop_table("intentions")
    op.drop_table("observer_notes")

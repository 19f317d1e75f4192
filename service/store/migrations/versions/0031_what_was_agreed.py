"""Actions, what people say became of them, what is left as it is, and addresses for calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], "fk_actions_programme_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        sa.UniqueConstraint("code", name="uq_actions_code"),
    )
    op.create_table(
        "action_verdicts",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], "fk_action_verdicts_action_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("action_id", "review", name="pk_action_verdicts"),
    )
    _create_what_is_left()


def _create_what_is_left() -> None:
    op.create_table(
        "left_as_is",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], "fk_left_as_is_programme_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_left_as_is"),
        sa.UniqueConstraint("code", name="uq_left_as_is_code"),
    )
    op.create_table(
        "calendars",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("names", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], "fk_calendars_programme_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("programme_id", name="pk_calendars"),
        sa.UniqueConstraint("secret", name="uq_calendars_secret"),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    for table in ("calendars", "left_as_is", "action_verdicts", "actions"):
        op.drop_table(table)

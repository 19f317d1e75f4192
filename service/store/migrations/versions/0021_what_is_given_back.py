"""What is given back to participants and what they answer; channels without names."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    _give_back()
    _channels()


def _give_back() -> None:
    op.create_table(
        "asks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("opened", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_asks"),
        sa.UniqueConstraint("code", name="uq_asks_code"),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name="fk_asks_programme_id", ondelete="CASCADE"),
    )
    op.create_table(
        "ask_answers",
        sa.Column("ask_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("shown_verdict", sa.Text(), nullable=True),
        sa.Column("shown_line", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("ask_id", "person", "reading", name="pk_ask_answers"),
        sa.ForeignKeyConstraint(["ask_id"], ["asks.id"], name="fk_ask_answers_ask_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _channels() -> None:
    op.create_table(
        "channels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channels"),
        sa.UniqueConstraint("code", name="uq_channels_code"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_channels_programme_id", ondelete="CASCADE"
        ),
    )
    _written()


def _written() -> None:
    op.create_table(
        "channel_messages",
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("channel_id", "id", name="pk_channel_messages"),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channels.id"], name="fk_channel_messages_channel_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "channel_replies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channel_replies"),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channels.id"], name="fk_channel_replies_channel_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    for name in ("channel_replies", "channel_messages", "channels", "ask_answers", "asks"):
        op.drop_table(name)

"""Memos about readings, notes, descriptors and sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "memos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("closed", sa.DateTime()),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], "fk_memos_programme_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_memos"),
    )
    op.create_table(
        "memo_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["memo_id"], ["memos.id"], "fk_memo_texts_memo_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_memo_texts"),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("memo_texts")
    op.drop_table("memos")

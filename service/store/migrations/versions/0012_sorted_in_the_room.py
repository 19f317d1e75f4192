"""Those present sort cards on their phones."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("cards", sa.JSON(), nullable=False),
        sa.Column("piles", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rooms"),
        sa.UniqueConstraint("code", name="uq_rooms_code"),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], name="fk_rooms_programme_id", ondelete="CASCADE"),
    )

    op.create_table(
        "room_answers",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("pile", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("room_id", "person", "card", name="pk_room_answers"),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], name="fk_room_answers_room_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("room_answers")
    op.drop_table("rooms")

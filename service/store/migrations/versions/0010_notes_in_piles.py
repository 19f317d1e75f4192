"""People lay the notes of an element in piles, step by step."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "sortings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("sorter", sa.Text(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sortings"),
        sa.UniqueConstraint("programme_id", "element", "sorter", name="uq_sortings_programme_id"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_sortings_programme_id", ondelete="CASCADE"
        ),
    )

    op.create_table(
        "sorting_steps",
        sa.Column("sorting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("sorting_id", "number", name="pk_sorting_steps"),
        sa.UniqueConstraint("sorting_id", "key", name="uq_sorting_steps_sorting_id"),
        sa.ForeignKeyConstraint(
            ["sorting_id"], ["sortings.id"], name="fk_sorting_steps_sorting_id", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("sorting_steps")
    op.drop_table("sortings")

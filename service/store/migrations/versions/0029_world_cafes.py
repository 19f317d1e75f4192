"""World Cafés: who sits where, and what the tables wrote."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "cafes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("over", sa.Integer(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("file_id", sa.Integer()),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"], "fk_cafes_programme_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], "fk_cafes_file_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_cafes"),
        sa.UniqueConstraint("code", name="uq_cafes_code"),
    )
    op.create_table(
        "cafe_notes",
        sa.Column("cafe_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("gathered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["cafe_id"], ["cafes.id"], "fk_cafe_notes_cafe_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("cafe_id", "id", name="pk_cafe_notes"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("cafe_notes")
    op.drop_table("cafes")

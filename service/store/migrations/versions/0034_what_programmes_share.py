"""What programmes share with each other, and what was brought in as files."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0032"
branch_labels = None
depends_on = None

WORDS = ("kind", "language", "element", "words", "level", "came_of", "credit")


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "library_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("taken_back", sa.DateTime()),
        sa.Column("thing", sa.JSON()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in WORDS),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], "fk_library_entries_programme_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_library_entries"),
    )
    op.create_table(
        "library_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("arrived", sa.DateTime(), nullable=False),
        sa.Column("waiting", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_library_files"),
    )
    op.create_table(
        "library_brought",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("library_file_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in WORDS),
        sa.ForeignKeyConstraint(
            ["library_file_id"], ["library_files.id"], "fk_library_brought_library_file_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_library_brought"),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("library_brought")
    op.drop_table("library_files")
    op.drop_table("library_entries")

"""Rubrics that are written here: what was done with them, and the files made of them."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    _steps()
    _rooms()


def _steps() -> None:
    op.create_table(
        "rubric_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("others", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rubric_steps"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_rubric_steps_programme_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_rubric_steps_programme_id", "rubric_steps", ["programme_id", "id"])
    op.create_table(
        "rubric_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_rubric_files"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_rubric_files_programme_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_rubric_files_file_id", ondelete="SET NULL"),
    )


def _rooms() -> None:
    op.create_table(
        "rubric_rooms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rubric_rooms"),
        sa.UniqueConstraint("code", name="uq_rubric_rooms_code"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_rubric_rooms_programme_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "rubric_proposals",
        sa.Column("rubric_room_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("rubric_room_id", "id", name="pk_rubric_proposals"),
        sa.ForeignKeyConstraint(
            ["rubric_room_id"], ["rubric_rooms.id"], name="fk_rubric_proposals_rubric_room_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Go back to the revision before."""
    for name in ("rubric_proposals", "rubric_rooms", "rubric_files"):
        op.drop_table(name)
    op.drop_table("rubric_steps")

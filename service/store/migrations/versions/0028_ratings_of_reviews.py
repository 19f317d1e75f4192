"""What teams say of elements in a review, the link by which phones do, and when the parts of its day were."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("reviews", sa.Column("starts", sa.Text(), nullable=False, server_default="09:00"))
    op.add_column("reviews", sa.Column("took", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "review_records",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("review_id", name="pk_review_records"),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_review_records_review_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_review_records_file_id", ondelete="CASCADE"),
    )
    _links()
    _entered()


def _links() -> None:
    op.create_table(
        "review_notes",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("review_id", name="pk_review_notes"),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_review_notes_review_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_review_notes_file_id", ondelete="SET NULL"),
    )
    op.create_table(
        "rating_links",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("review_id", name="pk_rating_links"),
        sa.UniqueConstraint("code", name="uq_rating_links_code"),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_rating_links_review_id", ondelete="CASCADE"),
    )


def _entered() -> None:
    texts = ("way", "team", "element", "level", "participant", "note", "person", "state")
    op.create_table(
        "entered_ratings",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.PrimaryKeyConstraint("review_id", "id", name="pk_entered_ratings"),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_entered_ratings_review_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Go back to the revision before."""
    for name in ("entered_ratings", "rating_links", "review_notes", "review_records"):
        op.drop_table(name)
    op.drop_column("reviews", "took")
    op.drop_column("reviews", "starts")

"""Facilitators ask questions of their own, in several languages, and put the chosen ones in an order."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("questions", sa.Column("own", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("questions", sa.Column("texts", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("questions", sa.Column("past", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go back to the revision before."""
    for name in ("past", "texts", "own"):
        op.drop_column("questions", name)

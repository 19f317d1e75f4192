"""Answers to session forms that came from a device which had sent many before."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("observations", sa.Column("after_many", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("observations", "after_many")

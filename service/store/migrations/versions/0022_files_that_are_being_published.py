"""What is to be published travels with the job that makes it."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("jobs", sa.Column("ordered", sa.JSON()))


def downgrade() -> None:
    """Go back to the revision before."""
    op.execute(sa.text("DELETE FROM jobs WHERE kind = 'publication'"))
    op.drop_column("jobs", "ordered")

"""Files keep what should be known of how their words were won, as that they were read from a picture."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("files", sa.Column("remarks", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("files", "remarks")  # a batch would make the table anew on SQLite: its notes would go with it

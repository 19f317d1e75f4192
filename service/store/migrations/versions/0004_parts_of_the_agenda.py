"""Parts of the agenda that a transcript names; sessions kept before have none until they are uploaded again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    with op.batch_alter_table("sessions") as sessions:
        sessions.add_column(sa.Column("segments", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("sessions", "segments")  # a batch would make the table anew on SQLite: identities would go with it

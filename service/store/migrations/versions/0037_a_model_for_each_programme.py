"""Which model reads the notes of a programme, where it is not that of the installation."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("programmes", sa.Column("model", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("programmes", "model")

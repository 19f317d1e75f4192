"""Files keep what was said of how they are read, and the shape that tells others of their kind; so do waiting files.

Of files kept before nothing was said; files that waited have to be uploaded again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.add_column("files", sa.Column("plan", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("files", sa.Column("shape", sa.Text(), nullable=False, server_default=""))
    op.execute("DELETE FROM uploads")
    op.execute("DELETE FROM upload_files")
    with op.batch_alter_table("upload_files") as upload_files:
        upload_files.add_column(sa.Column("settings", sa.JSON(), nullable=False))


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("upload_files") as upload_files:
        upload_files.drop_column("settings")
    op.drop_column("files", "shape")  # a batch would make the table anew on SQLite: its notes would go with it
    op.drop_column("files", "plan")

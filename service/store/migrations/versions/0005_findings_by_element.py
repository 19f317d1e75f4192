"""Programmes count their changes, findings are kept by element, and a waiting file keeps what was read from it.

Findings kept before are made again when asked for; files that waited have to be uploaded again.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    with op.batch_alter_table("programmes") as programmes:
        programmes.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    _remarks(lambda pair: {"template": pair[0], "values": pair[1]})
    op.execute("DELETE FROM findings")
    with op.batch_alter_table("findings") as findings:
        findings.drop_column("result")
        findings.add_column(sa.Column("result", sa.Text(), nullable=False))
    op.create_table(
        "finding_parts",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("programme_id", "key", "position", name="pk_finding_parts"),
        sa.ForeignKeyConstraint(
            ["programme_id", "key"],
            ["findings.programme_id", "findings.key"],
            name="fk_finding_parts_programme_id",
            ondelete="CASCADE",
        ),
    )

    op.execute("DELETE FROM uploads")
    op.execute("DELETE FROM upload_files")
    with op.batch_alter_table("upload_files") as upload_files:
        upload_files.add_column(sa.Column("kind", sa.Text(), nullable=True))
        upload_files.add_column(sa.Column("reading", sa.Text(), nullable=False))


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("upload_files") as upload_files:
        upload_files.drop_column("reading")
        upload_files.drop_column("kind")
    op.drop_table("finding_parts")
    op.execute("DELETE FROM findings")
    with op.batch_alter_table("findings") as findings:
        findings.drop_column("result")
        findings.add_column(sa.Column("result", sa.JSON(), nullable=False))
    _remarks(lambda message: [message["template"], message["values"]])
    op.drop_column("programmes", "revision")  # a batch would make the table anew on SQLite: its files would go with it


def _remarks(change: Callable[[Any], Any]) -> None:
    """Write the remarks of every session in another form."""
    sessions = sa.table("sessions", sa.column("file_id", sa.Integer()), sa.column("remarks", sa.JSON()))
    rows = op.get_bind().execute(sa.select(sessions.c.file_id, sessions.c.remarks)).all()
    for file_id, remarks in rows:
        new = [change(remark) for remark in remarks or []]
        op.execute(sa.update(sessions).where(sessions.c.file_id == file_id).values(remarks=new))

"""What may be quoted of whom, how long a programme is kept, and what its numbers of people are drawn with."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_consents_programme_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["file_id"], ["sessions.file_id"], name="fk_consents_file_id", ondelete="CASCADE"),
    )
    op.create_table(
        "privacy",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("keep_months", sa.Integer(), nullable=True),
        sa.Column("keep_until", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("programme_id", name="pk_privacy"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_privacy_programme_id", ondelete="CASCADE"
        ),
    )
    _draw_secrets()


def _draw_secrets() -> None:
    """Give every programme that there is a secret of its own."""
    connection = op.get_bind()
    programmes = connection.execute(sa.text("SELECT id FROM programmes")).scalars().all()
    new = sa.text("INSERT INTO privacy (programme_id, secret, keep_until) VALUES (:programme, :secret, '')")
    for programme in programmes:
        connection.execute(new, {"programme": programme, "secret": secrets.token_hex(16)})


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("privacy")
    op.drop_table("consents")

"""Small surveys with their answers, and what came of what people were asked."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ASKED = ("form", "room", "ask", "channel", "survey")


def upgrade() -> None:
    """Go to this revision."""
    _surveys()
    _outcomes()


def _surveys() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("notes_id", sa.Integer(), nullable=True),
        sa.Column("ratings_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_surveys"),
        sa.UniqueConstraint("code", name="uq_surveys_code"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_surveys_programme_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["notes_id"], ["files.id"], name="fk_surveys_notes_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["ratings_id"], ["files.id"], name="fk_surveys_ratings_id", ondelete="SET NULL"),
    )
    op.create_table(
        "survey_answers",
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("survey_id", "person", name="pk_survey_answers"),
        sa.ForeignKeyConstraint(["survey_id"], ["surveys.id"], name="fk_survey_answers_survey_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        *(sa.Column(f"{each}_id", sa.Integer(), nullable=True) for each in ASKED),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outcomes"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_outcomes_programme_id", ondelete="CASCADE"
        ),
        *(
            sa.ForeignKeyConstraint([f"{each}_id"], [f"{each}s.id"], name=f"fk_outcomes_{each}_id", ondelete="CASCADE")
            for each in ASKED
        ),
        *(sa.UniqueConstraint(f"{each}_id", name=f"uq_outcomes_{each}_id") for each in ASKED),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    for name in ("outcomes", "survey_answers", "surveys"):
        op.drop_table(name)

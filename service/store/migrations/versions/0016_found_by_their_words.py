"""Notes, descriptors, turns and remarks are found by their words."""

from collections.abc import Callable, Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from service.store.search.entries import as_vector, words_of

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ROWS = {"units": "text", "descriptors": "text", "turns": "text", "ratings": "note"}
AT_ONCE = 5_000
FTS = """CREATE VIRTUAL TABLE search_words USING fts5(
    words, content='search_entries', content_rowid='id', columnsize=0,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mc Mn'"
)"""
OUT = "INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
INTO = "INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);"
ENTRY = "DELETE FROM search_entries WHERE file_id = old.file_id AND position = old.position;"
FORGET = f"""CREATE FUNCTION forget_search_entry() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN {ENTRY} RETURN NULL; END $$"""


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "search_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_entries"),
        sa.UniqueConstraint("file_id", "position", name="uq_search_entries_file_id"),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name="fk_search_entries_file_id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    db = op.get_bind()
    postgres = db.dialect.name == "postgresql"
    for statement in _postgresql() if postgres else _sqlite():
        db.exec_driver_sql(statement)
    for table, column in ROWS.items():
        _add(db, table, column, as_vector if postgres else " ".join)


def downgrade() -> None:
    """Go back to the revision before."""
    db = op.get_bind()
    if db.dialect.name == "postgresql":
        db.exec_driver_sql("DROP FUNCTION forget_search_entry() CASCADE")
    else:
        for table in ROWS:
            db.exec_driver_sql(f"DROP TRIGGER search_{table}_deleted")
            db.exec_driver_sql(f"DROP TRIGGER search_{table}_changed")
        db.exec_driver_sql("DROP TRIGGER search_files_deleted")
        db.exec_driver_sql("DROP TABLE search_words")
    op.drop_table("search_entries")


def _postgresql() -> Iterator[str]:
    yield "CREATE INDEX search_words ON search_entries USING gin (words)"
    yield FORGET
    for table, column in ROWS.items():
        yield (
            f"CREATE TRIGGER search_{table} AFTER DELETE OR UPDATE OF {column} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION forget_search_entry()"
        )


def _sqlite() -> Iterator[str]:
    yield FTS
    yield f"CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN {INTO} END"
    yield f"CREATE TRIGGER search_entries_deleted AFTER DELETE ON search_entries BEGIN {OUT} END"
    yield f"CREATE TRIGGER search_entries_changed AFTER UPDATE ON search_entries BEGIN {OUT} {INTO} END"
    for table, column in ROWS.items():
        yield f"CREATE TRIGGER search_{table}_deleted AFTER DELETE ON {table} BEGIN {ENTRY} END"
        yield f"CREATE TRIGGER search_{table}_changed AFTER UPDATE OF {column} ON {table} BEGIN {ENTRY} END"
    optimize = "INSERT INTO search_words(search_words) VALUES ('optimize');"
    yield f"CREATE TRIGGER search_files_deleted AFTER DELETE ON files BEGIN {optimize} END"


def _add(db: sa.Connection, table: str, column: str, stored: Callable[[list[str]], str]) -> None:
    """Write down the words of the rows that are there."""
    words = sa.column("words", postgresql.TSVECTOR() if db.dialect.name == "postgresql" else sa.Text())
    entries = sa.table("search_entries", sa.column("file_id"), sa.column("position"), words)
    found = db.exec_driver_sql(f"SELECT file_id, position, {column} FROM {table} WHERE {column} <> ''").all()
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        rows = [{"file_id": file, "position": at, "words": stored(words_of(text))} for file, at, text in some]
        db.execute(sa.insert(entries), rows)

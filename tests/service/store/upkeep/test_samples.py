"""PostgreSQL keeps nothing of what people wrote in its statistics."""

from sqlalchemy import text

from service.store import Database
from service.store.upkeep.samples import keep_no_samples
from tests.service import postgres

NAMES = ("সাদিয়া", "Zubaydah", "सृजना")


def sampled(database):
    """The columns of which there are samples, once the database has looked at all tables."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
        found = connection.execute(text("SELECT tablename, attname FROM pg_stats WHERE schemaname = current_schema()"))
        return {tuple(row) for row in found}


def insert(database, slug):
    with database.writing() as db:
        db.execute(
            text("INSERT INTO programmes (slug, name, description, outline, created) VALUES (:s, :n, '', '{}', now())"),
            [{"s": f"{slug}{at}", "n": NAMES[at % 3]} for at in range(30)],
        )


def test_names_do_not_outlive_their_rows_in_statistics(cluster):
    """Of texts and bytes there are no samples, of keys and numbers there are."""
    database = Database.open(postgres.new_database(cluster, "samples"))
    insert(database, "a")
    there = sampled(database)
    assert ("programmes", "id") in there
    assert ("programmes", "name") not in there
    with database.writing() as db:
        db.execute(text("ALTER TABLE programmes ALTER COLUMN name SET STATISTICS 100"))
        keep_no_samples(db)
    insert(database, "b")
    assert sampled(database) == there
    database.close()

"""PostgreSQL keeps samples of what stands in columns, to plan its queries; of what people wrote it shall keep none."""

from sqlalchemy import Connection, text

OF_WORDS = ("text", "character varying", "bytea", "tsvector")
_SAMPLED = text(
    """SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    AND COALESCE(attstattarget, -1) <> 0 AND format_type(atttypid, NULL) = ANY(:kinds)"""
)


def keep_no_samples(connection: Connection) -> None:
    """Let PostgreSQL sample no column of texts or bytes from now on.

    Its statistics (`pg_stats`) hold the most common values of a column as they are, long after the rows are gone; to
    plan queries by keys and numbers it does not need them. Samples that were taken before stay.
    """
    quote = connection.dialect.identifier_preparer.quote
    for table, column in connection.execute(_SAMPLED, {"kinds": list(OF_WORDS)}).all():
        connection.execute(text(f"ALTER TABLE {quote(table)} ALTER COLUMN {quote(column)} SET STATISTICS 0"))

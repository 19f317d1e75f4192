"""Which texts have some words: FTS5 on SQLite, a `tsvector` on PostgreSQL, asked for the same."""

from collections.abc import Sequence

from sqlalchemy import text

from service.search.types import Term
from service.store.database import Transaction

_OF_PROGRAMME = "JOIN files ON files.id = search_entries.file_id AND files.programme_id = :programme"
_SQLITE = text(
    "SELECT search_entries.id FROM search_words JOIN search_entries ON search_entries.id = search_words.rowid "
    f"{_OF_PROGRAMME} WHERE search_words MATCH :asked"
)
_POSTGRESQL = text(
    f"SELECT search_entries.id FROM search_entries {_OF_PROGRAMME} "
    "WHERE search_entries.words @@ CAST(:asked AS tsquery)"
)


def find(db: Transaction, programme_id: int, terms: Sequence[Term], *, every: bool = True) -> list[int]:
    """Return the entries of a programme that have `every` term, or any of them; none if there are no terms."""
    if not terms:
        return []
    postgres = db.dialect.name == "postgresql"
    single, joined = (_as_tsquery, " & " if every else " | ") if postgres else (_as_match, " AND " if every else " OR ")
    asked = joined.join(map(single, terms))
    return list(db.scalars(_POSTGRESQL if postgres else _SQLITE, {"programme": programme_id, "asked": asked}))


def _as_match(term: Term) -> str:
    """Return a term for FTS5; folded words hold no signs that it would read."""
    return f'"{" ".join(term.words)}"{"" if term.whole else " *"}'


def _as_tsquery(term: Term) -> str:
    *others, last = (f"'{word}'" for word in term.words)
    return f"({' <-> '.join([*others, last if term.whole else f'{last}:*'])})"

"""Writing down by which words rows are found."""

from collections.abc import Iterable

from sqlalchemy import func, insert, select, text

from nlp.text.folding import fold_text
from service.store.database import Transaction
from service.store.search.tables import search_entries
from service.store.tables import files

MOST_LETTERS = 200_000
"""Letters of one text that are found: a `tsvector` holds no more than 1 MB."""

_LAST_PLACE, _PLACES_OF_ONE = 16_383, 255


def add(db: Transaction, file_id: int, texts: Iterable[tuple[int, str]]) -> None:
    """Let rows of a file, each by its position, be found by the words of its text; one without text is not found."""
    stored = as_vector if db.dialect.name == "postgresql" else " ".join
    rows = [
        {"file_id": file_id, "position": position, "words": stored(words_of(written))}
        for position, written in texts
        if written
    ]
    if rows:
        db.execute(insert(search_entries), rows)


def places(db: Transaction, programme_id: int) -> list[tuple[int, int, int]]:
    """Return the entries of a programme: id, file, position in it."""
    query = (
        select(search_entries.c.id, search_entries.c.file_id, search_entries.c.position)
        .join(files, files.c.id == search_entries.c.file_id)
        .where(files.c.programme_id == programme_id)
        .order_by(search_entries.c.file_id, search_entries.c.position)
    )
    return [tuple(row) for row in db.execute(query)]


def extent(db: Transaction, programme_id: int) -> tuple[int, int]:
    """Return how many entries a programme has and the highest of their ids: another one after every change of them."""
    query = (
        select(func.count(), func.coalesce(func.max(search_entries.c.id), 0))
        .select_from(search_entries.join(files, files.c.id == search_entries.c.file_id))
        .where(files.c.programme_id == programme_id)
    )
    count, highest = db.execute(query).one()
    return count, highest


def sweep(db: Transaction) -> None:
    """Leave nothing in the index of what was taken out of it; with a file that goes this happens by itself."""
    if db.dialect.name == "sqlite":
        db.execute(text("INSERT INTO search_words(search_words) VALUES ('optimize')"))


def words_of(written: str) -> list[str]:
    """Return the words by which a text is found."""
    return fold_text(written[:MOST_LETTERS])


def as_vector(words: Iterable[str]) -> str:
    """Return words as PostgreSQL writes a `tsvector`, each with its places."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        places.setdefault(word, []).append(min(place, _LAST_PLACE))
    return " ".join(f"'{word}':{','.join(map(str, own[:_PLACES_OF_ONE]))}" for word, own in places.items())

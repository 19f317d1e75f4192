"""Publications that tell what has to go."""

from collections.abc import Callable
from html import unescape

from sqlalchemy import delete, func, select

from service.store.database import Transaction
from service.store.publications.tables import publications


def count(db: Transaction, programme_id: int) -> int:
    """Return how many publications a programme has."""
    own = publications.c.programme_id == programme_id
    return db.scalar(select(func.count()).select_from(publications).where(own)) or 0


def remove_telling(db: Transaction, programme_id: int, hide: Callable[[str], str]) -> int:
    """Remove the publications that tell what `hide` takes out of a text; their bytes never change. Return how many."""
    own = select(publications.c.id).where(publications.c.programme_id == programme_id)
    gone = 0
    for number in db.scalars(own).all():
        this = publications.c.id == number
        columns = (publications.c.title, publications.c.content, publications.c.words)
        title, content, words = db.execute(select(*columns).where(this)).one()
        texts = (title, *(unescape(each.decode("utf-8", "replace")) for each in (words or content,)))
        if any(hide(text) != text for text in texts):
            db.execute(delete(publications).where(this))
            gone += 1
    return gone

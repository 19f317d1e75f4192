"""What teams say of elements in a review: entered by a facilitator, or sent by phones.

What a phone sends waits under a random name of the phone until there is enough of its team; then it is shown, and whose
it was is forgotten.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, delete, distinct, func, insert, select, update

from service.annotations.tokens import new_token
from service.errors import NotFound
from service.reviews.types import EnteredRating, Way
from service.store.conflicts import add_under_code, put
from service.store.database import Transaction
from service.store.reviews.tables import entered_ratings, rating_links, review_notes, reviews

SIGNS = 8
NOBODY = ""
_C = entered_ratings.c


class State(StrEnum):
    """How far a rating is."""

    WAITS = "waits"
    SHOWN = "shown"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The link of a review by which phones rate."""

    review_id: int
    programme_id: int
    code: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class KeptRating:
    """A rating with its id."""

    id: str
    rating: EnteredRating


def open_link(db: Transaction, review: int, *, is_open: bool) -> None:
    """Open or close the link of a review; the first time it gets a code that no other one has."""
    row = {"review_id": review, "is_open": is_open}
    if not db.execute(update(rating_links).where(rating_links.c.review_id == review).values(is_open=is_open)).rowcount:
        add_under_code(db, rating_links, row, SIGNS)


def link_of(db: Transaction, review: int) -> LinkRow | None:
    """Return the link of a review, None if there never was one."""
    row = db.execute(_links().where(rating_links.c.review_id == review)).mappings().first()
    return LinkRow(**row) if row else None


def find_link(db: Transaction, code: str, *, lock: bool = False) -> LinkRow:
    """Return the link with a code; with `lock`, nobody else sends by it until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    query = _links().where(rating_links.c.code == code)
    row = db.execute(query.with_for_update(of=rating_links) if lock else query).mappings().first()
    if row is None:
        raise NotFound("link", code)
    return LinkRow(**row)


def _links() -> Select[tuple[int, int, str, bool]]:
    c = rating_links.c
    return select(c.review_id, reviews.c.programme_id, c.code, c.is_open).join(reviews, reviews.c.id == c.review_id)


def every(db: Transaction, review: int, states: Collection[State]) -> tuple[KeptRating, ...]:
    """Return the ratings of a review in some states, in the order of their random ids."""
    query = select(entered_ratings).where(_C.review_id == review, _C.state.in_(states)).order_by(_C.id)
    return tuple(
        KeptRating(row.id, EnteredRating(Way(row.way), row.team, row.element, row.level, row.participant, row.note))
        for row in db.execute(query)
    )


def add(db: Transaction, review: int, ratings: Sequence[EnteredRating]) -> None:
    """Store ratings that a facilitator entered."""
    if rows := [_row(review, each, NOBODY, State.KEPT) for each in ratings]:
        db.execute(insert(entered_ratings), rows)


def remove(db: Transaction, review: int, ids: Sequence[str]) -> None:
    """Forget ratings."""
    db.execute(delete(entered_ratings).where(_C.review_id == review, _C.id.in_(ids)))


def send(db: Transaction, review: int, person: str, ratings: Sequence[EnteredRating]) -> None:
    """Let the ratings of a phone wait, in the place of those of it that wait."""
    db.execute(delete(entered_ratings).where(_C.review_id == review, _C.person == person))
    if rows := [_row(review, each, person, State.WAITS) for each in ratings]:
        db.execute(insert(entered_ratings), rows)


def waiting(db: Transaction, review: int, team: str) -> int:
    """Return how many phones of a team sent what waits."""
    query = select(func.count(distinct(_C.person)))
    return db.scalar(query.where(_C.review_id == review, _C.state == State.WAITS, _C.team == team)) or 0


def phones_waiting(db: Transaction, review: int) -> int:
    """Return how many phones sent what waits."""
    return db.scalar(select(func.count(distinct(_C.person))).where(_C.review_id == review, _C.person != NOBODY)) or 0


def received(db: Transaction, review: int) -> int:
    """Return how many ratings came from phones."""
    return db.scalar(select(func.count()).where(_C.review_id == review, _C.way == Way.PHONE)) or 0


def show(db: Transaction, review: int, team: str) -> None:
    """Show what waits of a team, and forget whose it was: its ids too are new ones."""
    here = (_C.review_id == review, _C.state == State.WAITS, _C.team == team)
    rows = db.execute(select(entered_ratings).where(*here)).mappings().all()
    db.execute(delete(entered_ratings).where(*here))
    if rows:
        again = [{**row, "id": new_token(), "person": NOBODY, "state": State.SHOWN.value} for row in rows]
        db.execute(insert(entered_ratings), again)


def count_shown(db: Transaction, review: int) -> int:
    """Return how many ratings can be shown and are in no file yet."""
    return db.scalar(select(func.count()).where(_C.review_id == review, _C.state == State.SHOWN)) or 0


def keep(db: Transaction, review: int) -> None:
    """Remember that all that can be shown is in a file."""
    here = (_C.review_id == review, _C.state == State.SHOWN)
    db.execute(update(entered_ratings).where(*here).values(state=State.KEPT.value))


def notes_file(db: Transaction, review: int) -> int | None:
    """Return the id of the file of what a review has under levels, None if there is none."""
    return db.scalar(select(review_notes.c.file_id).where(review_notes.c.review_id == review))


def set_files(db: Transaction, review: int, of_ratings: int | None, of_notes: int | None) -> None:
    """Remember the files of a review."""
    db.execute(update(reviews).where(reviews.c.id == review).values(file_id=of_ratings))
    put(db, review_notes, {"review_id": review, "file_id": of_notes})


def _row(review: int, rating: EnteredRating, person: str, state: State) -> dict[str, object]:
    return {
        "review_id": review,
        "id": new_token(),
        "way": rating.way.value,
        "team": rating.team,
        "element": rating.element,
        "level": rating.level,
        "participant": rating.participant,
        "note": rating.reason,
        "person": person,
        "state": state.value,
    }

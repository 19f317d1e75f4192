"""Forms that those present fill in, and what they answered: nothing that tells who, when or from where."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields

from sqlalchemy import Integer, Select, cast, delete, func, select, update

from nlp.participation.feedback import Observation
from service.errors import NotFound
from service.store.conflicts import add_under_code, is_new
from service.store.database import Transaction
from service.store.tables import forms, observations


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form.

    Attributes:
        file_id: of the transcript of its session, None while that is not known.
        code: its name in addresses, short enough to type.
        title: of the session, as the facilitator calls it.
        opening: how often it was opened, from 1.
    """

    id: int
    programme_id: int
    file_id: int | None
    code: str
    title: str
    opening: int
    is_open: bool


_ROW = [forms.c[field.name] for field in fields(FormRow)]


def add(db: Transaction, programme_id: int, title: str, file_id: int | None) -> FormRow:
    """Store a new, open form under a code that no other one has."""
    row = {"programme_id": programme_id, "file_id": None, "title": title, "opening": 1, "is_open": True}
    code = add_under_code(db, forms, row)
    belongs_to(db, find(db, code), file_id)
    return find(db, code)


def every(db: Transaction, programme_id: int) -> tuple[FormRow, ...]:
    """Return the forms of a programme, oldest first."""
    query = select(*_ROW).where(forms.c.programme_id == programme_id).order_by(forms.c.id)
    return tuple(FormRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> FormRow:
    """Return a form; with `lock`, nobody else opens or closes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(forms.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("form", code)
    return FormRow(**row)


def set_open(db: Transaction, form: FormRow, *, is_open: bool) -> None:
    """Open or close a form; opening it again begins a new round."""
    opening = form.opening + 1 if is_open and not form.is_open else form.opening
    db.execute(update(forms).where(forms.c.id == form.id).values(is_open=is_open, opening=opening))


def belongs_to(db: Transaction, form: FormRow, file_id: int | None) -> None:
    """Say which session a form is about; another form of that session is about none afterwards."""
    if file_id is not None:
        db.execute(update(forms).where(forms.c.file_id == file_id).values(file_id=None))
    db.execute(update(forms).where(forms.c.id == form.id).values(file_id=file_id))


def remove(db: Transaction, form: FormRow) -> None:
    """Forget a form and all its answers."""
    db.execute(delete(forms).where(forms.c.id == form.id))


def answer(db: Transaction, form: FormRow, answers: Mapping[str, Observation], *, after_many: bool = False) -> int:
    """Store answers under their tokens, skipping tokens that are known; return how many were stored.

    With `after_many` they come from a device that had sent many before.
    """
    about = {"form_id": form.id, "opening": form.opening, "after_many": after_many}
    rows = [{"token": token, **about, **asdict(each)} for token, each in answers.items()]
    return sum(is_new(db, observations, row) for row in rows)


def received(db: Transaction, form: FormRow) -> int:
    """Return how many answers a form has."""
    query = select(func.count()).select_from(observations).where(observations.c.form_id == form.id)
    return db.scalar(query) or 0


def after_many(db: Transaction, form: FormRow) -> Mapping[int, tuple[int, int]]:
    """Return for each opening that has answers how many those are, and how many of them came after many."""
    here = observations.c
    query = select(here.opening, func.count(), func.sum(cast(here.after_many, Integer)))
    found = db.execute(query.where(here.form_id == form.id).group_by(here.opening))
    return {opening: (received, marked) for opening, received, marked in found}


def remove_after_many(db: Transaction, form: FormRow, openings: Collection[int]) -> None:
    """Forget the answers that came after many at some openings of a form."""
    here = observations.c
    which = here.form_id == form.id, here.after_many, here.opening.in_(openings)
    db.execute(delete(observations).where(*which))


def all_received(db: Transaction, programme_id: int) -> int:
    """Return how many answers the forms of a programme have, of all openings."""
    own = select(forms.c.id).where(forms.c.programme_id == programme_id)
    query = select(func.count()).select_from(observations).where(observations.c.form_id.in_(own))
    return db.execute(query).scalar_one()


def rounds(db: Transaction, form: FormRow) -> tuple[tuple[Observation, ...], ...]:
    """Return the answers of each closed round, oldest round first, in the order of their random tokens."""
    closed = form.opening - form.is_open
    columns = [observations.c[field.name] for field in fields(Observation)]
    query = (
        select(observations.c.opening, *columns).where(observations.c.form_id == form.id).order_by(observations.c.token)
    )
    came: list[list[Observation]] = [[] for _ in range(closed)]
    for opening, *values in db.execute(query):
        if opening <= closed:
            came[opening - 1].append(Observation(*values))
    return tuple(tuple(each) for each in came)

"""Gatherings and their notes. Of who wrote a note nothing is kept: its id comes from a key that their phone keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import Select, case, delete, func, select, update

from nlp.consent import UNQUOTED
from service.errors import NotFound
from service.live.types import NoteState
from service.store.conflicts import add_under_code, is_new, put
from service.store.database import Transaction
from service.store.giving_back.asks import SIGNS
from service.store.live.tables import gathered_notes, gatherings

WORDLESS = ("", UNQUOTED)
"""What is left of a note that was taken back, or deleted for good."""

ELSEWHERE = 0
"""Place of a note that was in a file which somebody removed."""


@dataclass(frozen=True, slots=True)
class GatheringRow:
    """What is asked; `file_id` is of the file that its notes were written into, None if there is none."""

    id: int
    programme_id: int
    code: str
    title: str
    review: str
    elements: tuple[str, ...]
    teams: tuple[str, ...]
    is_open: bool
    day: str
    file_id: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a gathering that is to be opened asks (`service.live.types.Gathering`)."""

    title: str
    review: str
    elements: tuple[str, ...]
    teams: tuple[str, ...]
    day: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note; `place` is its row in the file that was written, None while it is in none."""

    id: str
    text: str
    element: str
    team: str
    state: NoteState
    place: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes are there, how many of them are in no file, how many are hidden; how often that changed."""

    notes: int
    new: int
    hidden: int
    changes: int


_ROW = [gatherings.c[field.name] for field in fields(GatheringRow)]
_NOTE = [gathered_notes.c[field.name] for field in fields(NoteRow)]


def add(db: Transaction, programme_id: int, asked: Asked) -> GatheringRow:
    """Store a new, open gathering under a code that no other one has."""
    own = {field.name: getattr(asked, field.name) for field in fields(asked)}
    row = {"programme_id": programme_id, **own, "is_open": True, "changes": 0, "file_id": None}
    return find(db, add_under_code(db, gatherings, row, SIGNS))


def every(db: Transaction, programme_id: int) -> tuple[GatheringRow, ...]:
    """Return the gatherings of a programme, oldest first."""
    query = select(*_ROW).where(gatherings.c.programme_id == programme_id).order_by(gatherings.c.id)
    return tuple(GatheringRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> GatheringRow:
    """Return a gathering; with `lock`, nobody else writes in it or changes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(gatherings.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("link", code)
    return GatheringRow(**row)


def set_open(db: Transaction, gathering: GatheringRow, *, is_open: bool) -> None:
    """Open or close it."""
    db.execute(update(gatherings).where(gatherings.c.id == gathering.id).values(is_open=is_open))


def remove(db: Transaction, gathering: GatheringRow) -> None:
    """Forget it and all its notes."""
    db.execute(delete(gatherings).where(gatherings.c.id == gathering.id))


def counts(db: Transaction, gathering: GatheringRow) -> Counts:
    """Return how many notes there are."""
    n, g = gathered_notes.c, gatherings.c
    is_there = (n.state == NoteState.THERE) & n.text.not_in(WORDLESS)
    query = select(
        func.count(case((is_there, 1))),
        func.count(case((is_there & n.place.is_(None), 1))),
        func.count(case((n.state == NoteState.HIDDEN, 1))),
    ).where(n.gathering_id == gathering.id)
    notes, new, hidden = db.execute(query).one()
    return Counts(notes, new, hidden, db.scalar(select(g.changes).where(g.id == gathering.id)) or 0)


def new_of(db: Transaction, programme_id: int) -> Mapping[str, int]:
    """Return element ("" for none) -> how many notes on it are in no file yet, in all gatherings of a programme."""
    n, g = gathered_notes.c, gatherings.c
    query = (
        select(n.element, func.count().label("number"))
        .join(gatherings, g.id == n.gathering_id)
        .where(g.programme_id == programme_id, n.state == NoteState.THERE, n.text.not_in(WORDLESS), n.place.is_(None))
        .group_by(n.element)
    )
    return {row.element: row.number for row in db.execute(query)}


def received(db: Transaction, gathering: GatheringRow) -> int:
    """Return how many notes came, also those that were hidden or taken back."""
    query = select(func.count()).where(gathered_notes.c.gathering_id == gathering.id)
    return db.scalar(query) or 0


def notes(db: Transaction, gathering: GatheringRow) -> tuple[NoteRow, ...]:
    """Return its notes, also hidden ones, in the order of their random ids; those without words are left out."""
    n = gathered_notes.c
    here = (n.gathering_id == gathering.id, n.text.not_in(WORDLESS))
    rows = db.execute(select(*_NOTE).where(*here).order_by(n.id)).mappings()
    return tuple(NoteRow(**{**row, "state": NoteState(row["state"])}) for row in rows)


def note(db: Transaction, gathering: GatheringRow, note_id: str) -> NoteRow | None:
    """Return one note, also one that was taken back, None if there is none."""
    n = gathered_notes.c
    query = select(*_NOTE).where(n.gathering_id == gathering.id, n.id == note_id)
    row = db.execute(query).mappings().first()
    return NoteRow(**{**row, "state": NoteState(row["state"])}) if row else None


def write(db: Transaction, gathering: GatheringRow, note_id: str, text: str, element: str, team: str) -> bool:
    """Store a note; return False if one with that id came before, whatever became of it."""
    row = {"gathering_id": gathering.id, "id": note_id, "text": text, "element": element, "team": team}
    came = is_new(db, gathered_notes, {**row, "state": NoteState.THERE, "place": None})
    if came:
        _count(db, gathering)
    return came


def take_back(db: Transaction, gathering: GatheringRow, note_id: str) -> None:
    """Forget the words of a note and what they were about; one that never came does not come any more."""
    row = {"gathering_id": gathering.id, "id": note_id, "text": "", "element": "", "team": ""}
    put(db, gathered_notes, {**row, "state": NoteState.TAKEN_BACK, "place": None})
    _count(db, gathering)


def set_hidden(db: Transaction, gathering: GatheringRow, note_id: str, *, hidden: bool) -> None:
    """Hide a note, or show it again.

    Raises:
        NotFound: there is no such note.
    """
    n = gathered_notes.c
    here = (n.gathering_id == gathering.id, n.id == note_id, n.state != NoteState.TAKEN_BACK)
    state = NoteState.HIDDEN if hidden else NoteState.THERE
    if not db.execute(update(gathered_notes).where(*here).values(state=state)).rowcount:
        raise NotFound("note", note_id)
    _count(db, gathering)


def leave_elsewhere(db: Transaction, gathering: GatheringRow) -> None:
    """Remember of notes that were in a file that they are not to be written again: somebody removed it."""
    n = gathered_notes.c
    here = (n.gathering_id == gathering.id, n.place.is_not(None))
    db.execute(update(gathered_notes).where(*here).values(place=ELSEWHERE))


def set_places(db: Transaction, gathering: GatheringRow, places: Mapping[str, int], file_id: int | None) -> None:
    """Remember in which file notes are, and where in it; with None they are in no file yet, all of them."""
    n = gathered_notes.c
    for note_id, place in places.items():
        db.execute(update(gathered_notes).where(n.gathering_id == gathering.id, n.id == note_id).values(place=place))
    if file_id is None:
        db.execute(update(gathered_notes).where(n.gathering_id == gathering.id, n.place > ELSEWHERE).values(place=None))
    db.execute(update(gatherings).where(gatherings.c.id == gathering.id).values(file_id=file_id))
    _count(db, gathering)


def _count(db: Transaction, gathering: GatheringRow) -> None:
    db.execute(update(gatherings).where(gatherings.c.id == gathering.id).values(changes=gatherings.c.changes + 1))

"""Sessions: what a transcript has beside its turns, the roster that somebody chose for it, and who was there."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import delete, insert, select, update

from nlp.messages import Message
from nlp.names import name_key
from nlp.participation.people.attendance import Presence
from nlp.transcripts.types import CHAT, Segment
from service.names.slugs import unique_slug
from service.store.database import Transaction
from service.store.journal.tables import removed_files
from service.store.tables import attendance, sessions

STAYS = {"file_id", "slug", "roster_id", "first_names"}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session; `roster_id` is None unless somebody chose one, `first_names` whether people have no others in it."""

    file_id: int
    slug: str
    title: str
    date: str
    form: str
    shows_overlap: bool
    attendees: tuple[str, ...]
    remarks: tuple[Message, ...]
    segments: tuple[Segment, ...]
    roster_id: int | None
    first_names: bool = False

    @property
    def is_chat(self) -> bool:
        """Whether people wrote to each other, rather than spoke."""
        return any(remark.template == CHAT for remark in self.remarks)


def add(db: Transaction, programme_id: int, session: SessionRow) -> None:
    """Store a session; its slug gets a number if another session of the programme has it."""
    taken = set(db.scalars(select(sessions.c.slug).where(sessions.c.programme_id == programme_id)))
    own = {field.name: getattr(session, field.name) for field in fields(session)}
    columns = own | {"slug": unique_slug(session.slug, taken), "programme_id": programme_id}
    db.execute(insert(sessions).values(**columns))


def change(db: Transaction, session: SessionRow) -> None:
    """Store what was read of a session again; its slug and its roster stay."""
    own = {field.name: getattr(session, field.name) for field in fields(session) if field.name not in STAYS}
    db.execute(update(sessions).where(sessions.c.file_id == session.file_id).values(**own))


def set_segments(db: Transaction, file_id: int, segments: tuple[Segment, ...]) -> None:
    """Give a session other parts of the agenda."""
    db.execute(update(sessions).where(sessions.c.file_id == file_id).values(segments=segments))


def remove(db: Transaction, file_id: int) -> None:
    """Forget the session of a file that is no transcript any more, with what was said of its labels."""
    db.execute(delete(sessions).where(sessions.c.file_id == file_id))


def choose_roster(db: Transaction, file_id: int, roster_id: int | None) -> None:
    """Measure the session of a transcript against another roster; None is the one that fits best."""
    db.execute(update(sessions).where(sessions.c.file_id == file_id).values(roster_id=roster_id))


def say_first_names(db: Transaction, file_id: int, *, only: bool) -> None:
    """Call people in a session by their first names only, or by all of their names again."""
    db.execute(update(sessions).where(sessions.c.file_id == file_id).values(first_names=only))


def describe(db: Transaction, file_id: int, title: str, date: str) -> None:
    """Give the session of a transcript another title and date; its slug stays."""
    db.execute(update(sessions).where(sessions.c.file_id == file_id).values(title=title, date=date))


def every(db: Transaction, programme_id: int) -> tuple[SessionRow, ...]:
    """Return the sessions of a programme by date, those without a date first, then in the order they were kept."""
    query = (
        select(*[sessions.c[field.name] for field in fields(SessionRow)])
        .where(sessions.c.programme_id == programme_id, sessions.c.file_id.not_in(select(removed_files.c.file_id)))
        .order_by(sessions.c.date, sessions.c.file_id)
    )
    return tuple(SessionRow(**row) for row in db.execute(query).mappings())


def said_of_attendance(db: Transaction, programme_id: int) -> dict[int, dict[str, Presence]]:
    """Return transcript -> name -> whether somebody was there, as facilitators have said it."""
    rows = db.execute(select(attendance).where(attendance.c.programme_id == programme_id).order_by(attendance.c.id))
    found: dict[int, dict[str, Presence]] = {}
    for row in rows.mappings():
        found.setdefault(row["file_id"], {})[row["name"]] = Presence(row["state"])
    return found


def say_attendance(db: Transaction, programme_id: int, file_id: int, said: Mapping[str, Presence | None]) -> None:
    """Store whether people were there, in place of what was said of them before; None takes it back."""
    keys = {name_key(name) for name in said}
    before = db.execute(select(attendance.c.id, attendance.c.name).where(attendance.c.file_id == file_id)).all()
    again = [row.id for row in before if name_key(row.name) in keys]
    db.execute(delete(attendance).where(attendance.c.id.in_(again)))
    place = {"programme_id": programme_id, "file_id": file_id}
    rows = [{**place, "name": name, "state": state.value} for name, state in said.items() if state]
    if rows:
        db.execute(insert(attendance), rows)

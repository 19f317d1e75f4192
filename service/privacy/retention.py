"""How long programmes are kept: until a day that was set, or some months after the last review; then all of it goes."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from nlp.errors import InputError
from nlp.messages import Message
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.privacy.deletion import Deletion
from service.programmes.snapshot import Snapshot
from service.store import Database, programmes, uploads
from service.store.privacy import keeping
from service.store.privacy.keeping import Keeping

WARNING = timedelta(days=30)
MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Kept:
    """How long a programme is kept.

    Attributes:
        months: after its last review, None where that does not count.
        until: the day that was set, "" where none was.
        ends: the day on which all of it goes (ISO 8601), "" for never.
        soon: whether that is within 30 days.
    """

    months: int | None
    until: str
    ends: str
    soon: bool


class Retention:
    """How long programmes are kept. Methods that take a slug raise `NotFound` if there is no such programme."""

    def __init__(self, database: Database, deletion: Deletion, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._deletion = deletion
        self._clock = clock

    def of(self, slug: str) -> Kept:
        """Return how long a programme is kept."""
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            kept = keeping.find(db, at.id)
        return self._kept(at, kept)

    def keep(self, slug: str, months: int | None, until: str) -> Kept:
        """Set how long a programme is kept; with neither it is kept without end.

        Args:
            slug: of the programme.
            months: after its last review.
            until: a day (ISO 8601), which counts before the months; "" for none.

        Raises:
            InputError: the day is none, or has gone by; or the months are not 1 to 600.
        """
        _check(months, until, self._clock().date())
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            keeping.keep(db, at.id, Keeping(months, until))
            journal.write(db, at.id, Action.KEEPING_SET, Thing(ThingKind.PROGRAMME, "keeping"))
        return self.of(slug)

    def tidy(self) -> tuple[str, ...]:
        """Delete what has come to its end: uploads that waited a day, and programmes, whose slugs are returned."""
        now = self._clock()
        with self._database.writing() as db:
            uploads.remove_old(db, now)
        with self._database.reading() as db:
            rows = programmes.every(db)
            kept = {row.slug: keeping.find(db, row.id) for row in rows}
            over = [
                row.slug
                for row in rows
                if kept[row.slug] != keeping.NO_END
                and (end := self._kept(Snapshot.of(db, row), kept[row.slug]).ends)
                and end <= now.date().isoformat()
            ]
        for slug in over:
            self._deletion.end(slug)
        return tuple(over)

    def _kept(self, at: Snapshot, kept: Keeping) -> Kept:
        last = _last(at)
        ends = kept.until or (_after(last, kept.months) if kept.months and last else "")
        soon = bool(ends) and date.fromisoformat(ends) - self._clock().date() <= WARNING
        return Kept(kept.months, kept.until, ends, soon)


def _last(at: Snapshot) -> date | None:
    """Return the day of the last review or session, else that on which the last file was kept."""
    told = [
        _end_of(each) for each in (*(one.date for one in at.outline.reviews), *(row.date for row in at.session_rows))
    ]
    days = [day for day in told if day]
    return max(days or (file.added.date() for file in at.files), default=None)


def _end_of(written: str) -> date | None:
    """Return the last day of a day, a month or a year in ISO 8601."""
    parts = written.split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
        return date(year, month, int(parts[2]) if len(parts) > 2 else monthrange(year, month)[1])
    except ValueError:
        return None


def _after(day: date, months: int) -> str:
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()


def _check(months: int | None, until: str, today: date) -> None:
    if months is not None and not 1 <= months <= MOST_MONTHS:
        raise InputError(
            "", Message("months are a number from 1 to {most}", {"most": MOST_MONTHS}), Message("Correct it"), "months"
        )
    if not until:
        return
    try:
        day = date.fromisoformat(until)
    except ValueError:
        day = None
    if day is None or len(until) != len("2026-01-01"):
        raise InputError(
            "", Message("“{until}” is no day", {"until": until}), Message("Write it as 2027-01-31"), "until"
        )
    if day <= today:
        raise InputError(
            "",
            Message("{until} has gone by", {"until": until}),
            Message("Set a later day, or delete the programme now"),
            "until",
        )

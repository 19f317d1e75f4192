"""Programmes: the partnerships of one installation."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from service.access.acting import acting
from service.access.permissions import access_of
from service.access.programmes import seen_by
from service.access.types import Membership, Reader, Role
from service.journal import journal, things
from service.journal.types import NOTHING_MORE, Action, Details, RenamedProgramme
from service.programmes.snapshot import Snapshot, new_outline
from service.store import Database, Transaction, findings, forms, programmes
from service.store.accounts import memberships
from service.store.giving_back import asks
from service.store.programmes import ProgrammeRow
from service.types import Outline, Programme


class State(NamedTuple):
    """Two equal states of a programme look the same.

    They have its id, how often it was changed, how many answers came in, and how often answers were told.
    """

    programme: int
    revision: int
    answers: int
    told: int = 0


class Programmes:
    """All programmes. Methods that take the slug of one raise `NotFound` if there is none."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def every(self) -> tuple[Programme, ...]:
        """Return all programmes, oldest first."""
        with self._database.reading() as db:
            return tuple(Snapshot.of(db, row).programme for row in programmes.every(db))

    def of(self, reader: Reader) -> tuple[Programme, ...]:
        """Return the programmes in which somebody has a place, as far as they may know of them, oldest first."""
        if reader.sits_here:
            return self.every()
        with self._database.reading() as db:
            rows = [row for row in programmes.every(db) if row.id in reader.memberships]
            return tuple(seen_by(Snapshot.of(db, row).programme, access_of(reader, row.id)) for row in rows)

    def id_of(self, slug: str) -> int | None:
        """Return the id of a programme, None if there is none with that slug; nothing else of it is read."""
        with self._database.reading() as db:
            return programmes.id_of(db, slug)

    def state(self, slug: str) -> State:
        """Return what changes whenever a programme does, or what its forms received, or what is told of answers."""
        with self._database.reading() as db:
            row = programmes.find(db, slug)
            return State(row.id, row.revision, forms.all_received(db, row.id), asks.told(db, row.id))

    def found(self, slug: str) -> tuple[int, datetime | None]:
        """Return how many findings a programme has, and when the last one was made."""
        with self._database.reading() as db:
            return findings.newest(db, programmes.find(db, slug).id)

    def get(self, slug: str) -> Programme:
        """Return a programme."""
        with self._database.reading() as db:
            return Snapshot.load(db, slug).programme

    def create(self, name: str, teams: Sequence[str] = (), description: str = "") -> Programme:
        """Make a programme; its slug comes from the name, with a number if another one has it.

        Who makes it while signed in is its facilitator.

        Raises:
            InputError: the name is empty.
        """
        return self._add(name, description, new_outline(name, teams))

    def with_outline(self, name: str, description: str, outline: Outline) -> Programme:
        """Return the programme that was made with an outline; make it if there is none.

        Who is signed in has one of their own, so that nobody comes into that of others by making the same.
        """
        with self._database.reading() as db:
            account = acting().account
            own = None if account is None else memberships.of_account(db, account)
            made = (row for row in programmes.every(db) if own is None or row.id in own)
            found = next((row for row in made if row.outline == outline), None)
            if found:
                return Snapshot.of(db, found).programme
        return self._add(name, description, outline)

    def change(self, slug: str, name: str | None = None, description: str | None = None) -> Programme:
        """Give a programme another name or description; its slug stays, and nothing is found anew.

        Args:
            slug: of the programme.
            name: None is the one that it has.
            description: as the name; "" takes it away.

        Raises:
            InputError: the name is empty or too long.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            was = (at.row.name, at.row.description)
            now = (
                was[0] if name is None else cleaned(name),
                was[1] if description is None else description.strip(),
            )
            if now != was:
                programmes.describe(db, at.id, *now)
                details = Details(was[0], now[0]) if was[0] != now[0] else NOTHING_MORE
                undo = RenamedProgramme(was, now)
                journal.write(db, at.id, Action.PROGRAMME_RENAMED, things.programme(slug, now[0]), details, undo=undo)
            return Snapshot.load(db, slug).programme

    def _add(self, name: str, description: str, outline: Outline) -> Programme:
        with self._database.writing() as db:
            row = add(db, " ".join(name.split()), description.strip(), outline, self._clock())
            journal.write(db, row.id, Action.PROGRAMME_MADE, things.programme(row.slug, row.name))
            return Snapshot.of(db, row).programme


def add(db: Transaction, name: str, description: str, outline: Outline, now: datetime) -> ProgrammeRow:
    """Store a new programme, of which whoever is signed in is facilitator."""
    row = programmes.add(db, name, description, outline, now)
    if (account := acting().account) is not None:
        memberships.put_in(db, row.id, account, Membership(Role.FACILITATOR))
    return row


def cleaned(name: str) -> str:
    """Return the name of a programme as it is stored.

    Raises:
        InputError: it is empty or too long.
    """
    new_outline(name, ())
    return " ".join(name.split())

"""Who saw what: noted in memory while answers go out, and written down a moment later, once an hour each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from threading import Lock

from service.analyses.findings import Findings, FindingsOf
from service.errors import NotFound, StoreError
from service.journal.places import ELEMENTS, PUBLISHED, SESSIONS
from service.journal.shown import is_shown
from service.journal.types import Action, Entry, Thing, ThingKind
from service.last_used import LastUsed
from service.store import Database, Transaction, programmes
from service.store.journal import entries, requests
from service.store.publications import publications

MOST_REMEMBERED = 50_000
MOST_WAITING = 10_000
SCOPE = "looked"


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody was shown something.

    Attributes:
        account, who: whose, and its name.
        slug: of the programme.
        place: what was shown of it (`service.journal.places`).
        time: when.
    """

    account: int
    who: str
    slug: str
    place: str
    time: datetime

    @property
    def key(self) -> str:
        """What comes once an hour."""
        return f"{self.time:%Y-%m-%dT%H} {self.account} {self.slug} {self.place}"


class Looks:
    """What was looked at, of all programmes, until it is written down."""

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock
        self._lock = Lock()
        self._noted: LastUsed[str, bool] = LastUsed(MOST_REMEMBERED)
        self._waiting: list[Look] = []

    def note(self, account: int, who: str, slug: str, place: str) -> None:
        """Note that an account was shown a place of a programme; nothing is read or written for it."""
        if not is_shown():
            return
        look = Look(account, who, slug, place, self._clock())
        with self._lock:
            if self._noted.get(look.key) or len(self._waiting) >= MOST_WAITING:
                return
            self._noted.put(look.key, True)
            self._waiting.append(look)

    def write_down(self) -> None:
        """Write down what was noted since the last time; what cannot be written now waits.

        Raises:
            StoreError: the database is busy, full or gone.
        """
        with self._lock:
            taken, self._waiting = self._waiting, []
        in_order = sorted(taken, key=lambda look: (look.slug, look.time))
        for slug, own in groupby(in_order, key=lambda look: look.slug):
            looks = tuple(own)
            try:
                is_done = self._write(slug, looks)
            except StoreError:
                self._wait([look for look in in_order if look.slug >= slug])
                raise
            if not is_done:
                self._wait(looks)

    def _wait(self, looks: Iterable[Look]) -> None:
        with self._lock:
            self._waiting = [*looks, *self._waiting][:MOST_WAITING]

    def _write(self, slug: str, looks: Iterable[Look]) -> bool:
        """Write down what was seen of one programme; return False if it was changed at this moment."""
        try:
            found = self._findings.of(slug)
            with self._database.writing() as db:
                if programmes.find(db, slug, hold=True) != found.at.row:
                    return False
                for look in looks:
                    thing = _thing(db, found, look.place)
                    if thing and requests.begin(db, SCOPE, sha256(look.key.encode()).hexdigest(), "", look.time):
                        entries.add(db, found.at.id, _entry(found, look, thing))
        except NotFound:
            pass  # the programme is not there any more, and nobody who could read of it
        return True


def _entry(found: Findings, look: Look, thing: Thing) -> Entry:
    return Entry(0, found.at.row.revision, look.time, look.account, look.who, Action.SAW, thing)


def _thing(db: Transaction, found: Findings, place: str) -> Thing | None:
    """Return what was seen with its name, None if it is not there any more."""
    first, _, rest = place.partition("/")
    name = ""
    try:
        if first == ELEMENTS:
            name = found.name_of(rest)
        elif first == SESSIONS and rest:
            name = found.at.session(rest).title
        elif first == PUBLISHED and rest:
            name = publications.find(db, found.at.id, int(rest)).title
    except NotFound:
        return None
    return Thing(ThingKind.PAGE, place, name)

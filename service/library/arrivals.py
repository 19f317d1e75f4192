"""Libraries of other installations: looked at, brought in, taken out again."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from secrets import token_urlsafe

from nlp.errors import InputError
from nlp.messages import Message
from service.errors import Expired, NotFound
from service.library.file_format import is_newer, read, written
from service.library.types import Arrival, LibraryEntry, LibraryFile, OnShelf
from service.store import Database, Transaction
from service.store.library import entries, files

WAITS = timedelta(days=1)
MOST_BROUGHT = 20_000
LONGEST_FILENAME = 200


class LibraryFiles:
    """The files by which libraries of installations reach each other."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def write(self, shelf: Iterable[OnShelf]) -> bytes:
        """Return entries as a file."""
        return written((each.entry for each in shelf), self._clock())

    def look(self, data: bytes, filename: str = "") -> Arrival:
        """Return what a file would bring; nothing is kept.

        Raises:
            InputError: it cannot be used.
        """
        given = read(data, filename)
        with self._database.reading() as db:
            return _arrival(db, "", filename[:LONGEST_FILENAME], given)

    def receive(self, data: bytes, filename: str = "") -> Arrival:
        """Let a file wait for a day until somebody says whether it comes in.

        Raises:
            InputError: it cannot be used.
        """
        given, name, token = read(data, filename), filename[:LONGEST_FILENAME], token_urlsafe(16)
        with self._database.writing() as db:
            files.forget_waiting(db, self._clock() - WAITS)
            files.wait(db, token, name, self._clock(), given)
            return _arrival(db, token, name, given)

    def waiting(self, token: str) -> Arrival:
        """Return what a file that waits would bring.

        Raises:
            Expired: none waits under the token any more.
        """
        with self._database.reading() as db:
            _, filename, given = _waiting(db, token)
            return _arrival(db, token, filename, given)

    def bring(self, token: str) -> Arrival:
        """Bring in what waits, and return what came.

        Raises:
            Expired: none waits under the token any more.
            InputError: there would be too many.
        """
        with self._database.writing() as db:
            number, filename, given = _waiting(db, token)
            arrival = _arrival(db, token, filename, given)
            if len(entries.brought(db)) + len(arrival.new) > MOST_BROUGHT:
                problem = Message("at most {most} entries are brought in", {"most": MOST_BROUGHT})
                raise InputError(filename, problem, Message("Remove files that nobody needs any more"))
            files.came(db, number, self._clock())
            entries.bring(db, number, arrival.coming)
            return arrival

    def discard(self, token: str) -> None:
        """Forget a file that waits."""
        with self._database.writing() as db:
            files.remove(db, _waiting(db, token)[0])

    def every(self) -> tuple[LibraryFile, ...]:
        """Return the files of which something is in the library, newest first."""
        with self._database.reading() as db:
            return files.every(db)

    def remove(self, number: int) -> None:
        """Take out all that a file brought; `NotFound` if there is none."""
        with self._database.writing() as db:
            if not any(each.number == number for each in files.every(db)):
                raise NotFound("file", number)
            files.remove(db, number)

    def remove_entry(self, entry: str) -> None:
        """Take out one entry that was brought in; `NotFound` if there is none."""
        with self._database.writing() as db:
            if not entries.remove(db, entry):
                raise NotFound("entry", entry)


def _waiting(db: Transaction, token: str) -> tuple[int, str, tuple[LibraryEntry, ...]]:
    found = files.waiting(db, token)
    if found is None:
        raise Expired
    return found


def _arrival(db: Transaction, token: str, filename: str, given: Iterable[LibraryEntry]) -> Arrival:
    own = {each.entry.id for each in entries.own(db)}
    brought = {each.entry.id: each.entry for each in entries.brought(db)}
    gone = entries.taken_back(db) - own
    sorted_: dict[str, list[LibraryEntry]] = {"new": [], "newer": [], "here": [], "gone": []}
    for each in given:
        before = brought.get(each.id)
        if each.id in own:
            kind = "here"
        elif each.id in gone:
            kind = "gone"
        elif before is None:
            kind = "new"
        else:
            kind = "newer" if is_newer(each, before) else "here"
        sorted_[kind].append(each)
    return Arrival(token, filename, **{kind: tuple(found) for kind, found in sorted_.items()})

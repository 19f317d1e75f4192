"""Publishing: keeping a fixed version for readers, listing what they may read, withdrawing it."""

from collections.abc import Callable, Collection
from datetime import datetime

from service.access.acting import acting
from service.analyses.progress import Stopped
from service.errors import NotFound
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.names.titles import checked_title
from service.publications.types import Audience, Format, Publication, Published, Reader
from service.store import Database, Transaction, programmes
from service.store.publications import publications

EVERY_AUDIENCE = frozenset(Audience)


class Publications:
    """What was published of all programmes.

    Methods that take the slug of a programme raise `NotFound` if there is none. `withdrawn_too` is for facilitators:
    everybody else sees what stands, and what was withdrawn is to them as if it had never been.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def publish(
        self,
        slug: str,
        title: str,
        language: str,
        content: bytes,
        of: Published = Published.REPORT,
        audience: Audience = Audience.EVERYBODY,
        format_: Format = Format.HTML,
        *,
        reader: Reader = Reader.FACILITATOR,
        words: str = "",
        wanted: Callable[[Transaction], bool] = lambda _: True,
    ) -> Publication:
        """Keep a fixed version; where the newest that stands has the same bytes or words, that one is returned.

        Args:
            slug: of the programme.
            title: as readers see it.
            language: of its sentences.
            content: its bytes; they never change.
            of: what it is of.
            audience: who may open it.
            format_: of the bytes.
            reader: for whom it is written.
            words: what it says, where its bytes are no text that could be looked through.
            wanted: whether it still is, asked in the transaction that keeps it.

        Raises:
            InputError: it has no title, or one that is too long.
            Stopped: it is not wanted any more.
        """
        given = checked_title(title)
        new = Publication(0, of, audience, language, format_, given, self._clock(), acting().name, reader=reader)
        with self._database.writing() as db:
            programme = programmes.find(db, slug, hold=True)
            if not wanted(db):
                raise Stopped
            return _standing(db, programme.id, new, content, words) or _add(db, programme.id, new, content, words)

    def every(
        self, slug: str, audiences: Collection[Audience] = EVERY_AUDIENCE, *, withdrawn_too: bool = False
    ) -> tuple[Publication, ...]:
        """Return what is published for these audiences, newest first."""
        with self._database.reading() as db:
            found = publications.every(db, programmes.find(db, slug).id)
        return tuple(each for each in found if each.audience in audiences and (withdrawn_too or each.withdrawn is None))

    def get(
        self,
        slug: str,
        number: int,
        audiences: Collection[Audience] = EVERY_AUDIENCE,
        *,
        withdrawn_too: bool = False,
    ) -> Publication:
        """Return one publication.

        Raises:
            NotFound: the programme has none with that number for these audiences.
        """
        return self.read(slug, number, audiences, withdrawn_too=withdrawn_too)[0]

    def read(
        self,
        slug: str,
        number: int,
        audiences: Collection[Audience] = EVERY_AUDIENCE,
        *,
        withdrawn_too: bool = False,
    ) -> tuple[Publication, bytes]:
        """Return one publication with its bytes; `NotFound` as in `get`."""
        with self._database.reading() as db:
            programme = programmes.find(db, slug)
            found = publications.find(db, programme.id, number)
            if found.audience not in audiences or (found.withdrawn and not withdrawn_too):
                raise NotFound("publication", number)
            return found, publications.content(db, programme.id, number)

    def withdraw(self, slug: str, number: int) -> Publication:
        """Let only facilitators see a publication from now on; `NotFound` as in `get`."""
        with self._database.writing() as db:
            programme = programmes.find(db, slug, hold=True)
            found = publications.find(db, programme.id, number)
            if found.withdrawn is None:
                _write(db, programme.id, Action.WITHDRAWN, found)
            publications.withdraw(db, programme.id, number, self._clock())
            return publications.find(db, programme.id, number)

    def remove(self, slug: str, number: int) -> None:
        """Forget a publication and its bytes; `NotFound` as in `get`."""
        with self._database.writing() as db:
            programme = programmes.find(db, slug, hold=True)
            _write(db, programme.id, Action.PUBLICATION_DELETED, publications.find(db, programme.id, number))
            publications.remove(db, programme.id, number)


def _standing(db: Transaction, programme: int, new: Publication, content: bytes, words: str) -> Publication | None:
    standing = next((each for each in publications.every(db, programme) if _replaces(new, each)), None)
    return standing if standing and publications.says(db, programme, standing.id, content, words) else None


def _add(db: Transaction, programme: int, new: Publication, content: bytes, words: str) -> Publication:
    made = publications.add(db, programme, new, content, words)
    _write(db, programme, Action.PUBLISHED, made)
    return made


def _write(db: Transaction, programme: int, action: Action, of: Publication) -> None:
    journal.write(db, programme, action, Thing(ThingKind.REPORT, str(of.id), of.title))


def _replaces(new: Publication, old: Publication) -> bool:
    """Whether both are the same thing for the same readers, and the old one stands."""
    kinds = [(each.of, each.reader, each.audience, each.language, each.format, each.title) for each in (new, old)]
    return kinds[0] == kinds[1] and old.withdrawn is None

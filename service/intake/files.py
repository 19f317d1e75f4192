"""The files of programmes: previewed, kept, chosen for sessions, removed."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from nlp.documents.pdf.pictures import show_page
from nlp.documents.tools import ToolFailed
from nlp.documents.types import Descriptor
from nlp.errors import InputError
from nlp.messages import Message
from service.access.acting import acting
from service.access.file_scope import FileScope
from service.access.permissions import Teams
from service.errors import NotFound
from service.intake import keep as intake
from service.intake import waiting as waiting_files
from service.intake.forget import forget_what_followed
from service.intake.plans import said_for_all
from service.intake.put_away import put_away
from service.intake.waiting import Known, Upload
from service.journal import journal, things
from service.journal.seen import having_seen
from service.journal.types import Action, ChoseRoster, Details
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database, Transaction, files, sessions
from service.store import uploads as waiting
from service.store.uploads import WaitingFile
from service.types import FileChange, FilePreview, KeptFile, Preview, Session

NO_ORIGINAL = Message("the original was dropped when something of it was deleted for good")
ADD_AGAIN = Message("Add the file again without that, if it must be read in another way")
NO_ROSTERS: Mapping[str, str] = MappingProxyType({})


class ProgrammeFiles:
    """The files of all programmes. Methods that take the slug of a programme raise `NotFound` if there is none."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._scope = FileScope()

    def within(self, teams: Teams) -> "ProgrammeFiles":
        """Return the files as somebody works with them who sees some teams only; None is all teams."""
        some = copy(self)
        some._scope = FileScope(teams)
        return some

    def preview(self, slug: str, given: Sequence[Upload]) -> Preview:
        """Read files and say what they are; they wait a day to be kept or discarded, each with what was read from it.

        Raises:
            TooLarge: there are more files or more bytes than the settings allow.
        """
        accepted = intake.accept(given, self._settings)
        with self._database.reading() as db:
            at = self._at(db, slug)
        pending = [
            self._scope.as_own(waiting_files.let_wait(upload, at.outline, at.files), at.outline) for upload in accepted
        ]
        with self._database.writing() as db:
            token = waiting.add(db, at.id, _seen_in(at, pending), self._clock(), acting().account)
            return Preview(token, _previews(db, at, pending))

    def previewed(self, slug: str, token: str) -> Preview:
        """Return a preview again.

        Raises:
            Expired: the preview is a day old, or was kept or discarded.
        """
        with self._database.reading() as db:
            at = self._at(db, slug)
            pending = self._waiting(db, at, token)
            return Preview(token, _previews(db, at, pending))

    def change(self, slug: str, token: str, changes: Sequence[FileChange]) -> Preview:
        """Say how files of a preview are to be read, and which are wanted; those with another plan are read again.

        Raises:
            Expired: the preview is a day old, or was kept or discarded.
            NotFound: it has no file at a position.
            InputError: a plan names a sheet or a column that its file has not.
        """
        with self._database.reading() as db:
            at = self._at(db, slug)
            pending = list(self._waiting(db, at, token))
        for change in changes:
            if not 0 <= change.position < len(pending):
                raise NotFound("file", change.position)
        new = {
            change.position: waiting_files.changed(pending[change.position], change, at.outline)
            for change in said_for_all(changes, [file.settings for file in pending], [file.kind for file in pending])
        }
        with self._database.writing() as db:
            self._waiting(db, at, token)
            for position, file in new.items():
                if file != pending[position]:
                    waiting.change(db, token, position, file)
                    pending[position] = file
            return Preview(token, _previews(db, at, pending))

    def page_picture(self, slug: str, token: str, position: int, page: int) -> tuple[bytes, str]:
        """Return the picture of a page of a file that waits, and its media type.

        Args:
            slug: of the programme.
            token: of the preview.
            position: of the file, from 0.
            page: its number, from 1.

        Raises:
            Expired: the preview is a day old, or was kept or discarded.
            NotFound: it has no such file or page, or nothing here can draw it.
        """
        with self._database.reading() as db:
            pending = self._waiting(db, Snapshot.load(db, slug), token)
        if not 0 <= position < len(pending):
            raise NotFound("file", position)
        try:
            return show_page(pending[position].content, page)
        except ToolFailed as error:
            raise NotFound("page", page) from error

    def open(self, slug: str, file_id: int) -> Preview:
        """Let a kept file wait again, with the plan it was kept with, so that its settings can be changed.

        Raises:
            NotFound: the programme has no such file.
        """
        filename, content = self.original(slug, file_id)
        with self._database.reading() as db:
            at = self._at(db, slug)
        pending = [waiting_files.let_wait((filename, content), at.outline, at.files)]
        with self._database.writing() as db:
            token = waiting.add(db, at.id, _seen_in(at, pending), self._clock(), acting().account)
            return Preview(token, _previews(db, at, pending))

    def keep(self, slug: str, token: str, rosters: Mapping[str, str] = NO_ROSTERS) -> tuple[KeptFile, ...]:
        """Keep the files of a preview; those with a problem are left out.

        Args:
            slug: of the programme.
            token: of the preview.
            rosters: transcript -> roster, by file name, also for transcripts that the programme has already; where
                nothing is said, `choose_roster` decides.

        Returns:
            The files as they are kept now; for bytes that the programme had before, the file that it had. A roster with
            the name of a kept roster has replaced it, also where that was chosen for a session.

        Raises:
            Expired: the preview is a day old, or was kept or discarded.
            NotFound: `rosters` names a roster that is not there.
            Refused: a file holds something of a team that is not seen here.
            Stale: somebody has changed how a kept file is read after it was opened; the preview waits on.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            pending = self._waiting(db, at, token)
        read = waiting_files.readable(pending, at.outline)
        rosters = {file.filename: file.settings.roster for file in pending if file.settings.roster} | dict(rosters)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            self._scope.check(db, at, read)
            for each in pending:
                if each.settings.of is not None and each.settings.seen and each.settings.wanted:
                    with having_seen(each.settings.seen):
                        journal.refuse_stale(db, at.id, [things.file(each.settings.of, each.filename)])
            waiting.remove(db, at.id, token, self._scope.brought_by)
            return intake.keep(db, at, read, rosters, self._clock())

    def add(self, slug: str, given: Sequence[Upload], rosters: Mapping[str, str] = NO_ROSTERS) -> tuple[KeptFile, ...]:
        """Preview and keep in one go, all files or none.

        Raises:
            InputError: one of the files cannot be used.
            TooLarge, NotFound, Refused: as `preview` and `keep` do.
        """
        with self._database.reading() as db:
            outline = Snapshot.load(db, slug).outline
        read = [intake.read(upload, outline) for upload in intake.accept(given, self._settings)]
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            self._scope.check(db, at, read)
            return intake.keep(db, at, read, rosters, self._clock())

    def discard(self, slug: str, token: str) -> None:
        """Forget a preview.

        Raises:
            Expired: it is not there any more.
        """
        with self._database.writing() as db:
            waiting.remove(db, Snapshot.load(db, slug).id, token, self._scope.brought_by)

    def every(self, slug: str) -> tuple[KeptFile, ...]:
        """Return the files of a programme in the order in which they were kept."""
        with self._database.reading() as db:
            return self._at(db, slug).kept_files

    def get(self, slug: str, file_id: int) -> KeptFile:
        """Return a file; `NotFound` if the programme has none with that id that may be seen."""
        with self._database.reading() as db:
            return self._scope.file(db, self._at(db, slug), file_id).kept

    def original(self, slug: str, file_id: int) -> tuple[str, bytes]:
        """Return the name of a file and its bytes as they were handed in.

        Raises:
            NotFound: the programme has no such file.
            InputError: its bytes were dropped when something of it was deleted for good.
        """
        with self._database.reading() as db:
            at = self._at(db, slug)
            filename = self._scope.file(db, at, file_id).filename
            content = files.content(db, at.id, file_id)
        if not content:
            raise InputError(filename, NO_ORIGINAL, ADD_AGAIN)
        return filename, content

    def remove(self, slug: str, file_id: int) -> None:
        """Remove a file, what was read from it and what was found in it; for 30 days it can be taken back.

        Raises:
            NotFound: the programme has no such file.
        """
        with self._database.writing(removing=True) as db:
            at = Snapshot.to_change(db, slug)
            self._scope.file(db, at, file_id)
            put_away(db, at, file_id, self._clock())
            forget_what_followed(db, at.id, at.file(file_id))

    def choose_roster(self, slug: str, session_slug: str, roster: str | None) -> Session:
        """Measure a session against a kept roster; None is the one that its speakers and its name speak for.

        Raises:
            NotFound: the programme has no such session or roster.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = at.session_row(session_slug)
            found = next((file.id for file in at.of_kind("roster") if file.filename == roster), None)
            if roster is not None and found is None:
                raise NotFound("roster", roster)
            sessions.choose_roster(db, row.file_id, found)
            if found != row.roster_id:
                of, undo = things.session(row.slug, row.title), ChoseRoster(row.file_id, row.roster_id, found)
                journal.write(db, at.id, Action.ROSTER_CHOSEN, of, Details(after=roster or ""), undo=undo)
            return Snapshot.load(db, slug).session(session_slug)

    def _at(self, db: Transaction, slug: str) -> Snapshot:
        """Return a programme with the files that may be seen."""
        return self._scope.seen(db, Snapshot.load(db, slug))

    def _waiting(self, db: Transaction, at: Snapshot, token: str) -> tuple[WaitingFile, ...]:
        return waiting.files(db, at.id, token, self._clock(), self._scope.brought_by)


def _seen_in(at: Snapshot, pending: Sequence[WaitingFile]) -> list[WaitingFile]:
    """Return waiting files that know in which state of the programme the kept file was that they are of."""
    return [
        each if each.settings.of is None else replace(each, settings=replace(each.settings, seen=at.row.revision))
        for each in pending
    ]


def _previews(db: Transaction, at: Snapshot, pending: Sequence[WaitingFile]) -> tuple[FilePreview, ...]:
    """Preview files; one whose bytes the programme has is no version of itself."""
    hashes = {files.hash_of(file.content) for file in pending}
    rubrics = [file.id for file in at.of_kind("rubric") if file.sha256 not in hashes]
    notes = [file.id for file in at.of_kind("notes")] if any(file.kind == "notes" for file in pending) else []
    known = Known(at.files, files.rows(db, Descriptor, rubrics), files.texts_of_notes(db, notes))
    return waiting_files.previews(pending, known)

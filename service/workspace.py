"""The workspace: programmes, their files and their findings; the one class that pages, API and command line ask."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

import nlp
from nlp.documents.types import Descriptor, Person, Rating
from nlp.embedding.types import Embedder
from service.analyses import pipeline
from service.analyses.analyses import PARTICIPATION_BY, READINGS_BY, Analyses
from service.analyses.cache import Answers
from service.annotations.feedback_forms import Observers
from service.annotations.reading_edits import Editing
from service.annotations.speaker_identities import Identities
from service.errors import NotFound
from service.intake import keep as intake
from service.intake.keep import Upload
from service.programmes.sample import read_sample
from service.programmes.state import State, new_outline
from service.settings import Settings
from service.store import Database, edits, files, findings, programmes, sessions
from service.store import uploads as waiting
from service.types import FilePreview, KeptFile, Outline, Preview, Programme, Session

__all__ = ["PARTICIPATION_BY", "READINGS_BY", "Workspace"]

NO_ROSTERS: Mapping[str, str] = MappingProxyType({})


class Workspace(Analyses):
    """Everything that one installation holds; `Analyses` adds what was found in it.

    Every change is one transaction: it happens whole or not at all. Findings are stored with what went into them and
    made again only when that has changed. Methods that take the slug of a programme raise `NotFound` if there is none.
    """

    def __init__(
        self,
        database: Database,
        settings: Settings,
        load_embedder: Callable[[str | None], Embedder] = nlp.load_embedder,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(database, settings, Answers(database, lambda: load_embedder(settings.model), clock))
        self._clock = clock
        self.editing = Editing(database, self.element, clock)
        self.observers = Observers(database, settings, self.participation)
        self.identities = Identities(database, self.people, self.participation)

    @classmethod
    def open(cls, settings: Settings) -> "Workspace":
        """Open the database that the settings name, make or migrate its tables, and return the workspace on it.

        Raises:
            StoreError: the database cannot be used.
        """
        return cls(Database.open(settings.url), settings)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    # programmes

    def programmes(self) -> tuple[Programme, ...]:
        """Return all programmes, oldest first."""
        with self._database.reading() as db:
            return tuple(State.of(db, row).programme for row in programmes.every(db))

    def programme(self, slug: str) -> Programme:
        """Return a programme."""
        return self._state(slug).programme

    def create_programme(self, name: str, teams: Sequence[str] = (), description: str = "") -> Programme:
        """Make a programme; its slug comes from the name, with a number if another one has it.

        Raises:
            InputError: the name is empty.
        """
        return self._create(name, description, new_outline(name, teams))

    def load_sample(self) -> Programme:
        """Make the sample programme and keep its files; if it is there already, return it."""
        sample = read_sample()
        with self._database.reading() as db:
            found = next((row for row in programmes.every(db) if row.outline == sample.outline), None)
        slug = found.slug if found else self._create(sample.name, sample.description, sample.outline).slug
        self.add_files(slug, sample.uploads)
        return self.programme(slug)

    def _create(self, name: str, description: str, outline: Outline) -> Programme:
        with self._database.writing() as db:
            row = programmes.add(db, " ".join(name.split()), description.strip(), outline, self._clock())
            return State.of(db, row).programme

    # files

    def preview(self, slug: str, files: Sequence[Upload]) -> Preview:
        """Read files and say what they are; their bytes wait a day to be kept or discarded, nothing else is stored.

        Raises:
            TooLarge: there are more files or more bytes than the settings allow.
        """
        state = self._state(slug)
        accepted = intake.accept(files, self._settings)
        previews = self._previews(state, accepted)
        with self._database.writing() as db:
            return Preview(waiting.add(db, state.id, accepted, self._clock()), previews)

    def previewed(self, slug: str, token: str) -> Preview:
        """Return a preview again, read as the programme is now.

        Raises:
            Expired: the preview is a day old, or was kept or discarded.
        """
        with self._database.reading() as db:
            state = State.load(db, slug)
            pending = waiting.files(db, state.id, token, self._clock())
        return Preview(token, self._previews(state, pending))

    def _previews(self, state: State, uploads: Sequence[Upload]) -> tuple[FilePreview, ...]:
        """Preview files; one whose bytes the programme has is no version of itself."""
        hashes = {files.hash_of(data) for _, data in uploads}
        kept = [file for file in state.of_kind("rubric") if file.sha256 not in hashes]
        return intake.previews(uploads, state.outline, self._rows(Descriptor, kept))

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
        """
        with self._database.reading() as db:
            state = State.load(db, slug)
            pending = waiting.files(db, state.id, token, self._clock())
        read = intake.readable(pending, state.outline)
        with self._database.writing() as db:
            state = State.load(db, slug, lock=True)
            waiting.remove(db, state.id, token)
            return intake.keep(db, state, read, rosters, self._clock())

    def add_files(
        self, slug: str, files: Sequence[Upload], rosters: Mapping[str, str] = NO_ROSTERS
    ) -> tuple[KeptFile, ...]:
        """Preview and keep in one go, all files or none.

        Raises:
            InputError: one of the files cannot be used.
            TooLarge, NotFound: as `preview` and `keep` do.
        """
        outline = self._state(slug).outline
        read = [intake.read(upload, outline) for upload in intake.accept(files, self._settings)]
        with self._database.writing() as db:
            return intake.keep(db, State.load(db, slug, lock=True), read, rosters, self._clock())

    def discard(self, slug: str, token: str) -> None:
        """Forget a preview.

        Raises:
            Expired: it is not there any more.
        """
        with self._database.writing() as db:
            waiting.remove(db, State.load(db, slug).id, token)

    def files(self, slug: str) -> tuple[KeptFile, ...]:
        """Return the files of a programme in the order in which they were kept."""
        return tuple(file.kept for file in self._state(slug).files)

    def remove_file(self, slug: str, id: int) -> None:  # noqa: A002 - the name that callers use
        """Remove a file, everything that was read from it, and every finding of the programme.

        Raises:
            NotFound: the programme has no such file.
        """
        with self._database.writing() as db:
            state = State.load(db, slug, lock=True)
            files.remove(db, state.id, id)
            findings.remove(db, state.id)
            edits.forget_labels(db, state.id)

    # what the files say

    def people(self, slug: str) -> tuple[Person, ...]:
        """Return everybody on the rosters of a programme, once each."""
        return self._people(self._state(slug))

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """Return the ratings of a programme, names spelled as the programme spells them."""
        state = self._state(slug)
        return pipeline.prepare_ratings(self._rows(Rating, state.of_kind("ratings")), state.outline)

    def sessions(self, slug: str) -> tuple[Session, ...]:
        """Return the sessions of a programme, oldest first."""
        state = self._state(slug)
        return tuple(state.session(row) for row in state.sessions)

    def session(self, slug: str, session_slug: str) -> Session:
        """Return a session.

        Raises:
            NotFound: the programme has no such session.
        """
        state = self._state(slug)
        return state.session(state.session_row(session_slug))

    def choose_roster(self, slug: str, session_slug: str, roster: str | None) -> Session:
        """Measure a session against a kept roster; None is the one that its speakers and its name speak for.

        Raises:
            NotFound: the programme has no such session or roster.
        """
        with self._database.writing() as db:
            state = State.load(db, slug, lock=True)
            row = state.session_row(session_slug)
            found = next((file.id for file in state.of_kind("roster") if file.filename == roster), None)
            if roster is not None and found is None:
                raise NotFound("roster", roster)
            sessions.choose_roster(db, row.file_id, found)
            state = State.load(db, slug)
            return state.session(state.session_row(session_slug))

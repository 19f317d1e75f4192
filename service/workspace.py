"""The workspace: programmes, their files and their findings; the one class that pages, API and command line ask."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

import nlp
from nlp.documents.types import Descriptor, Person, Rating, Unit
from nlp.embedding.types import Embedder
from nlp.json_form import Json
from nlp.transcripts.types import Transcript, Turn
from service import intake, pipeline
from service.answers import Answers
from service.errors import NotFound
from service.intake import Upload
from service.matching import merge_people
from service.sample import read_sample
from service.settings import Settings
from service.slugs import slugify
from service.state import State, new_outline
from service.store import Database, Transaction, files, findings, programmes
from service.store import uploads as waiting
from service.store.files import FileRow
from service.store.findings import Parameters
from service.types import KeptFile, Outline, Preview, Programme, Session

READINGS_BY = ("team", "language", "role")
PARTICIPATION_BY = ("gender", "organisation", "team")
NO_ROSTERS: Mapping[str, str] = MappingProxyType({})


class Workspace:
    """Everything that one installation holds.

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
        self._database = database
        self._settings = settings
        self._clock = clock
        self._answers = Answers(database, lambda: load_embedder(settings.model), clock)

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

    def _state(self, slug: str) -> State:
        with self._database.reading() as db:
            return State.load(db, slug)

    # files

    def preview(self, slug: str, files: Sequence[Upload]) -> Preview:
        """Read files and say what they are; their bytes wait a day to be kept or discarded, nothing else is stored.

        Raises:
            TooLarge: there are more files or more bytes than the settings allow.
        """
        state = self._state(slug)
        accepted = intake.accept(files, self._settings)
        previews = tuple(intake.preview(upload, state.outline) for upload in accepted)
        with self._database.writing() as db:
            return Preview(waiting.add(db, state.id, accepted, self._clock()), previews)

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

    # what the files say

    def people(self, slug: str) -> tuple[Person, ...]:
        """Return everybody on the rosters of a programme, once each."""
        with self._database.reading() as db:
            return _people(db, State.load(db, slug))

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """Return the ratings of a programme, names spelled as the programme spells them."""
        with self._database.reading() as db:
            state = State.load(db, slug)
            return pipeline.prepare_ratings(_rows(db, Rating, state.of_kind("ratings")), state.outline)

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

    # findings

    def readings(self, slug: str, review: str | None = None, by: Sequence[str] = READINGS_BY) -> Json:
        """Return `nlp.json_form.interpretation_to_json` of the notes, elements in the order of the programme.

        Args:
            slug: of the programme.
            review: only notes of this review; None is all notes.
            by: attributes to compare, of the notes or of their participants on the roster.

        Raises:
            NotFound: the programme has no such review.
        """
        with self._database.reading() as db:
            state = State.load(db, slug)
            notes, rosters = state.of_kind("notes"), state.of_kind("roster")
            review = state.review(review)
            used = notes + rosters
            question = self._answers.question("readings", {"review": review, "by": tuple(by)}, state.hash_of(used))
            if (answer := findings.find(db, state.id, question)) is not None:
                return answer
            units = pipeline.prepare_units(_rows(db, Unit, notes), _people(db, state), state.outline)
        units = tuple(unit for unit in units if review is None or unit.attributes.get("review") == review)
        embedder = self._answers.embedder(slug, notes, [unit.text for unit in units])
        return self._answers.keep(slug, used, question, pipeline.find_readings(units, embedder, by, state.outline))

    def element(self, slug: str, element_slug: str, review: str | None = None, by: Sequence[str] = READINGS_BY) -> Json:
        """Return one element of `readings`; an element of the rubrics on which there are no notes is empty.

        Raises:
            NotFound: the programme has no such element or review.
        """
        for element in self.readings(slug, review, by)["elements"]:
            if slugify(element["element"]) == element_slug:
                return dict(element)
        for name in self.programme(slug).elements:
            if slugify(name) == element_slug:
                return pipeline.empty_element(name)
        raise NotFound("element", element_slug)

    def drift(self, slug: str) -> Json:
        """Return `nlp.json_form.drift_to_json` of all notes; the ids of readings are those that `readings` gives."""
        with self._database.reading() as db:
            state = State.load(db, slug)
            used = state.of_kind("notes") + state.of_kind("roster")
            question = self._answers.question("drift", {}, state.hash_of(used))
            if (answer := findings.find(db, state.id, question)) is not None:
                return answer
        return self._answers.keep(slug, used, question, pipeline.follow_readings(self.readings(slug), state.outline))

    def rubrics(self, slug: str) -> Json:
        """Return `nlp.json_form.comparison_to_json` of the rubrics; no elements while there are rubrics of one team."""
        with self._database.reading() as db:
            state = State.load(db, slug)
            rubrics = state.of_kind("rubric")
            question = self._answers.question("rubrics", {}, state.hash_of(rubrics))
            if (answer := findings.find(db, state.id, question)) is not None:
                return answer
            descriptors = pipeline.prepare_descriptors(_rows(db, Descriptor, rubrics), state.outline)
        embedder = self._answers.embedder(slug, rubrics, [descriptor.text for descriptor in descriptors])
        return self._answers.keep(slug, rubrics, question, pipeline.compare_rubrics(descriptors, embedder))

    def participation(self, slug: str, session_slug: str, by: Sequence[str] = PARTICIPATION_BY) -> Json:
        """Return `nlp.json_form.participation_to_json` of a session, measured against its roster.

        Raises:
            NotFound: the programme has no such session.
        """
        with self._database.reading() as db:
            state = State.load(db, slug)
            row = state.session_row(session_slug)
            used = tuple(file for file in (state.file(row.file_id), state.roster_of(row)) if file)
            threshold = self._settings.threshold
            parameters: Parameters = {"session": row.slug, "by": tuple(by), "threshold": threshold}
            question = self._answers.question("participation", parameters, state.hash_of(used), embedded=False)
            if (answer := findings.find(db, state.id, question)) is not None:
                return answer
            transcript, *rosters = used
            turns = _rows(db, Turn, [transcript])
            people = _rows(db, Person, rosters)
        record = Transcript(
            transcript.filename, row.form, turns, row.shows_overlap, row.attendees, transcript.unread, row.remarks
        )
        measured = pipeline.measure_participation(record, people if rosters else None, by, threshold)
        return self._answers.keep(slug, used, question, measured)


def _rows(db: Transaction, kind: type[files.AnyRow], of_files: Iterable[FileRow]) -> tuple[files.AnyRow, ...]:
    return files.rows(db, kind, [file.id for file in of_files])


def _people(db: Transaction, state: State) -> tuple[Person, ...]:
    return merge_people(_rows(db, Person, [roster]) for roster in state.of_kind("roster"))

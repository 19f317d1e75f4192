"""What was found in a programme: each result is stored with what went into it and made again only when that changed."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from types import MappingProxyType

from nlp.documents.types import Descriptor, Person, Unit
from nlp.errors import NothingToAnalyse
from nlp.json_form import Json
from nlp.participation.people.identities import identify
from nlp.readings.edits.types import Edit
from nlp.transcripts.types import Transcript, Turn
from service.analyses import pipeline
from service.analyses.cache import Answers
from service.annotations.speaker_identities import told
from service.errors import NotFound
from service.names.slugs import slugify
from service.programmes.roster_choice import merge_people
from service.programmes.state import State
from service.settings import Settings
from service.store import Database, edits, files
from service.store.columns import to_json
from service.store.files import FileRow
from service.store.findings import Parameters

READINGS_BY = ("team", "language", "role")
PARTICIPATION_BY = ("gender", "organisation", "team")
EDITED, DRIFT = "edited readings", "drift"


class Analyses:
    """The findings of all programmes. Methods that take the slug of a programme raise `NotFound` if there is none."""

    def __init__(self, database: Database, settings: Settings, answers: Answers) -> None:
        self._database = database
        self._settings = settings
        self._answers = answers

    def readings(self, slug: str, review: str | None = None, by: Sequence[str] = READINGS_BY) -> Json:
        """Return `nlp.json_form.interpretation_to_json` of the notes, elements in the order of the programme.

        What facilitators changed is done in it, or told as not done. Readings that were there when notes came keep
        their ids and labels until a file is removed, which takes everything that was found with it.

        Args:
            slug: of the programme.
            review: only notes of this review; None is all notes.
            by: attributes to compare, of the notes or of their participants on the roster.

        Raises:
            NotFound: the programme has no such review.
        """
        state = self._state(slug)
        review = state.review(review)
        notes, rosters = state.of_kind("notes"), state.of_kind("roster")
        threshold = self._settings.threshold

        def make() -> Json:
            units = pipeline.prepare_units(self._rows(Unit, notes), self._people(state), state.outline)
            units = tuple(unit for unit in units if review is None or unit.attributes.get("review") == review)
            embedder = self._answers.embedder(slug, notes, [unit.text for unit in units])
            before = self._answers.latest(state, "readings", parameters)
            return pipeline.find_readings(units, embedder, by, state.outline, threshold, before)

        def edit() -> Json:
            found = self._answers.once(state, "readings", parameters, used, make)
            texts = [unit["text"] for unit in pipeline.every_note(found)]
            return pipeline.edit_readings(found, made, self._answers.embedder(slug, notes, texts))

        used = notes + rosters
        parameters: Parameters = {"review": review, "by": tuple(by), "threshold": threshold}
        made = self._edits(state)
        if not made:
            return self._answers.once(state, "readings", parameters, used, make)
        edited: Parameters = {**parameters, "edits": pipeline.hash_of_edits(made)}
        return self._answers.once(state, EDITED, edited, used, edit)

    def element(self, slug: str, element_slug: str, review: str | None = None, by: Sequence[str] = READINGS_BY) -> Json:
        """Return one element of `readings`; an element of the rubrics on which there are no notes is empty.

        Raises:
            NotFound: the programme has no such element or review.
        """
        for element in self.readings(slug, review, by)["elements"]:
            if slugify(element["element"]) == element_slug:
                return dict(element)
        for name in self._state(slug).programme.elements:
            if slugify(name) == element_slug:
                return pipeline.empty_element(name)
        raise NotFound("element", element_slug)

    def drift(self, slug: str) -> Json:
        """Return `nlp.json_form.drift_to_json` of all notes; the ids of readings are those that `readings` gives."""
        state = self._state(slug)
        used = state.of_kind("notes") + state.of_kind("roster")

        def make() -> Json:
            return pipeline.follow_readings(self.readings(slug), state.outline)

        parameters: Parameters = {"edits": pipeline.hash_of_edits(self._edits(state))}
        return self._answers.once(state, DRIFT, parameters, used, make)

    def rubrics(self, slug: str) -> Json:
        """Return `nlp.json_form.comparison_to_json` of the rubrics; no elements while there are rubrics of one team."""
        state = self._state(slug)
        rubrics = state.of_kind("rubric")

        def make() -> Json:
            descriptors = pipeline.prepare_descriptors(self._rows(Descriptor, rubrics), state.outline)
            embedder = self._answers.embedder(slug, rubrics, [descriptor.text for descriptor in descriptors])
            return pipeline.compare_rubrics(descriptors, embedder)

        return self._answers.once(state, "rubrics", {}, rubrics, make)

    def participation(
        self,
        slug: str,
        session_slug: str,
        by: Sequence[str] = PARTICIPATION_BY,
        expected: Mapping[str, float] = MappingProxyType({}),
    ) -> Json:
        """Return `nlp.json_form.participation_to_json` of a session, measured against its roster.

        Args:
            slug: of the programme.
            session_slug: of the session.
            by: attributes to compare.
            expected: group -> share of the floor that takes the place of its share of the heads; not stored.

        Raises:
            NotFound: the programme has no such session.
            InputError: `expected` names no group, or shares that cannot be.
        """
        state = self._state(slug)
        row = state.session_row(session_slug)
        transcript, roster = state.file(row.file_id), state.roster_of(row)
        used = (transcript, roster) if roster else (transcript,)
        threshold = self._settings.threshold
        with self._database.reading() as db:
            said = told(db, state, row)

        def make() -> Json:
            people = self._rows(Person, [roster]) if roster else None
            here = [each.identity for each in said if each.file_id is not None]
            everywhere = [each.identity for each in said if each.file_id is None]
            record = Transcript(
                transcript.filename,
                row.form,
                identify(self._rows(Turn, [transcript]), people, here, everywhere),
                row.shows_overlap,
                row.attendees,
                transcript.unread,
                row.remarks,
                row.segments,
            )
            return pipeline.measure_participation(record, people, by, threshold, expected)

        if expected:
            return make()
        parameters: Parameters = {"session": row.slug, "by": tuple(by), "threshold": threshold}
        if said:
            parameters = {**parameters, "identities": [repr((each.file_id, each.identity)) for each in said]}
        return self._answers.once(state, "participation", parameters, used, make, embedded=False)

    def over_time(
        self, slug: str, by: Sequence[str] = PARTICIPATION_BY, expected: Mapping[str, float] = MappingProxyType({})
    ) -> Json:
        """Return `service.analyses.pipeline.measure_over_time` of all sessions in which somebody speaks.

        Raises:
            InputError: as `participation`.
        """
        state = self._state(slug)
        used = state.of_kind("transcript", "roster")
        measured: dict[str, Json] = {}
        for session in state.sessions:
            with suppress(NothingToAnalyse):
                measured[session.slug] = self.participation(slug, session.slug, by)
        chosen = {each.slug: roster for each in state.sessions if (roster := state.roster_of(each))}
        threshold = self._settings.threshold

        def make() -> Json:
            own = {session: self._rows(Person, [roster]) for session, roster in chosen.items()}
            return pipeline.measure_over_time(measured, self._people(state), by, threshold, expected, own)

        if expected:
            return make()

        shares = {session: [given["speakers"], given["silent"]] for session, given in measured.items()}
        parameters: Parameters = {
            "by": tuple(by),
            "threshold": threshold,
            "shares": sha256(to_json(shares).encode()).hexdigest(),
            "rosters": [f"{session}: {roster.id}" for session, roster in chosen.items()],
        }
        return self._answers.once(state, "over time", parameters, used, make, embedded=False)

    def _state(self, slug: str) -> State:
        with self._database.reading() as db:
            return State.load(db, slug)

    def _edits(self, state: State) -> tuple[Edit, ...]:
        with self._database.reading() as db:
            return edits.every(db, state.id)

    def _rows(self, kind: type[files.AnyRow], of_files: Iterable[FileRow]) -> tuple[files.AnyRow, ...]:
        with self._database.reading() as db:
            return files.rows(db, kind, [file.id for file in of_files])

    def _people(self, state: State) -> tuple[Person, ...]:
        return merge_people(self._rows(Person, [roster]) for roster in state.of_kind("roster"))

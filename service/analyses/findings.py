"""What was found in a programme: each result is stored with what went into it and made again only when that changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from nlp.documents.types import Descriptor, Person, Rating, Unit
from nlp.names import name_key
from nlp.participation.people.identities import identify
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift, ElementDrift
from nlp.readings.edits.types import Edit
from nlp.readings.types import ElementReadings, Interpretation
from nlp.readings.wording.word_by_word import word_by_word
from nlp.rubrics.types import RubricComparison
from nlp.sorting.types import SortedElement
from nlp.transcripts.types import Transcript, Turn
from service.analyses import pipeline
from service.analyses.cache import ResultCache
from service.analyses.outcomes import Failed, attempt
from service.analyses.vector_cache import vocabulary_of
from service.analyses.walls import Deck, Remembered, as_edits, heaps_of, lay_out, sort_deck
from service.errors import NotFound
from service.names.slugs import slugify
from service.names.spelling import Spelling
from service.presentation.masking.headlines import nameless, without_names
from service.presentation.masking.masking import People, Recognise, recognise_nobody
from service.presentation.masking.recognised import load_recogniser
from service.programmes.snapshot import Snapshot, Snapshots
from service.serialisation import dumps
from service.settings import Settings
from service.sortings.types import Laid, Step, Wall
from service.store import Database, files
from service.store.files import FileRow
from service.store.findings import Parameters, Question
from service.store.sessions import SessionRow
from service.store.sorting.sortings import SortingRow

READINGS_BY = ("team", "language", "role")
PARTICIPATION_BY = ("gender", "organisation", "team")
READINGS, EDITED, DRIFT, RUBRICS, PARTICIPATION, OVER_TIME = (
    "readings",
    "edited readings",
    "drift",
    "rubrics",
    "participation",
    "over time",
)
if TYPE_CHECKING:
    from nlp.sorting.prepare import PreparedNotes

NOTHING_SET: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Findings:
    """The findings of one programme at one moment.

    Attributes:
        at: the programme.
        threshold: groups with fewer people are not shown.
        results: where they are kept.
        database: where the notes and the turns are.
        remembered: what was prepared of elements that people sort.
        recognise: finds names of people in texts that no roster has.
    """

    at: Snapshot
    threshold: int
    results: ResultCache
    database: Database
    remembered: Remembered
    recognise: Recognise = recognise_nobody

    @property
    def model(self) -> str:
        """The name of the model that places the notes."""
        return self.results.model

    def readings(self, review: str | None = None, by: Sequence[str] = READINGS_BY) -> Interpretation:
        """Return the readings of the notes, elements in the order of the programme.

        What facilitators changed is done in it, or told as not done. Readings that were there when notes came keep
        their ids and labels until a file is removed, which takes everything that was found with it.

        Args:
            review: only notes of this review; None is all notes.
            by: attributes to compare, of the notes or of their participants on the roster.

        Raises:
            NotFound: the programme has no such review.
        """
        review = self.at.review(review)
        if not self.at.edits and not self._sorted:
            return self._found(review, by)
        question, used = self._asked(review, by)
        return self.results.once(self.at, question, used, Interpretation, lambda: self._edited(review, by))

    def element(self, element_slug: str, review: str | None = None, by: Sequence[str] = READINGS_BY) -> ElementReadings:
        """Return one element of `readings`; an element of the rubrics on which there are no notes is empty.

        Raises:
            NotFound: the programme has no such element or review.
        """
        question, _ = self._asked(self.at.review(review), by)
        stored = self.results.element(self.at, question, ElementReadings, element_slug)
        if stored is not None:
            return stored
        for element in self.readings(review, by).elements:
            if slugify(element.element) == element_slug:
                return element
        for name in self.at.outline.elements:
            if slugify(name) == element_slug:
                return pipeline.empty_element(name)
        raise NotFound("element", element_slug)

    def wall(self, element_slug: str, sorter: str = "") -> Wall:
        """Return the notes of an element as cards in the piles of one sorting, "" for the one that all make together.

        Raises:
            NotFound: the programme has no such element.
        """
        name = self.name_of(element_slug)
        return self._wall(name, self.at.sorting_of(name, sorter), sorter)

    def name_of(self, element_slug: str) -> str:
        """Return the name of an element; `NotFound` if there is none with that slug."""
        found = next((name for name in self.at.outline.elements if slugify(name) == element_slug), None)
        if found is None and element_slug == slugify("") and self._deck("").cards:
            return ""
        if found is None:
            raise NotFound("element", element_slug)
        return found

    def heaps(self, element_slug: str, sorter: str = "") -> tuple[tuple[str, ...], ...]:
        """Return the cards of every heap that surely belongs together, of those that nobody has sorted yet.

        Raises:
            NotFound: the programme has no such element.
        """
        name = self.name_of(element_slug)
        deck = self._deck(name)
        return heaps_of(deck, self._machine(deck, self.at.sorting_of(name, sorter)))

    def cards(self, element: str) -> Mapping[str, tuple[Unit, ...]]:
        """Return the cards of an element, by its name: key -> its notes."""
        return self._deck(element).cards

    def word_by_word(self, text: str, language: str) -> tuple[tuple[str, str], ...]:
        """Return the words of a note, each with the nearest word of a language where one is surely near."""
        return word_by_word(text, language, vocabulary_of(self.results.embedder(self.at, (), ())))

    def drift(self) -> Drift:
        """Return what became of all readings; their ids are those that `readings` gives."""
        question, used = self._asked_drift()
        return self.results.once(
            self.at, question, used, Drift, lambda: pipeline.follow_readings(self.readings(), self.at.outline)
        )

    def element_drift(self, element_slug: str) -> ElementDrift | None:
        """Return one element of `drift`, None if there are no notes on it."""
        stored = self.results.element(self.at, self._asked_drift()[0], ElementDrift, element_slug)
        if stored is not None:
            return stored
        return next((each for each in self.drift().elements if slugify(each.element) == element_slug), None)

    def notes(self, teams: frozenset[str] | None = None) -> tuple[Unit, ...]:
        """Return notes as they were written, file by file: those of some teams, or all."""
        units = pipeline.prepare_units(self._rows(Unit, self.at.of_kind("notes")), self.at.people, self.at.outline)
        if teams is None:
            return units
        own = Spelling.of(self.at.outline).teams(teams)
        return tuple(unit for unit in units if unit.attributes.get("team", "") in own)

    def rubrics(self) -> RubricComparison:
        """Return how the rubrics compare; no elements while there are rubrics of one team."""
        rubrics = self.at.of_kind("rubric")
        judged = {each.keys: each.same for each in self.at.matches}

        def make() -> RubricComparison:
            descriptors = pipeline.prepare_descriptors(self._rows(Descriptor, rubrics), self.at.outline)
            embedder = self.results.embedder(self.at, rubrics, [descriptor.text for descriptor in descriptors])
            return pipeline.compare_rubrics(descriptors, embedder, self.at.outline.names, judged)

        said = sorted(f"{' '.join(sorted(keys))} {same}" for keys, same in judged.items())
        question = self.results.question(self.at, RUBRICS, {"judged": said} if said else {}, rubrics)
        return self.results.once(self.at, question, rubrics, RubricComparison, make)

    def ratings(self) -> tuple[Rating, ...]:
        """Return the ratings, names spelled as the programme spells them."""
        return pipeline.prepare_ratings(self.at.rated, self.at.outline)

    def participation(
        self, session_slug: str, by: Sequence[str] = PARTICIPATION_BY, expected: Mapping[str, float] = NOTHING_SET
    ) -> Participation:
        """Return who was heard in a session, measured against its roster.

        Args:
            session_slug: of the session.
            by: attributes to compare.
            expected: group -> share of the floor that takes the place of its share of the heads; not stored.

        Raises:
            NotFound: the programme has no such session.
            InputError: `expected` names no group, or shares that cannot be.
        """
        row = self.at.session_row(session_slug)
        roster = self.at.roster_of(row)
        transcript = self.at.file(row.file_id)
        used = (transcript, roster) if roster else (transcript,)

        def make() -> Participation:
            people = self.at.rosters[roster.id] if roster else None
            others = [each.identity.label for each in self.at.identities_of(row) if each.identity.kind == "unknown"]
            record = self._record(row)
            return pipeline.measure_participation(
                record, people, by, self.threshold, expected, others, self.at.attendance_of(row)
            )

        if expected:
            return make()
        said = self.at.identities_of(row)
        parameters: Parameters = {"session": row.slug, "by": tuple(by), "threshold": self.threshold}
        if said:
            parameters = {**parameters, "identities": [repr((each.file_id, each.identity)) for each in said]}
        if attendance := self.at.attendance_of(row).said:
            parameters = {**parameters, "attendance": sorted(map(repr, attendance.items()))}
        question = self.results.question(self.at, PARTICIPATION, parameters, used, embedded=False)
        return self.results.once(self.at, question, used, Participation, make)

    def over_time(
        self, by: Sequence[str] = PARTICIPATION_BY, expected: Mapping[str, float] = NOTHING_SET
    ) -> OverSessions:
        """Return who was heard over all sessions that can be measured.

        Raises:
            InputError: as `participation`.
        """
        measured: dict[str, Participation] = {}
        for session in self.at.session_rows:
            found = attempt(self.participation, session.slug, by)
            if not isinstance(found, Failed):
                measured[session.slug] = found
        chosen = {each.slug: roster for each in self.at.session_rows if (roster := self.at.roster_of(each))}

        def make() -> OverSessions:
            own = {session: self.at.rosters[roster.id] for session, roster in chosen.items()}
            return pipeline.measure_over_time(measured, self.at.people, by, self.threshold, expected, own)

        if expected:
            return make()
        used = self.at.of_kind("transcript", "roster")
        shares = "".join(dumps(each.speakers) + dumps((each.silent, each.not_known)) for each in measured.values())
        parameters: Parameters = {
            "by": tuple(by),
            "threshold": self.threshold,
            "shares": sha256(shares.encode()).hexdigest(),
            "rosters": [f"{session}: {roster.id}" for session, roster in chosen.items()],
        }
        question = self.results.question(self.at, OVER_TIME, parameters, used, embedded=False)
        return self.results.once(self.at, question, used, OverSessions, make)

    def _notes(self) -> tuple[FileRow, ...]:
        return self.at.of_kind("notes") + self.at.of_kind("roster")

    def _parameters(self, review: str | None, by: Sequence[str]) -> Parameters:
        return {"review": review, "by": tuple(by), "threshold": self.threshold}

    def _asked(self, review: str | None, by: Sequence[str]) -> tuple[Question, tuple[FileRow, ...]]:
        used, parameters = self._notes(), self._parameters(review, by)
        if not self.at.edits and not self._sorted:
            return self.results.question(self.at, READINGS, parameters, used), used
        return self.results.question(self.at, EDITED, {**parameters, **self._said}, used), used

    def _asked_drift(self) -> tuple[Question, tuple[FileRow, ...]]:
        used = self._notes()
        parameters: Parameters = {**self._said, "threshold": self.threshold}
        return self.results.question(self.at, DRIFT, parameters, used), used

    @cached_property
    def _said(self) -> Parameters:
        """Return what people said of readings, as parameters of a question."""
        edits = pipeline.hash_of_edits(self.at.edits)
        if not self._sorted:
            return {"edits": edits}
        steps = "".join(f"{row.id} {row.created} {_dumped(row.steps[: row.position])}" for row in self._sorted)
        return {"edits": sha256(f"{edits} {steps}".encode()).hexdigest()}

    @cached_property
    def _sorted(self) -> tuple[SortingRow, ...]:
        """The sortings whose piles are readings."""
        return tuple(row for row in self.at.sortings if row.in_use and row.position)

    def _wall(self, name: str, row: SortingRow | None, sorter: str) -> Wall:
        deck = self._deck(name)
        return lay_out(deck, row, sorter, self._machine(deck, row))

    def _machine(self, deck: Deck, row: SortingRow | None) -> SortedElement | None:
        laid = row.laid if row else Laid()

        def make() -> "PreparedNotes | None":
            from nlp.sorting.prepare import prepare_notes

            units = deck.units(laid.piles)
            if not deck.cards:
                return None
            embedder = self.results.embedder(self.at, self.at.of_kind("notes"), [unit.text for unit in units])
            return prepare_notes(units, embedder)

        place = (deck.element, row.id if row else None)
        if place not in self._by_machine:
            prepared = self.remembered.prepared(self.at.id, deck.element, deck, laid.piles, make)
            self._by_machine[place] = sort_deck(deck, laid, prepared)
        return self._by_machine[place]

    @cached_property
    def _by_machine(self) -> dict[tuple[str, int | None], SortedElement | None]:
        """What the machine made of walls, by their elements and sortings."""
        return {}

    def _deck(self, name: str) -> Deck:
        def make() -> Deck:
            return Deck.of(name, [unit for unit in self._units(None, READINGS_BY) if (unit.element or "") == name])

        return self.remembered.deck(self.at.id, name, self.at.hash_of(self._notes()), make)

    def _units(self, review: str | None, by: Sequence[str]) -> tuple[Unit, ...]:
        units = pipeline.prepare_units(self._rows(Unit, self.at.of_kind("notes")), self.at.people, self.at.outline)
        return pipeline.protect_people(units, by, review, self.threshold)

    def _found(self, review: str | None, by: Sequence[str]) -> Interpretation:
        """Return the readings as they were found, before anybody changed them."""
        notes, used, parameters = self.at.of_kind("notes"), self._notes(), self._parameters(review, by)

        def make() -> Interpretation:
            units = self._units(review, by)
            embedder = self.results.embedder(self.at, notes, [unit.text for unit in units])
            before = self.results.latest(self.at, READINGS, parameters, Interpretation)
            readings = pipeline.find_readings(units, embedder, by, self.at.outline, self.threshold, before)
            return without_names(readings, self.nobody)

        question = self.results.question(self.at, READINGS, parameters, used)
        return self.results.once(self.at, question, used, Interpretation, make)

    def _edited(self, review: str | None, by: Sequence[str]) -> Interpretation:
        found = self._found(review, by)
        texts = [unit.text for unit in pipeline.every_note(found)]
        embedder = self.results.embedder(self.at, self.at.of_kind("notes"), texts)
        of_element = {name_key(each.element): each for each in found.elements}
        piles = {row.element: self._piles_as_edits(row, of_element.get(name_key(row.element))) for row in self._sorted}
        edits, ids = self._in_order(piles), {edit.id for own in piles.values() for edit in own}
        before = self.results.latest(self.at, EDITED, self._parameters(review, by), Interpretation, besides="edits")
        edited = pipeline.edit_readings(found, edits, embedder, before)
        kept = replace(edited, edits=tuple(each for each in edited.edits if each.id not in ids))
        return without_names(kept, self.nobody)

    def _piles_as_edits(self, row: SortingRow, found: ElementReadings | None) -> tuple[Edit, ...]:
        deck = self._deck(row.element)
        return as_edits(lay_out(deck, row, row.sorter, self._machine(deck, row)), deck, row, found)

    def _in_order(self, piles: Mapping[str, Sequence[Edit]]) -> tuple[Edit, ...]:
        """Return the edits with those of piles between the ones that were made before and after them."""
        before = {element: own[0].made for element, own in piles.items() if own}
        old = [edit for edit in self.at.edits if edit.made < before.get(edit.element, "")]
        new = [edit for edit in self.at.edits if edit not in old]
        return (*old, *(edit for own in piles.values() for edit in own), *new)

    @cached_property
    def nobody(self) -> People:
        """Return the people whom no name of a reading and no question may name: all on the rosters."""
        return self._nameless(self.at.people)

    def nobody_of(self, notes: Iterable[Unit]) -> People:
        """Return the people whom nothing may name that the room sees: also speakers of sessions and writers of notes.

        Args:
            notes: that are shown.
        """
        said = {name for names in self.at.speakers.values() for name in names}
        wrote = {note.attributes.get("participant", "") for note in notes}
        return self._nameless((*self.at.people, *map(Person, sorted((said | wrote) - {""}))))

    def _nameless(self, people: Iterable[Person]) -> People:
        return nameless(people, (*self.at.outline.teams, *self.at.outline.elements), self.recognise)

    def _record(self, row: SessionRow) -> Transcript:
        """Return the record of a session, labels as facilitators have told who they are."""
        transcript, roster, said = self.at.file(row.file_id), self.at.roster_of(row), self.at.identities_of(row)
        people = self.at.rosters[roster.id] if roster else None
        here = [each.identity for each in said if each.file_id is not None]
        everywhere = [each.identity for each in said if each.file_id is None]
        return Transcript(
            transcript.filename,
            row.form,
            identify(self._rows(Turn, [transcript]), people, here, everywhere),
            row.shows_overlap,
            row.attendees,
            transcript.unread,
            row.remarks,
            row.segments,
        )

    def _rows(self, kind: type[files.AnyRow], of_files: Iterable[FileRow]) -> tuple[files.AnyRow, ...]:
        with self.database.reading() as db:
            return files.rows(db, kind, [file.id for file in of_files])


def _dumped(steps: Sequence[Step]) -> str:
    return "".join(map(dumps, steps))


class FindingsOf:
    """The way to the findings of any programme, as it is at that moment."""

    def __init__(self, database: Database, settings: Settings, results: ResultCache) -> None:
        self._database = database
        self._threshold = settings.threshold
        self._results = results
        self._snapshots = Snapshots(database)
        self._remembered = Remembered()
        self._recognise = load_recogniser(settings.people_pipeline)

    def of(self, slug: str) -> Findings:
        """Return the findings of a programme; `NotFound` if there is none with that slug."""
        at = self._snapshots.of(slug)
        return Findings(at, self._threshold, self._results, self._database, self._remembered, self._recognise)

"""What was found in a programme: each result is stored with what went into it and made again only when that changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from nlp.consent import Consent, quotable
from nlp.documents.types import Descriptor, Person, Rating, Unit
from nlp.embedding.rarity import WeighsTokens
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import bundled_vocabulary
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid
from nlp.names import name_key
from nlp.participation.people.identities import identify
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift, ElementDrift
from nlp.readings.edits.types import Edit, Outcome
from nlp.readings.types import ElementReadings, Interpretation
from nlp.readings.wording.word_by_word import word_by_word
from nlp.rubrics.types import RubricComparison
from nlp.smallest import Smallest
from nlp.sorting.types import SortedElement
from nlp.text.words import wording
from nlp.transcripts.types import Transcript, Turn
from service.analyses import pipeline
from service.analyses.cache import ResultCache, as_it_is
from service.analyses.elements import Elements, nameless_text, notes_as_text
from service.analyses.kinds import EDITED, PARTICIPATION_BY, READINGS, READINGS_BY
from service.analyses.outcomes import Failed, attempt
from service.analyses.progress import Progress, silently
from service.analyses.questions import Questions, dumped
from service.analyses.stored import StoredResults
from service.analyses.vector_cache import KnownVectors
from service.analyses.walls import Deck, Remembered, as_edits, heaps_of, lay_out, sort_deck
from service.errors import NotFound, NotMadeYet, StoreError
from service.names.people import notes_as_called, with_authors
from service.names.slugs import slugify
from service.presentation.masking.headlines import element_without_names, nameless, without_names
from service.presentation.masking.masking import People, Recognise, recognise_nobody
from service.presentation.masking.recognised import load_recogniser
from service.privacy.agreed import element_as_agreed, readings_as_agreed, unit_as_agreed
from service.programmes.snapshot import Snapshot
from service.serialisation import dumps
from service.settings import Settings
from service.sortings.types import Laid, Wall
from service.store import Database, files
from service.store.files import FileRow
from service.store.jobs.jobs import Place
from service.store.sessions import SessionRow
from service.store.sorting.sortings import SortingRow

READING = msgid("Reading notes: {done} of {of}")
FINDING = msgid("Finding the readings of {element}")
CHANGING = msgid("Doing in {element} what people changed")
FOLLOWING = msgid("Following {element} from review to review")
COMPARING = msgid("Comparing the rubrics")
MEASURING = msgid("Measuring who was heard in {session}")
FOUND = 0.9
"""The part of the work on readings that is done when they are found and not yet changed."""
MEASURING_ALL = msgid("Measuring all sessions together")

VERY_MANY = 2_000
"""Cards of one element: what the machine makes of more takes seconds, once."""

if TYPE_CHECKING:
    from nlp.sorting.prepare import PreparedNotes

NOT_AGREED = Message("those present did not agree that what they said is analysed")
CHANGE_IT = Message("If they did, say so on the page “Consent”")
NOTHING_SET: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Findings:
    """The findings of one programme at one moment.

    Attributes:
        at: the programme.
        threshold: groups with fewer people are not shown.
        results: where they are kept; `StoredResults` gives what is there and makes nothing.
        database: where the notes and the turns are.
        remembered: what was prepared of elements that people sort.
        recognise: finds names of people in texts that no roster has.
        progress: is told how far the making of a result is.
    """

    at: Snapshot
    threshold: int
    results: ResultCache | StoredResults
    database: Database
    remembered: Remembered
    recognise: Recognise = recognise_nobody
    progress: Progress = silently

    @cached_property
    def questions(self) -> Questions:
        """The questions that it answers."""
        return Questions(self.at, self.threshold, self.results)

    @property
    def late(self) -> tuple[Place, ...]:
        """What was asked for so far that is not there as it would be found now; while it is made, the last is given."""
        return tuple(dict.fromkeys(self.results.late)) if isinstance(self.results, StoredResults) else ()

    @property
    def model(self) -> str:
        """The name of the model that places the notes."""
        return self.results.model_of(self.at)

    @property
    def missing(self) -> tuple[Place, ...]:
        """What was asked for so far and was never made, but will be."""
        return tuple(dict.fromkeys(self.results.missing)) if isinstance(self.results, StoredResults) else ()

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
        return self._readings(self.at.review(review), by, self._as_shown)

    def _readings(
        self, review: str | None, by: Sequence[str], shown: Callable[[Interpretation], Interpretation]
    ) -> Interpretation:
        if not self.at.of_kind("notes"):
            none = Interpretation(self.model, tuple(by), (), smallest=Smallest(personal=self.threshold))
            return self.results.remembered(self.at, self.questions.found(review, by), Interpretation, lambda: none)
        if not self.questions.are_edited:
            return self._found(review, by, shown)

        def make(elements: Elements) -> Interpretation:
            return self._edited(review, by, elements)

        question = self.questions.readings(review, by)
        return self.results.once(self.at, question, self.questions.notes, Interpretation, make, shown)

    def renew_edited(self) -> None:
        """Do what people changed about the readings, where these are there: then nothing has to be found for it."""
        if not self.questions.are_edited:
            return
        found = self.questions.found(None, READINGS_BY)
        if isinstance(self.results, ResultCache) and self.results.stored(self.at, found, Interpretation):
            self.readings()

    def element(self, element_slug: str, review: str | None = None, by: Sequence[str] = READINGS_BY) -> ElementReadings:
        """Return one element of `readings`; an element of the rubrics on which there are no notes is empty.

        Raises:
            NotFound: the programme has no such element or review.
        """
        question = self.questions.readings(self.at.review(review), by)
        stored = self.results.element(self.at, question, ElementReadings, element_slug, self._element_as_shown)
        if stored is not None:
            return stored
        for element in self.readings(review, by).elements:
            if slugify(element.element) == element_slug:
                return element
        for name in self.at.outline.elements:
            if slugify(name) == element_slug:
                return pipeline.empty_element(name)
        raise NotFound("element", element_slug)

    def wall(self, element_slug: str, sorter: str = "", *, ordered: bool = True) -> Wall:
        """Return the notes of an element as cards in the piles of one sorting, "" for the one that all make together.

        Args:
            element_slug: of the element.
            sorter: whose sorting it is.
            ordered: whether cards that nobody has sorted come in the order in which they teach most. If not, very many
                on a table where nothing was begun come as they are, which takes no time.

        Raises:
            NotFound: the programme has no such element.
        """
        name = self.name_of(element_slug)
        row = self.at.sorting_of(name, sorter)
        if not ordered and not (row and (row.position or row.laid.piles)) and len(self._deck(name).cards) > VERY_MANY:
            return lay_out(self._deck(name), row, sorter, None)
        return self._wall(name, row, sorter)

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
        return word_by_word(text, language, bundled_vocabulary())

    def drift(self) -> Drift:
        """Return what became of all readings; their ids are those that `readings` gives."""
        if not self.at.of_kind("notes"):
            return pipeline.follow_readings(self.readings(), self.at.outline)

        def make(elements: Elements) -> Drift:
            readings = self._readings(None, READINGS_BY, self._without_names)
            reviews = [review.name for review in self.at.outline.reviews]
            followed = []
            for number, each in enumerate(readings.elements):
                self.progress(Message(FOLLOWING, {"element": each.element}), number / len(readings.elements))
                follow = partial(pipeline.follow_element, each, self.at.outline)
                followed.append(elements.once(ElementDrift, each.element, (dumps(each), *reviews), follow))
            empty = pipeline.follow_readings(replace(readings, elements=()), self.at.outline)
            return replace(empty, elements=tuple(followed))

        return self.results.once(self.at, self.questions.drift(), self.questions.notes, Drift, make)

    def element_drift(self, element_slug: str) -> ElementDrift | None:
        """Return one element of `drift`, None if there are no notes on it."""
        stored = self.results.element(self.at, self.questions.drift(), ElementDrift, element_slug)
        if stored is not None:
            return stored
        return next((each for each in self.drift().elements if slugify(each.element) == element_slug), None)

    def notes(self, teams: frozenset[str] | None = None) -> tuple[Unit, ...]:
        """Return notes as their authors let them be read, file by file: those of some teams, or all."""
        units = pipeline.prepare_units(self._rows(Unit, self.at.of_kind("notes")), self.at.people, self.at.outline)
        if teams is not None:
            own = self.at.spelling.teams(teams)
            units = tuple(unit for unit in units if unit.attributes.get("team", "") in own)
        agreed = (unit_as_agreed(unit) for unit in quotable(self.at.agreed.prepared(units)))
        return notes_as_called(tuple(agreed), self.at.spelling)

    def written(self) -> tuple[Unit, ...]:
        """Return the notes that are analysed, with who wrote them whatever they agreed to: to count people alone."""
        units = pipeline.prepare_units(self._rows(Unit, self.at.of_kind("notes")), self.at.people, self.at.outline)
        return self.at.agreed.prepared(units)

    def descriptors(self) -> tuple[Descriptor, ...]:
        """Return the descriptors of all rubrics and their versions, as the programme spells its names."""
        return pipeline.prepare_descriptors(self._rows(Descriptor, self.at.of_kind("rubric")), self.at.outline)

    def rubrics(self) -> RubricComparison:
        """Return how the rubrics compare; no elements while there are rubrics of one team."""
        rubrics = self.at.of_kind("rubric")
        judged = {each.keys: each.same for each in self.at.matches}

        def make(_: Elements) -> RubricComparison:
            self.progress(Message(COMPARING), 0)
            descriptors = self.descriptors()
            embedder = self.results.embedder(self.at, rubrics, [descriptor.text for descriptor in descriptors])
            return pipeline.compare_rubrics(descriptors, embedder, self.at.outline.names, judged)

        if not rubrics:
            return RubricComparison(self.model, (), (), 0.0, ())
        return self.results.once(self.at, self.questions.rubrics(), rubrics, RubricComparison, make)

    def ratings(self) -> tuple[Rating, ...]:
        """Return the ratings, names spelled as the programme spells them."""
        return self.at.agreed.ratings(pipeline.prepare_ratings(self.at.rated, self.at.outline))

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
        if self.at.agreed.of_session(row.file_id) is Consent.NOT_AT_ALL:
            raise NothingToAnalyse("", NOT_AGREED, CHANGE_IT)
        roster = self.at.roster_of(row)
        transcript = self.at.file(row.file_id)
        used = (transcript, roster) if roster else (transcript,)

        def make() -> Participation:
            self.progress(Message(MEASURING, {"session": row.title}), 0)
            people = self.at.agreed.counted(self.at.rosters[roster.id]) if roster else None
            others = [each.identity.label for each in self.at.identities_of(row) if each.identity.kind == "unknown"]
            record = self._record(row)
            return pipeline.measure_participation(
                record, people, by, self.threshold, expected, others, self.at.attendance_of(row)
            )

        question = self.questions.participation(row, by)
        return make() if expected else self.results.once(self.at, question, used, Participation, lambda _: make())

    def record(self, session_slug: str) -> Transcript:
        """Return the record of a session with people in place of labels as far as facilitators told them.

        Nobody is in it who did not agree to be counted; whether somebody's words may be read is asked of
        `at.agreed.of_labels`.

        Raises:
            NotFound: the programme has no such session.
            NothingToAnalyse: those present did not agree that what they said is analysed.
        """
        row = self.at.session_row(session_slug)
        if self.at.agreed.of_session(row.file_id) is Consent.NOT_AT_ALL:
            raise NothingToAnalyse("", NOT_AGREED, CHANGE_IT)
        return self._record(row)

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
        if not measured and self.missing:
            raise NotMadeYet
        if not measured:
            return OverSessions()

        def make() -> OverSessions:
            self.progress(Message(MEASURING_ALL), 0)
            chosen = {each.slug: roster for each in self.at.session_rows if (roster := self.at.roster_of(each))}
            counted = self.at.agreed.counted
            own = {session: counted(self.at.rosters[roster.id]) for session, roster in chosen.items()}
            return pipeline.measure_over_time(measured, counted(self.at.people), by, self.threshold, expected, own)

        question, used = self.questions.over_time(measured, by), self.at.of_kind("transcript", "roster")
        return make() if expected else self.results.once(self.at, question, used, OverSessions, lambda _: make())

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
            return prepare_notes(units, self._embedder_by_rarity([unit.text for unit in units]))

        place = (deck.element, row.id if row else None)
        if place not in self._by_machine:
            prepared = self.remembered.prepared(self.at.id, deck.element, deck, laid.piles, make)
            self._by_machine[place] = sort_deck(deck, laid, prepared)
        return self._by_machine[place]

    def _embedder_by_rarity(self, texts: Sequence[str]) -> Embedder:
        """Return the embedder for vectors by rarity: stored ones are read only where the model weighs no tokens."""
        embedder = self.results.embedder(self.at, (), ())
        weighs = isinstance(embedder.embedder if isinstance(embedder, KnownVectors) else embedder, WeighsTokens)
        return embedder if weighs else self.results.embedder(self.at, self.at.of_kind("notes"), texts)

    @cached_property
    def _by_machine(self) -> dict[tuple[str, int | None], SortedElement | None]:
        """What the machine made of walls, by their elements and sortings."""
        return {}

    def _deck(self, name: str) -> Deck:
        def make() -> Deck:
            own = [unit for unit in self._units(None, READINGS_BY, name) if (unit.element or "") == name]
            return Deck.of(name, [unit_as_agreed(unit) for unit in quotable(own)])

        made_of = f"{self.at.hash_of(self.questions.notes)} {self.at.agreed.fingerprint} {self.at.row.model}"
        return self.remembered.deck(self.at.id, name, made_of, make)

    def _units(self, review: str | None, by: Sequence[str], element: str | None = None) -> tuple[Unit, ...]:
        """Return the notes as they are analysed; where an element is asked for, those of others may be missing."""
        units = pipeline.prepare_units(self._rows(Unit, self.at.of_kind("notes")), self.at.people, self.at.outline)
        if element is not None:  # people are protected element by element
            said, worded = wording(element), cache(wording)
            units = tuple(unit for unit in units if worded(unit.element or "") == said)
        return pipeline.protect_people(self.at.agreed.prepared(units), by, review, self.threshold)

    def _found(
        self, review: str | None, by: Sequence[str], shown: Callable[[Interpretation], Interpretation] = as_it_is
    ) -> Interpretation:
        """Return the readings as they were found, before anybody changed them."""
        notes, parameters = self.at.of_kind("notes"), self.questions.parameters(review, by)

        def make(elements: Elements) -> Interpretation:
            units = self._units(review, by)
            embedder = self.results.embedder(self.at, notes, [unit.text for unit in units], read=self._tell_of_reading)
            before = self.results.latest(self.at, READINGS, parameters, Interpretation)
            asked = (str(self.threshold), *by)
            done = 0

            def once(name: str, own: Sequence[Unit], find: Callable[[], ElementReadings]) -> ElementReadings:
                nonlocal done
                self.progress(Message(FINDING, {"element": name}), FOUND * done / len(units))
                done += len(own)
                return elements.once(ElementReadings, name, (*asked, *notes_as_text(own)), find)

            return pipeline.find_readings(units, embedder, by, self.at.outline, self.threshold, before, once)

        question = self.questions.found(review, by)
        return self.results.once(self.at, question, self.questions.notes, Interpretation, make, shown)

    def _tell_of_reading(self, done: int, of: int) -> None:
        self.progress(Message(READING, {"done": done, "of": of}), 0)

    def _edited(self, review: str | None, by: Sequence[str], elements: Elements) -> Interpretation:
        """Return the readings as people want them; elements of which nobody said anything new stay as they were."""
        found = self._found(review, by)
        before = self.results.latest(self.at, EDITED, self.questions.parameters(review, by), Interpretation)
        told = {each.id: each for each in before.edits} if before else {}
        new: list[ElementReadings] = []
        outcomes: list[Outcome] = []
        for number, each in enumerate(found.elements):
            part = FOUND + (1 - FOUND) * number / len(found.elements)
            self.progress(Message(CHANGING, {"element": each.element}), part)
            own = self._edits_of(each.element)
            made_of = (str(self.threshold), nameless_text(each), self._said_of(each.element))
            known = elements.known(ElementReadings, each.element, made_of)
            if known is None or not {edit.id for edit in own} <= told.keys():
                edited = self._edit(replace(found, elements=(each,)), before)
                known, outcomes = edited.elements[0], [*outcomes, *edited.edits]
            else:
                outcomes += [replace(told[edit.id], element=edit.element) for edit in own]
            new.append(known)
        ids = {edit.id: place for place, edit in enumerate(self.at.edits)}
        there = {name_key(each.element) for each in found.elements}
        lost = [edit for edit in self.at.edits if name_key(edit.element) not in there]
        without = pipeline.edit_readings(replace(found, elements=()), lost, self.results.embedder(self.at, (), ()))
        all_told = (each for each in (*outcomes, *without.edits) if each.id in ids)
        kept = sorted(all_told, key=lambda each: ids[each.id])
        return replace(found, elements=tuple(new), edits=tuple(kept))

    def _edit(self, found: Interpretation, before: Interpretation | None) -> Interpretation:
        """Return the one element of an interpretation as people want it."""
        (element,) = found.elements
        edits = self._edits_of(element.element)
        rows = [row for row in self.questions.sorted if name_key(row.element) == name_key(element.element)]
        if not edits and not rows:
            return found
        texts = [unit.text for unit in pipeline.every_note(found)]
        embedder = self.results.embedder(self.at, self.at.of_kind("notes"), texts)
        piles = {row.element: self._piles_as_edits(row, element) for row in rows}
        return pipeline.edit_readings(found, _in_order(edits, piles), embedder, before)

    def _edits_of(self, element: str) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.at.edits if name_key(edit.element) == name_key(element))

    def _said_of(self, element: str) -> str:
        """Return all that people said of the readings of an element, but its name."""
        edits = pipeline.hash_of_edits([replace(edit, element="") for edit in self._edits_of(element)])
        rows = (row for row in self.questions.sorted if name_key(row.element) == name_key(element))
        return " ".join((edits, *(f"{row.id} {row.created} {dumped(row.steps[: row.position])}" for row in rows)))

    def _piles_as_edits(self, row: SortingRow, found: ElementReadings | None) -> tuple[Edit, ...]:
        deck = self._deck(row.element)
        return as_edits(lay_out(deck, row, row.sorter, self._machine(deck, row)), deck, row, found)

    def _as_shown(self, readings: Interpretation) -> Interpretation:
        agreed = readings_as_agreed(self._without_names(readings), self.at.agreed)
        return replace(agreed, elements=tuple(with_authors(each, self.at.spelling) for each in agreed.elements))

    def _element_as_shown(self, element: ElementReadings) -> ElementReadings:
        agreed = element_as_agreed(self._element_without_names(element), self.at.agreed)
        return with_authors(agreed, self.at.spelling)

    def _without_names(self, readings: Interpretation) -> Interpretation:
        return without_names(readings, self.nobody)

    def _element_without_names(self, element: ElementReadings) -> ElementReadings:
        return element_without_names(element, self.nobody)

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
            self.at.agreed.heard(identify(self._rows(Turn, [transcript]), people, here, everywhere)),
            row.shows_overlap,
            self.at.agreed.present(row.attendees),
            transcript.unread,
            row.remarks,
            row.segments,
        )

    def _rows(self, kind: type[files.AnyRow], of_files: Iterable[FileRow]) -> tuple[files.AnyRow, ...]:
        with self.database.reading() as db:
            return files.rows(db, kind, [file.id for file in of_files])


def _in_order(edits: Sequence[Edit], piles: Mapping[str, Sequence[Edit]]) -> tuple[Edit, ...]:
    """Return the edits with those of piles between the ones that were made before and after them."""
    before = {element: own[0].made for element, own in piles.items() if own}
    old = [edit for edit in edits if edit.made < before.get(edit.element, "")]
    new = [edit for edit in edits if edit not in old]
    return (*old, *(edit for own in piles.values() for edit in own), *new)


class FindingsOf:
    """The way to the findings of any programme, as it is at that moment."""

    def __init__(self, database: Database, settings: Settings, results: ResultCache) -> None:
        self._database = database
        self._threshold = settings.threshold
        self._results = results
        self._remembered = Remembered()
        self._recognise = load_recogniser(settings.people_pipeline)
        self._makes = True

    @property
    def results(self) -> ResultCache:
        """Where the results are kept."""
        return self._results

    def stored(self) -> "FindingsOf":
        """Return the way to what was found already: what is not there is not made, and nothing is written."""
        other = copy(self)
        other._makes = False
        return other

    def at_once(self, slug: str, make: Callable[[Findings], object]) -> None:
        """Make what is quick to make together with the change that it follows from, so that who changed it sees it.

        Where results are made when they are asked for, that is soon enough. What cannot be made says why where it is
        asked for.
        """
        if self._makes:
            return
        maker = copy(self)
        maker._makes = True
        with suppress(StoreError):  # the change is made; what follows from it waits for a worker
            attempt(make, maker.of(slug))

    def of(self, slug: str, progress: Progress = silently) -> Findings:
        """Return the findings of a programme; `NotFound` if there is none with that slug.

        Args:
            slug: of the programme.
            progress: is told how far the making of a result is.
        """
        results = self._results if self._makes else StoredResults(self._results, self._database)
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
        return Findings(at, self._threshold, results, self._database, self._remembered, self._recognise, progress)

"""Results that are made once: in the store under everything that went into them, and the last ones in memory too."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar

from nlp.embedding.remembered import in_chunks, new_among, usual_chunk
from nlp.embedding.types import Embedder
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift, ElementDrift
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.types import ElementComparison, RubricComparison
from service.analyses.elements import Elements
from service.analyses.kinds import VARYING
from service.analyses.models import LoadedModels
from service.analyses.vector_cache import KnownVectors
from service.analyses.version import analysis_version
from service.last_used import LastUsed
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot
from service.serialisation import dumps, loads
from service.store import Database, Transaction, files, findings, programmes, vectors
from service.store.files import FileRow
from service.store.findings import Answer, Parameters, Part, Question

Result = TypeVar("Result", Interpretation, Drift, RubricComparison, Participation, OverSessions)
Element = TypeVar("Element", ElementReadings, ElementDrift)
Made = TypeVar("Made")
OneElement = ElementReadings | ElementDrift | ElementComparison
ELEMENT_OF: dict[type, type[OneElement]] = {
    Interpretation: ElementReadings,
    Drift: ElementDrift,
    RubricComparison: ElementComparison,
}
REMEMBERED = 64_000_000
PROGRAMMES = 64
SMALL = 20_000
_Key = tuple[int, str, str | None]


def as_it_is(found: Made) -> Made:
    """Return a result unchanged."""
    return found


def unheard(done: int, of: int) -> None:
    """Say nothing of how many texts are encoded."""


class ResultCache:
    """Keeps what was computed, under everything that went into it; elements are kept and fetched one by one.

    Nothing of a removed file may stay: what was computed from a file that is gone by now is given back, but not stored.
    """

    def __init__(
        self, database: Database, load_embedder: Callable[[str], Embedder], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._models = LoadedModels(load_embedder)
        self._clock = clock
        self._memory = _Memory()

    def model_of(self, at: Snapshot) -> str:
        """Return the name of the model that reads the notes of a programme."""
        return self._models.get(at.row.model).embedder.name

    def forget_all(self) -> None:
        """Forget every result in memory; what is stored stays."""
        self._memory = _Memory()

    def model_key(self, at: Snapshot) -> str:
        """Return the name of its model with a hash of what it makes: what its stored vectors are kept under."""
        return self._models.get(at.row.model).key

    def question(
        self, at: Snapshot, kind: str, parameters: Parameters, inputs: str, *, embedded: bool = True
    ) -> Question:
        """Return a question with everything that its answer depends on.

        Args:
            at: the programme that is asked about.
            kind: of the question.
            parameters: of the question.
            inputs: hash of what else goes into the answer.
            embedded: whether the model takes part in it.
        """
        model = self.model_key(at) if embedded else ""
        return Question(kind, parameters, inputs, model, analysis_version())

    def once(
        self,
        at: Snapshot,
        question: Question,
        used: Sequence[FileRow],
        kind: type[Result],
        make: Callable[[Elements], Result],
        shown: Callable[[Result], Result] = as_it_is,
    ) -> Result:
        """Return the answer to a question: the stored one, else one that is made from `used` files and stored.

        Args:
            at: the programme that is asked about.
            question: with everything that goes into the answer.
            used: the files that it is made from.
            kind: of the answer.
            make: makes it; is handed what makes its elements once.
            shown: turns what is stored into what is given.
        """
        known = self.stored(at, question, kind, shown)
        if known is not None:
            return known
        elements = self.elements(at, question, used)
        made = make(elements)
        answer = self._keep(at, used, question, _answer(made, elements.inputs))
        return self._remember(at, question, shown(_result(kind, answer)), answer)

    def stored(
        self, at: Snapshot, question: Question, kind: type[Result], shown: Callable[[Result], Result] = as_it_is
    ) -> Result | None:
        """Return the stored answer to a question, None if there is none."""
        known = self._known(at, question.key, None)
        if isinstance(known, kind):
            return known
        with self._database.reading() as db:
            answer = findings.find(db, at.id, question.key)
        return None if answer is None else self._remember(at, question, shown(_result(kind, answer)), answer)

    def _remember(self, at: Snapshot, question: Question, result: Result, answer: Answer) -> Result:
        self._memory.add(at, question.key, None, result, _size(answer))
        return result

    def _known(self, at: Snapshot, key: str, part: str | None) -> object:
        """Return a result that is remembered; where the programme has changed since, only if it is still stored."""
        known, is_sure = self._memory.get(at, key, part)
        if known is None or is_sure:
            return known
        with self._database.reading() as db:
            if not findings.is_whole(db, at.id, key):
                return None
        self._memory.make_sure(at, key, part)
        return known

    def elements(self, at: Snapshot, question: Question, used: Sequence[FileRow]) -> Elements:
        """Return what makes the elements of an answer once, and keeps each when it is made."""

        def keep(part: Part) -> None:
            with self._database.writing() as db:
                if _still_there(db, at, used):
                    findings.add_part(db, at.id, question, part, self._clock())

        return Elements(self._database, at, question, keep)

    def remembered(self, at: Snapshot, question: Question, kind: type[Made], make: Callable[[], Made]) -> Made:
        """Return an answer that is stored nowhere: it is made once, until what findings are made from changes."""
        known, _ = self._memory.get(at, question.key, None)
        if isinstance(known, kind):
            return known
        result = make()
        self._memory.add(at, question.key, None, result, SMALL)
        return result

    def element(
        self,
        at: Snapshot,
        question: Question,
        kind: type[Element],
        slug: str,
        shown: Callable[[Element], Element] = as_it_is,
    ) -> Element | None:
        """Return one element of a stored answer, of some kind; None if it has no such element, or nothing is stored."""
        known = self._known(at, question.key, slug)
        if isinstance(known, kind):
            return known
        with self._database.reading() as db:
            answer = findings.find(db, at.id, question.key, part=slug)
        if answer is None or not answer.parts:
            return None
        text = answer.parts[0].text
        result = shown(loads(kind, text))
        self._memory.add(at, question.key, slug, result, len(text))
        return result

    def latest(
        self,
        at: Snapshot,
        kind: str,
        parameters: Parameters,
        of: type[Result],
        shown: Callable[[Result], Result] = as_it_is,
    ) -> Result | None:
        """Return what was answered to a question last, whatever went into it.

        None if nothing is stored, or an answer of an earlier release that has other fields.
        """
        with self._database.reading() as db:
            key = findings.latest(db, at.id, kind, parameters, VARYING.get(kind, ()))
        if key is None:
            return None
        is_raw = shown is as_it_is
        known = None if is_raw else self._known(at, key, None)
        if isinstance(known, of):
            return known
        with self._database.reading() as db:
            answer = findings.find(db, at.id, key)
        try:
            result = None if answer is None else shown(_result(of, answer))
        except ValueError:
            return None
        if answer and result and not is_raw:
            self._memory.add(at, key, None, result, _size(answer))
        return result

    def embedder(
        self,
        at: Snapshot,
        used: Iterable[FileRow],
        texts: Sequence[str],
        *,
        store: bool = True,
        read: Callable[[int, int], None] = unheard,
    ) -> Embedder:
        """Return the embedder with the vectors of these texts, each encoded once and then stored.

        They are stored in chunks as they come: whoever goes on with what broke off finds them.

        Args:
            at: the programme.
            used: the files that the texts are of.
            texts: to be encoded, where their vectors are not stored.
            store: whether vectors are stored.
            read: called with how many of how many new texts are encoded.
        """
        loaded = self._models.get(at.row.model)
        embedder, model = loaded.embedder, loaded.key
        used = tuple(used)
        with self._database.reading() as db:
            vectors_of = vectors.find(db, model, texts)
        new, done = new_among(texts, vectors_of), 0
        if not new:
            return KnownVectors(embedder, vectors_of)
        read(done, len(new))
        for rows in in_chunks(embedder, new, usual_chunk(embedder)):
            made = dict(zip(new[done : done + len(rows)], rows, strict=True))
            if store:
                self._store(at, used, model, made)
            vectors_of.update(made)
            done += len(rows)
            read(done, len(new))
        return KnownVectors(embedder, vectors_of)

    def _store(self, at: Snapshot, used: Iterable[FileRow], model: str, made: Mapping[str, vectors.Vector]) -> None:
        with self._database.writing() as db:
            if _still_there(db, at, used):
                vectors.add(db, model, made)

    def knowing(self, texts: Sequence[str]) -> Embedder:
        """Return the installation's model with the vectors stored of these texts; what it makes anew is not stored."""
        usual = self._models.get("")
        with self._database.reading() as db:
            return KnownVectors(usual.embedder, vectors.find(db, usual.key, texts))

    def _keep(self, at: Snapshot, used: Iterable[FileRow], question: Question, answer: Answer) -> Answer:
        """Store an answer made from `used` files and return what is stored now: another request may have been first."""
        with self._database.writing() as db:
            if not _still_there(db, at, used):
                return answer
            findings.add(db, at.id, question, answer, self._clock())
            findings.forget_earlier(db, at.id, question, VARYING.get(question.kind, ()))
            return findings.find(db, at.id, question.key) or answer


class _Memory:
    """The last results, up to `REMEMBERED` letters of JSON; each goes when what it is made from changes.

    When anything else of the programme has changed, they are no longer sure: whoever gets one sees whether it is still
    stored. So both say the same, and nothing of a removed file stays here once the programme was asked for anything
    again.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._results: LastUsed[_Key, tuple[object, int]] = LastUsed(REMEMBERED)
        self._newest: LastUsed[int, Snapshot] = LastUsed(PROGRAMMES)

    def get(self, at: Snapshot, key: str, part: str | None) -> tuple[object, bool]:
        """Return a result, None if it is not remembered, and whether nothing has changed since it was seen."""
        with self._lock:
            found = self._results.get((at.id, key, part)) if self._is_newest(at) else None
        return (None, False) if found is None else (found[0], found[1] == at.row.revision)

    def add(self, at: Snapshot, key: str, part: str | None, result: object, size: int) -> None:
        """Remember a result that is stored now."""
        with self._lock:
            if self._is_newest(at):
                self._results.put((at.id, key, part), (result, at.row.revision), size)

    def make_sure(self, at: Snapshot, key: str, part: str | None) -> None:
        """Note that a result is still stored."""
        with self._lock:
            if self._is_newest(at):
                self._results.replace((at.id, key, part), lambda found: (found[0], at.row.revision))

    def _is_newest(self, at: Snapshot) -> bool:
        """Return whether nobody has asked for a later state of the programme; forget what was of an earlier one."""
        last = self._newest.get(at.id)
        if last is not None and last.row.revision >= at.row.revision:
            return last.row.revision == at.row.revision
        gone = {*self._newest.put(at.id, at)}
        if last is not None and last.found_from != at.found_from:
            gone.add(at.id)
        if gone:
            self._results.forget(lambda key: key[0] in gone)
        return True


def _answer(result: object, inputs: Mapping[str, str]) -> Answer:
    """Return a result as it is stored, its elements apart, each with what went into it."""
    if not isinstance(result, Interpretation | Drift | RubricComparison):
        return Answer(dumps(result))
    parts = (Part(slugify(each.element), dumps(each), inputs.get(each.element, "")) for each in result.elements)
    return Answer(dumps(_with_elements(result, ())), tuple(parts))


def _result(kind: type[Result], answer: Answer) -> Result:
    """Return the result of which `_answer` was made; raises `ValueError` if it was another kind or release."""
    result = loads(kind, answer.result)
    if not answer.parts:
        return result
    elements = tuple(loads(ELEMENT_OF[kind], part.text) for part in answer.parts)
    whole: Result = _with_elements(result, elements)
    return whole


def _with_elements(result: Any, elements: tuple[OneElement, ...]) -> Any:  # noqa: ANN401 - of the kind that it was
    return replace(result, elements=elements)


def _size(answer: Answer) -> int:
    return len(answer.result) + sum(len(part.text) for part in answer.parts)


def _still_there(db: Transaction, at: Snapshot, used: Iterable[FileRow]) -> bool:
    """Return whether a programme still has files, nothing of them deleted, and hold it until the transaction ends."""
    programme = programmes.find(db, at.slug, hold=True)
    return {(file.id, file.sha256) for file in used} <= {
        (file.id, file.sha256) for file in files.every(db, programme.id)
    }

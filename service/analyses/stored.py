"""What was found already, and nothing else: what is not there is not made, and of what is renewed the last is given."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from nlp.embedding.types import Embedder
from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message
from service.analyses.cache import Element, Made, Result, ResultCache, as_it_is, unheard
from service.analyses.kinds import (
    DRIFT,
    EDITED,
    OVER_TIME,
    PARTICIPATION,
    PARTICIPATION_BY,
    READINGS,
    READINGS_BY,
    RUBRICS,
    VARYING,
)
from service.errors import NotAsked, NotMadeYet
from service.programmes.snapshot import Snapshot
from service.serialisation import loads
from service.store import Database, Transaction, findings
from service.store.files import FileRow
from service.store.findings import Parameters, Question
from service.store.jobs import jobs
from service.store.jobs.jobs import Place, State

JOB_OF = {
    READINGS: READINGS,
    EDITED: READINGS,
    DRIFT: DRIFT,
    RUBRICS: RUBRICS,
    PARTICIPATION: PARTICIPATION,
    OVER_TIME: OVER_TIME,
}
INSTEAD = {EDITED: READINGS, READINGS: EDITED}
"""Of which kind the last answer also says what was asked, where there is none of the kind itself."""


class CouldNotBeMade(InputError):
    """A result whose making failed; its line is that of the job."""

    def __init__(self, line: Message) -> None:
        problem, remedy, where = (line.values.get(name, "") for name in ("problem", "remedy", "where"))
        place = where if isinstance(where, str | Message) else ""
        assert isinstance(problem, Message)
        assert isinstance(remedy, Message)
        super().__init__("", problem, remedy, place)


@dataclass(frozen=True)
class StoredResults:
    """The results of one request, as `ResultCache` has them.

    Attributes:
        results: where they are kept.
        database: where the jobs are.
        late: places of which there is no answer as it would be made now.
        missing: those of them of which there is no earlier answer either, and that will be made.
    """

    results: ResultCache
    database: Database
    late: list[Place] = field(default_factory=list)
    missing: list[Place] = field(default_factory=list)

    def model_of(self, at: Snapshot) -> str:
        """Return the name of the model that reads the notes of a programme."""
        return self.results.model_of(at)

    def question(
        self, at: Snapshot, kind: str, parameters: Parameters, inputs: str, *, embedded: bool = True
    ) -> Question:
        """Return a question with everything that its answer depends on, as `ResultCache.question` does."""
        return self.results.question(at, kind, parameters, inputs, embedded=embedded)

    def once(
        self,
        at: Snapshot,
        question: Question,
        used: Sequence[FileRow],  # noqa: ARG002 - as `ResultCache` has it
        kind: type[Result],
        make: object,  # noqa: ARG002
        shown: Callable[[Result], Result] = as_it_is,
    ) -> Result:
        """Return the stored answer to a question, or the last one to the same while a new one is made.

        Raises:
            NotMadeYet: there is none.
            CouldNotBeMade: there is none, and why.
        """
        found = self.results.stored(at, question, kind, shown)
        if found is not None:
            return found
        place = place_of(question.kind, question.parameters)
        self.late.append(place)
        for asked in (question.kind, *filter(None, [INSTEAD.get(question.kind)])):
            last = self.results.latest(at, asked, _asked(question.parameters), kind, shown)
            if last is not None:
                return last
        raise self._missing(at, place)

    def remembered(self, at: Snapshot, question: Question, kind: type[Made], make: Callable[[], Made]) -> Made:
        """Return an answer that is stored nowhere, as `ResultCache.remembered` does."""
        return self.results.remembered(at, question, kind, make)

    def element(
        self,
        at: Snapshot,
        question: Question,
        kind: type[Element],
        slug: str,
        shown: Callable[[Element], Element] = as_it_is,
    ) -> Element | None:
        """Return one element of the stored answer, or of the last one to the same while a new one is made."""
        found = self.results.element(at, question, kind, slug, shown)
        if found is not None:
            return found
        with self.database.reading() as db:
            if findings.is_there(db, at.id, [question.key]):
                return None
            text = _last_part(db, at.id, question, slug)
        try:
            last = None if text is None else loads(kind, text)
        except ValueError:
            return None
        if last is not None:
            self.late.append(place_of(question.kind, question.parameters))
        return None if last is None else shown(last)

    def latest(self, at: Snapshot, kind: str, parameters: Parameters, of: type[Result]) -> Result | None:
        """Return what was answered to a question last, as `ResultCache.latest` does."""
        return self.results.latest(at, kind, parameters, of)

    def embedder(
        self,
        at: Snapshot,
        used: Iterable[FileRow],
        texts: Sequence[str],
        *,
        read: Callable[[int, int], None] = unheard,
    ) -> Embedder:
        """Return the embedder with the vectors that are stored of these texts; what it makes anew is not stored."""
        return self.results.embedder(at, used, texts, store=False, read=read)

    def knowing(self, texts: Sequence[str]) -> Embedder:
        """Return the installation's model with the vectors stored of these texts, as `ResultCache.knowing` does."""
        return self.results.knowing(texts)

    def _missing(self, at: Snapshot, place: Place) -> ManyvoicesError:
        with self.database.reading() as db:
            job = jobs.at(db, at.id, place)
            if job is None and place.kind == PARTICIPATION:  # it may be a part of what somebody asked for
                job = jobs.at(db, at.id, Place(OVER_TIME, "", place.compared))
        if job is not None and job.state is State.FAILED and job.error is not None:
            return CouldNotBeMade(job.error)
        if job is None and place.compared:
            return NotAsked()
        self.missing.append(place)
        return NotMadeYet()


def place_of(kind: str, asked: Parameters) -> Place:
    """Return the job that answers a question of some kind and with these parameters."""
    by, kind = tuple(_texts(asked.get("by"))), JOB_OF.get(kind, kind)
    usual = READINGS_BY if kind == READINGS else PARTICIPATION_BY
    subject = asked.get("review") or asked.get("session") or ""
    return Place(kind, str(subject), () if by == usual else by)


def _last_part(db: Transaction, programme_id: int, question: Question, slug: str) -> str | None:
    for asked in (question.kind, *filter(None, [INSTEAD.get(question.kind)])):
        key = findings.latest(db, programme_id, asked, _asked(question.parameters), VARYING.get(asked, ()))
        answer = findings.find(db, programme_id, key, part=slug) if key else None
        if answer is not None and answer.parts:
            return answer.parts[0].text
    return None


def _texts(value: object) -> Sequence[str]:
    return value if isinstance(value, list | tuple) else ()


def _asked(parameters: Parameters) -> Parameters:
    return {name: value for name, value in parameters.items() if name != "edits"}

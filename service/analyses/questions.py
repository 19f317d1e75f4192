"""The questions that a programme answers, each with everything that its answer depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from nlp.documents.types import Person
from nlp.participation.types import Participation
from service.analyses import pipeline
from service.analyses.cache import ResultCache
from service.analyses.kinds import DRIFT, EDITED, OVER_TIME, PARTICIPATION, READINGS, RUBRICS
from service.analyses.stored import StoredResults
from service.programmes.snapshot import Snapshot
from service.serialisation import dumps, to_plain
from service.sortings.types import Step
from service.store.columns import to_json
from service.store.files import FileRow
from service.store.findings import Parameters, Question
from service.store.sessions import SessionRow
from service.store.sorting.sortings import SortingRow


@dataclass(frozen=True)
class Questions:
    """What can be asked of a programme as it is at one moment.

    Attributes:
        at: the programme.
        threshold: groups with fewer people are not shown.
        results: know the model.
    """

    at: Snapshot
    threshold: int
    results: ResultCache | StoredResults

    @property
    def notes(self) -> tuple[FileRow, ...]:
        """The files that readings are made from."""
        return self.at.of_kind("notes") + self.at.of_kind("roster")

    @cached_property
    def sorted(self) -> tuple[SortingRow, ...]:
        """The sortings whose piles are readings."""
        return tuple(row for row in self.at.sortings if row.in_use and row.position)

    @property
    def are_edited(self) -> bool:
        """Whether a person changed any readings."""
        return bool(self.at.edits or self.sorted)

    def parameters(self, review: str | None, by: Sequence[str]) -> Parameters:
        """Return what is asked of readings."""
        return {"review": review, "by": tuple(by), "threshold": self.threshold, **self._agreed}

    def found(self, review: str | None, by: Sequence[str]) -> Question:
        """Return the question for readings as they were found, before anybody changed them."""
        return self._of_notes(READINGS, self.parameters(review, by))

    def readings(self, review: str | None, by: Sequence[str]) -> Question:
        """Return the question for readings as people want them."""
        if not self.are_edited:
            return self.found(review, by)
        return self._of_notes(EDITED, {**self.parameters(review, by), **self._said})

    def drift(self) -> Question:
        """Return the question for what became of the readings."""
        return self._of_notes(DRIFT, {**self._said, **self._agreed, "threshold": self.threshold})

    def rubrics(self) -> Question:
        """Return the question for how the rubrics compare."""
        said = sorted(f"{' '.join(sorted(each.keys))} {each.same}" for each in self.at.matches)
        parameters: Parameters = {"judged": said} if said else {}
        return self.results.question(self.at, RUBRICS, parameters, self.at.hash_of(self.at.of_kind("rubric")))

    def participation(self, row: SessionRow, by: Sequence[str]) -> Question:
        """Return the question for who was heard in a session."""
        parameters: Parameters = {"session": row.slug, "by": tuple(by), "threshold": self.threshold, **self._agreed}
        if said := self.at.identities_of(row):
            parameters = {**parameters, "identities": [repr((each.file_id, each.identity)) for each in said]}
        if row.segments:
            parameters = {**parameters, "segments": sorted(map(repr, row.segments))}
        if attendance := self.at.attendance_of(row).said:
            parameters = {**parameters, "attendance": sorted(map(repr, attendance.items()))}
        return self.results.question(self.at, PARTICIPATION, parameters, self.at.hash_of_records([row]), embedded=False)

    def over_time(self, measured: Mapping[str, Participation], by: Sequence[str]) -> Question:
        """Return the question for who was heard over some sessions, by their slugs."""
        shares = "".join(dumps(each.speakers) + dumps((each.silent, each.not_known)) for each in measured.values())
        parameters: Parameters = {
            "by": tuple(by),
            "threshold": self.threshold,
            "shares": sha256(" ".join((*measured, shares)).encode()).hexdigest(),
            **self._agreed,
        }
        everybody = to_json(to_plain(tuple[Person, ...], self.at.people))
        inputs = sha256(f"{self.at.hash_of_records(self.at.session_rows)} {everybody}".encode()).hexdigest()
        return self.results.question(self.at, OVER_TIME, parameters, inputs, embedded=False)

    def _of_notes(self, kind: str, parameters: Parameters) -> Question:
        return self.results.question(self.at, kind, parameters, self._hash_of_notes)

    @property
    def _agreed(self) -> Parameters:
        """Return what people agreed to, as a parameter; nothing where all may be quoted with names."""
        return {} if self.at.agreed.to_all else {"consent": self.at.agreed.fingerprint}

    @cached_property
    def _hash_of_notes(self) -> str:
        return self.at.hash_of(self.notes)

    @cached_property
    def _said(self) -> Parameters:
        """Return what people said of readings, as parameters of a question."""
        edits = pipeline.hash_of_edits(self.at.edits)
        if not self.sorted:
            return {"edits": edits}
        steps = "".join(f"{row.id} {row.created} {dumped(row.steps[: row.position])}" for row in self.sorted)
        return {"edits": sha256(f"{edits} {steps}".encode()).hexdigest()}


def dumped(steps: Sequence[Step]) -> str:
    """Return what people did with cards as one text."""
    return "".join(map(dumps, steps))

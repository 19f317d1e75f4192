"""The tables of a programme: what its pages show, with the same consent, pools and numbers for people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from nlp.documents.types import Person, Rating
from nlp.frames.documents import ratings_table
from nlp.frames.readings import drift_table, readings_tables
from nlp.frames.rubrics import comparison_tables
from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import Message, msgid
from nlp.participation.types import Participation
from nlp.readings.edits.align import notes_of
from nlp.readings.types import Interpretation
from service.actions.types import ActionPoint
from service.analyses.findings import Findings
from service.analyses.kinds import READINGS_BY
from service.analyses.outcomes import Failed, attempt
from service.annotations.feedback_forms import FeedbackForms
from service.assistant.proposed import as_now
from service.errors import NotMadeYet
from service.exports.tables.actions import action_tables
from service.exports.tables.answers import answers_tables, question_table
from service.exports.tables.assistant import assistant_table, with_source
from service.exports.tables.dictionary import About
from service.exports.tables.hidden import without_names
from service.exports.tables.sessions import session_tables
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.messages import say
from service.presentation.privacy.called import people_in

LISTED = ("team", "organisation", "review", "participant", "date")
"""The attributes of notes that a file has: any other one, beside these, would show a group of one."""

READINGS = "readings"
NOT_IN_IT = Table(
    "not_in_it",
    "not_in_it",
    msgid("One row something that could not be worked out, and is therefore not in these tables."),
    (
        Column("what", Kind.TEXT, msgid("What it is: readings, rubrics, or a session.")),
        Column("why", Kind.TEXT, msgid("Why it is not there.")),
    ),
)

Result = TypeVar("Result")


@dataclass(frozen=True)
class ProgrammeData:
    """The data of a programme for one reader.

    Attributes:
        findings: of the programme.
        forms: those for people who were present.
        language: of the reader: of what columns mean, and of the numbers of people.
        names: whether people are named; if not they are "Person 1", "Person 2" in everything. Notes and sessions have
            numbers of their own, so that nobody can join a team that notes tell of to a voice in a session.
        actions: what people agreed to do, oldest first.
    """

    findings: Findings
    forms: FeedbackForms
    language: Language
    names: bool = False
    actions: Sequence[ActionPoint] = ()

    @property
    def about(self) -> About:
        """What is said of a file of these tables as a whole."""
        title = self.speakers.mask(self.findings.at.programme.name)
        return About(title, date.today().isoformat(), self.language, self.names)

    def tables(self) -> tuple[Table, ...]:
        """Return all tables that have rows.

        Raises:
            NotMadeYet: something is still being worked out.
        """
        found = (*self._of_notes(), *self._of_sessions(), self._not_in_it())
        if self.findings.missing:
            raise NotMadeYet
        return tuple(table for table in found if table.rows)

    def _of_notes(self) -> Iterator[Table]:
        found, people = self._readings, self._writers
        tables = list(self._of_readings(found)) if found else []
        if found and (drift := self._attempted("reviews", self.findings.drift)):
            tables.append(drift_table(drift))
        if rubrics := self._attempted("rubrics", self.findings.rubrics):
            tables += comparison_tables(rubrics)
        tables.append(ratings_table(self._ratings))
        return (without_names(table, people) for table in tables)

    def _of_readings(self, found: Interpretation) -> Iterator[Table]:
        at = self.findings.at
        for table in readings_tables(found.elements, found.by or READINGS_BY, LISTED):
            yield with_source(table, at.edits) if table.name == READINGS else table
        yield assistant_table(as_now(found, at.proposals))

    def _of_sessions(self) -> Iterator[Table]:
        at = self.findings.at
        tables = session_tables(self.findings, self.measured, self._attempted("over time", self.findings.over_time))
        tables += answers_tables(at, self.forms)
        tables += [question_table(at.questions), *action_tables(self.actions)]
        return (without_names(table, self.speakers) for table in tables)

    def _not_in_it(self) -> Table:
        rows: Iterator[Row] = ((what, self._said(problem)) for what, problem in self._failed.items())
        return without_names(NOT_IN_IT.with_rows(rows), self.speakers)

    def _said(self, problem: Message) -> str:
        return str(say(problem, self.language).striptags())

    @cached_property
    def _failed(self) -> dict[str, Message]:
        """What could not be worked out -> why, as far as it was asked for."""
        return {}

    def _attempted(self, what: str, find: Callable[[], Result]) -> Result | None:
        outcome = attempt(find)
        if isinstance(outcome, Failed):
            self._failed[what] = outcome.problem
            return None
        return outcome

    @cached_property
    def _readings(self) -> Interpretation | None:
        return self._attempted("readings", self.findings.readings)

    @cached_property
    def _ratings(self) -> tuple[Rating, ...]:
        return self.findings.ratings()

    @cached_property
    def measured(self) -> Mapping[str, Participation]:
        """Slug of a session -> who was heard in it; those that could not be measured are left out."""
        found = {
            each.slug: self._attempted(each.slug, lambda slug=each.slug: self.findings.participation(slug))  # type: ignore[misc]
            for each in self.findings.at.sessions
        }
        return {slug: each for slug, each in found.items() if each is not None}

    @cached_property
    def _writers(self) -> People:
        """What those are called who wrote notes and gave ratings."""
        elements = self._readings.elements if self._readings else ()
        wrote = dict.fromkeys(unit.attributes.get("participant", "") for each in elements for unit in notes_of(each))
        names = dict.fromkeys([*wrote, *(each.participant for each in self._ratings)])
        return self._people("data notes", {}, [Person(name) for name in names if name])

    @cached_property
    def speakers(self) -> People:
        """What those are called who were in sessions."""
        at = self.findings.at
        unmeasured = [row.file_id for row in at.session_rows if row.slug not in self.measured]
        besides = [Person(label) for file_id in unmeasured for label in at.speakers.get(file_id, ())]
        return self._people("data sessions", self.measured, besides, tuple(row.slug for row in at.session_rows))

    def _people(
        self, page: str, measured: Mapping[str, Participation], besides: list[Person], sessions: tuple[str, ...] = ()
    ) -> People:
        known = {person.name for person in self.findings.at.people}
        others = [person for person in besides if person.name not in known]
        return people_in(
            self.findings, measured, self.language, page, names=self.names, besides=others, unmeasured=sessions
        )

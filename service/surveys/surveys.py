"""Surveys: made and opened by facilitators, answered without names, closed, and taken into the analysis."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from nlp.messages import Message
from service.analyses.findings import Findings, FindingsOf
from service.annotations.rate import Rate
from service.annotations.tokens import check_tokens, person_of
from service.errors import Closed, NotFound, Refused
from service.giving_back.asks import FEWEST
from service.intake import written
from service.journal import journal, things
from service.journal.types import Action
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database, Transaction, programmes
from service.store.surveys import outcomes, surveys
from service.store.surveys.outcomes import Asked
from service.store.surveys.surveys import SurveyRow
from service.surveys.checked import check_whole, checked, given_in
from service.surveys.files import notes_of, ratings_of, table_of
from service.surveys.ready import ready
from service.surveys.tell import tell
from service.surveys.types import Answer, Content, Ready, Survey, SurveyResults, SurveyState

MOST_ANSWERS = 2_000
"""More than a programme has people, so that one device cannot fill the disk."""


class Surveys:
    """The surveys of all programmes.

    Answers can be read only when a survey is closed, and only of at least `fewest` people together; then it is closed
    for good, because what came later would be told by the difference. Methods raise `NotFound` for what is not there.
    """

    def __init__(
        self, database: Database, settings: Settings, findings: FindingsOf, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock
        self._rate = Rate()
        self.fewest = max(FEWEST, settings.threshold)

    # for the facilitator

    def every(self, slug: str) -> tuple[Survey, ...]:
        """Return the surveys of a programme, newest first."""
        with self._database.reading() as db:
            rows = surveys.every(db, programmes.find(db, slug).id)
            return tuple(_shown(db, row) for row in reversed(rows))

    def get(self, slug: str, code: str) -> Survey:
        """Return one survey."""
        with self._database.reading() as db:
            return _shown(db, _own(db, Snapshot.load(db, slug), code))

    def make(self, slug: str, content: Content) -> Survey:
        """Make a draft; `InputError` as `checked`."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            return self._made(db, at, checked(content, at))

    def start(self, slug: str, kind: Ready) -> Survey:
        """Make a draft of one that is ready."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            return self._made(db, at, checked(ready(kind, at), at))

    def ask_again(self, slug: str, code: str) -> Survey:
        """Make a draft that asks what another survey asked, for another review."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            return self._made(db, at, replace(_own(db, at, code).content, review=""))

    def change(self, slug: str, code: str, content: Content) -> Survey:
        """Ask something else, as long as it is a draft.

        Raises:
            InputError: as `checked`.
            Refused: it is open, or was.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if row.state is not SurveyState.DRAFT:
                problem = Message("this survey was opened, so what it asks stays as it is")
                raise Refused("", problem, Message("Ask it again as a new one"))
            surveys.change(db, row, checked(content, at))
            journal.write(db, at.id, Action.SURVEY_CHANGED, things.survey(code))
            return _shown(db, surveys.find(db, code))

    def open(self, slug: str, code: str) -> Survey:
        """Let people answer it.

        Raises:
            InputError: something that it needs is missing (`check_whole`).
            Refused: its answers were shown.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if row.state is SurveyState.CLOSED and surveys.received(db, row) >= self.fewest:
                problem = Message("this survey is closed for good, because its answers were shown")
                raise Refused("", problem, Message("Ask it again as a new one"))
            check_whole(row.content, at)
            return self._set(db, at, row, SurveyState.OPEN, Action.SURVEY_OPENED)

    def to_draft(self, slug: str, code: str) -> Survey:
        """Make it a draft again, as long as nobody has answered; `Refused` if somebody has."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if surveys.received(db, row):
                problem = Message("somebody has answered this survey, so what it asks stays as it is")
                raise Refused("", problem, Message("Close it and ask it again as a new one"))
            return self._set(db, at, row, SurveyState.DRAFT, Action.SURVEY_CHANGED)

    def close(self, slug: str, code: str) -> Survey:
        """Take no more answers; where enough people answered, own words become notes and levels ratings.

        Raises:
            Refused: it is a draft.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if row.state is SurveyState.DRAFT:
                raise Refused("", Message("this survey was not opened yet"), Message("Open it first"))
            if row.state is SurveyState.OPEN:
                self._take(db, at, row)
                return self._set(db, at, row, SurveyState.CLOSED, Action.SURVEY_CLOSED)
            return _shown(db, row)

    def take(self, slug: str, code: str, review: str) -> Survey:
        """Make notes of own words and ratings of levels once more, for a review.

        Args:
            slug: of the programme.
            code: of the survey.
            review: that they belong to, "" for none; without one levels do not become ratings.

        Raises:
            InputError: the name of the review is too long.
            Refused: it is not closed, or too few people answered.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = _own(db, at, code, lock=True)
            if row.state is not SurveyState.CLOSED or surveys.received(db, row) < self.fewest:
                raise self._not_yet()
            content = checked(replace(row.content, review=review), at)
            surveys.change(db, row, content)
            self._take(db, at, replace(row, content=content))
            journal.write(db, at.id, Action.SURVEY_CHANGED, things.survey(code))
            return _shown(db, surveys.find(db, code))

    def remove(self, slug: str, code: str) -> None:
        """Forget a survey and all its answers; the notes and ratings that were made of them stay."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            surveys.remove(db, _own(db, at, code))
            journal.write(db, at.id, Action.SURVEY_REMOVED, things.survey(code))

    def results(self, found: Findings, code: str) -> SurveyResults:
        """Return the answers, as far as they may be seen, nobody named in them."""
        with self._database.reading() as db:
            row = _own(db, found.at, code)
            answers = surveys.answers(db, row) if row.state is SurveyState.CLOSED else ()
        mask = found.nobody_of(()).mask if answers else str
        return tell(row.content, answers, found.at.outline.levels, self.fewest, mask)

    def table(self, slug: str, code: str) -> bytes:
        """Return all answers as a CSV, in an order that tells nothing.

        Raises:
            Refused: it is not closed, or too few people answered.
        """
        with self._database.reading() as db:
            row = _own(db, Snapshot.load(db, slug), code)
            answers = surveys.answers(db, row) if row.state is SurveyState.CLOSED else ()
        if len(answers) < self.fewest:
            raise self._not_yet()
        return table_of(row.content, answers, self.fewest)

    def _not_yet(self) -> Refused:
        problem = Message("answers are given out when a survey is closed and {n} people answered", {"n": self.fewest})
        return Refused("", problem, Message("Close it first"))

    # for everybody with the link

    def visit(self, code: str) -> tuple[str, Survey]:
        """Return the programme and the survey that have a code, for those who know no more than it.

        Raises:
            NotFound: there is none, or it is a draft.
        """
        with self._database.reading() as db:
            row = surveys.find(db, code)
            if row.state is SurveyState.DRAFT:
                raise NotFound("survey", code)
            return programmes.slug_of(db, row.programme_id), _shown(db, row)

    def answer(self, code: str, given: Mapping[str, Answer]) -> int:
        """Store answers and nothing else: no name, time, address or device; return how many were new.

        Args:
            code: of the survey.
            given: by the token of the form that was sent (`tokens.new_token`); one that is known stores nothing.

        Raises:
            InputError: nothing is answered, a text is too long, or a token is not one of ours.
            Closed: the survey takes no answers now.
            Refused: it has as many answers as a survey may have.
            TooOften: too many are sending something at this moment.
        """
        check_tokens(given)
        self._rate.check(code)
        at = self._findings.of(self.visit(code)[0]).at
        with self._database.writing() as db:
            row = surveys.find(db, code, lock=True)
            if row.state is not SurveyState.OPEN:
                raise Closed
            if surveys.received(db, row) + len(given) > MOST_ANSWERS:
                problem = Message("this survey takes {most} answers and no more", {"most": MOST_ANSWERS})
                raise Refused("", problem, Message("Ask the facilitator to close it"))
            own = {person_of(code, token): given_in(each, row.content, at) for token, each in given.items()}
            return sum(surveys.answer(db, row, person, each) for person, each in own.items())

    def _made(self, db: Transaction, at: Snapshot, content: Content) -> Survey:
        row = surveys.add(db, at.id, content)
        journal.write(db, at.id, Action.SURVEY_MADE, things.survey(row.code))
        return _shown(db, row)

    def _set(self, db: Transaction, at: Snapshot, row: SurveyRow, state: SurveyState, action: Action) -> Survey:
        surveys.set_state(db, row, state)
        journal.write(db, at.id, action, things.survey(row.code))
        return _shown(db, surveys.find(db, row.code))

    def _take(self, db: Transaction, at: Snapshot, row: SurveyRow) -> None:
        answers = surveys.answers(db, row)
        if len(answers) < self.fewest:
            return
        notes, ratings = (
            written.put(db, at, f"survey-{row.code}{kind}.csv", data, self._clock(), file_id)
            for kind, data, file_id in (
                ("", notes_of(row.content, answers, self.fewest), row.notes_id),
                ("-ratings", ratings_of(row.content, answers, self.fewest), row.ratings_id),
            )
        )
        surveys.made(db, row, notes, ratings)


def _shown(db: Transaction, row: SurveyRow) -> Survey:
    outcome = outcomes.of(db, Asked.SURVEY, row.code)
    received = surveys.received(db, row)
    return Survey(row.code, row.content, row.state, received, row.notes_id, row.ratings_id, outcome)


def _own(db: Transaction, at: Snapshot, code: str, *, lock: bool = False) -> SurveyRow:
    row = surveys.find(db, code, lock=lock)
    if row.programme_id != at.id:
        raise NotFound("survey", code)
    return row

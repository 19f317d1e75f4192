"""Surveys, and what people answered under random names of their forms."""

from dataclasses import dataclass, fields

from sqlalchemy import RowMapping, Select, delete, func, select, update

from service.errors import NotFound
from service.store.conflicts import add_under_code, is_new
from service.store.database import Transaction
from service.store.surveys.tables import survey_answers, surveys
from service.surveys.types import Answer, Content, SurveyState


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey; `notes_id` and `ratings_id` are of the files that were made of its answers."""

    id: int
    programme_id: int
    code: str
    state: SurveyState
    content: Content
    notes_id: int | None
    ratings_id: int | None


_ROW = [surveys.c[each.name] for each in fields(SurveyRow)]


def add(db: Transaction, programme_id: int, content: Content) -> SurveyRow:
    """Store a new draft under a code that no other survey has."""
    row = {"programme_id": programme_id, "state": SurveyState.DRAFT, "content": content}
    return find(db, add_under_code(db, surveys, row))


def every(db: Transaction, programme_id: int) -> tuple[SurveyRow, ...]:
    """Return the surveys of a programme, oldest first."""
    query = select(*_ROW).where(surveys.c.programme_id == programme_id).order_by(surveys.c.id)
    return tuple(map(_row, db.execute(query).mappings()))


def find(db: Transaction, code: str, *, lock: bool = False) -> SurveyRow:
    """Return a survey; with `lock`, nobody else answers or changes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(surveys.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("survey", code)
    return _row(row)


def _row(row: RowMapping) -> SurveyRow:
    return SurveyRow(**{**row, "state": SurveyState(row["state"])})


def change(db: Transaction, survey: SurveyRow, content: Content) -> None:
    """Ask something else."""
    db.execute(update(surveys).where(surveys.c.id == survey.id).values(content=content))


def set_state(db: Transaction, survey: SurveyRow, state: SurveyState) -> None:
    """Open or close a survey, or make it a draft again."""
    db.execute(update(surveys).where(surveys.c.id == survey.id).values(state=state))


def made(db: Transaction, survey: SurveyRow, notes_id: int | None, ratings_id: int | None) -> None:
    """Remember the files that were made of the answers."""
    ids = {"notes_id": notes_id, "ratings_id": ratings_id}
    db.execute(update(surveys).where(surveys.c.id == survey.id).values(**ids))


def remove(db: Transaction, survey: SurveyRow) -> None:
    """Forget a survey and all its answers."""
    db.execute(delete(surveys).where(surveys.c.id == survey.id))


def answer(db: Transaction, survey: SurveyRow, person: str, given: Answer) -> bool:
    """Store what somebody answers; return False if that form was sent before."""
    row = {"survey_id": survey.id, "person": person, "team": given.team, "answers": given.values}
    return is_new(db, survey_answers, row)


def received(db: Transaction, survey: SurveyRow) -> int:
    """Return how many people have answered."""
    query = select(func.count()).select_from(survey_answers).where(survey_answers.c.survey_id == survey.id)
    return db.scalar(query) or 0


def answers(db: Transaction, survey: SurveyRow) -> tuple[Answer, ...]:
    """Return what was answered, in the order of random names."""
    c = survey_answers.c
    query = select(c.team, c.answers).where(c.survey_id == survey.id).order_by(c.person)
    return tuple(Answer(team, values) for team, values in db.execute(query))

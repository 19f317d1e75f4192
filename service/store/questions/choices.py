"""What facilitators did with questions for the room, oldest first; what was done last with one of them counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from sqlalchemy import delete, insert, select

from service.errors import NotFound
from service.store.database import Transaction
from service.store.tables import questions

State = Literal["chosen", "discarded"]


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """What somebody did with a question.

    Attributes:
        id: to undo it by.
        key: of the finding that the question is asked of (`service.presentation.readings.questions.key_of`).
        place: the page that asked, below the programme's address; "" is the programme's own.
        state: whether it goes into the report, or is not asked again.
        text: as it was asked, or as it was reworded.
        reworded: whether it was: else it is said in the reader's language while its finding is the same.
        made: ISO 8601.
        own: whether a person asks it, and not the machine.
        texts: language of the interface -> the words for its readers, where they are others than `text`.
        past: key of the chosen question that it was moved past, from after it to before it or the other way; "" where
            it was not moved.
    """

    id: int
    key: str
    place: str
    state: State
    text: str
    reworded: bool
    made: str
    own: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    past: str = ""


_FIELDS = tuple(each.name for each in fields(QuestionChoice))


def every(db: Transaction, programme_id: int) -> tuple[QuestionChoice, ...]:
    """Return everything that was done with questions of a programme, oldest first."""
    query = select(questions).where(questions.c.programme_id == programme_id).order_by(questions.c.id)
    return tuple(QuestionChoice(**{name: row[name] for name in _FIELDS}) for row in db.execute(query).mappings())


def add(db: Transaction, programme_id: int, said: QuestionChoice) -> int:
    """Keep what was done with a question and return its `id`, which the store gives."""
    row = {name: getattr(said, name) for name in _FIELDS if name != "id"}
    made = db.execute(insert(questions).values(programme_id=programme_id, **row).returning(questions.c.id))
    return int(made.scalar_one())


def remove(db: Transaction, programme_id: int, choice: int) -> None:
    """Undo one thing that was done: what was done with the same question before counts again.

    Raises:
        NotFound: the programme has no such choice.
    """
    this = (questions.c.programme_id == programme_id) & (questions.c.id == choice)
    if db.execute(delete(questions).where(this)).rowcount == 0:
        raise NotFound("change", str(choice))

"""Questions for the room, under `/api/v1/programmes/{slug}/questions`."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.annotations.question_choices import LONGEST
from service.presentation.i18n import NAMES
from service.store.questions.choices import QuestionChoice
from service.web.api.dependencies import Slug, Work, problems
from service.web.numbers import LARGEST

Choice = Annotated[int, Path(ge=1, le=LARGEST, description="What was done, by its id.")]

Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
Key = Annotated[str, StringConstraints(pattern="^[0-9a-f]{16}$")]
Texts = Annotated[
    dict[Annotated[str, StringConstraints(pattern=f"^({'|'.join(NAMES)})$")], Words],
    Field(description="Language of the interface -> the words for its readers, where they are others than `text`."),
]

routes = APIRouter(prefix="/programmes/{slug}/questions", responses=problems(404, 422), tags=["questions"])


class NewChoice(BaseModel):
    """What is done with a question; `text` as it was asked, or `reworded`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"key": "1f0c9a2b7d3e4f56", "state": "chosen", "text": "What is behind it?", "place": ""}
        },
    )
    key: Key
    state: Literal["chosen", "discarded"]
    text: Words
    place: Annotated[str, StringConstraints(max_length=400)] = ""
    reworded: bool = False
    texts: Texts = {}


class OwnQuestion(BaseModel):
    """A question that a person asks, in any language, of a page: `elements/{slug}`, `sessions/{slug}` or `rubrics`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"text": "What did we learn?", "place": "elements/trust", "texts": {"bn": "আমরা কী শিখলাম?"}}
        },
    )
    text: Words
    place: Annotated[str, StringConstraints(max_length=400, pattern=r"^(|rubrics|(elements|sessions)/[^/]+)$")] = ""
    texts: Texts = {}


class Move(BaseModel, extra="forbid"):
    """Which chosen question moves past which other one: from after it to before it, or the other way."""

    key: Key
    past: Key


@routes.get("", response_model=list[QuestionChoice])
def list_question_choices(work: Work, slug: Slug) -> Sequence[QuestionChoice]:
    """Everything that was done with questions, oldest first; the last thing done with one counts."""
    return work.findings(slug).at.questions


@routes.post("", response_model=list[QuestionChoice], status_code=201, responses=problems(400, 413))
def choose_question(work: Work, slug: Slug, new: NewChoice) -> Sequence[QuestionChoice]:
    """Choose a question for the report, or discard it while its finding is the same."""
    work.questions.choose(slug, new.key, new.state, new.text, new.place, reworded=new.reworded, texts=new.texts)
    return work.findings(slug).at.questions


@routes.post("/own", response_model=list[QuestionChoice], status_code=201, responses=problems(400, 413))
def ask_question(work: Work, slug: Slug, new: OwnQuestion) -> Sequence[QuestionChoice]:
    """Ask a question of one's own; it is chosen for the report, and the last of the answer."""
    work.questions.ask(slug, new.text, new.place, new.texts)
    return work.findings(slug).at.questions


@routes.post("/move", response_model=list[QuestionChoice], status_code=201, responses=problems(400, 413))
def move_question(work: Work, slug: Slug, new: Move) -> Sequence[QuestionChoice]:
    """Put the chosen questions in another order; a move is undone like everything that was done."""
    work.questions.move(slug, new.key, new.past)
    return work.findings(slug).at.questions


@routes.delete("/{choice}", status_code=204)
def undo_question_choice(work: Work, slug: Slug, choice: Choice) -> None:
    """Undo one thing that was done; what was done with the question before counts again."""
    work.questions.undo(slug, choice)

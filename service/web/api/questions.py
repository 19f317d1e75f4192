"""Questions for the room, under `/api/v1/programmes/{slug}/questions`."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, StringConstraints

from service.store.questions.choices import QuestionChoice
from service.web.api.dependencies import Slug, Work, problems

Choice = Annotated[int, Path(ge=1, le=2**31 - 1, description="What was done, by its id.")]

routes = APIRouter(prefix="/programmes/{slug}/questions", responses=problems(404, 422), tags=["questions"])


class NewChoice(BaseModel):
    """What is done with a question; `text` as it was asked, or `reworded`."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"key": "1f0c9a2b7d3e4f56", "state": "chosen", "text": "What is behind it?", "place": ""}
        }
    )
    key: Annotated[str, StringConstraints(pattern="^[0-9a-f]{16}$")]
    state: Literal["chosen", "discarded"]
    text: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    place: Annotated[str, StringConstraints(max_length=400)] = ""
    reworded: bool = False


@routes.get("", response_model=list[QuestionChoice])
def list_choices(work: Work, slug: Slug) -> Sequence[QuestionChoice]:
    """Everything that was done with questions, oldest first; the last thing done with one counts."""
    return work.findings(slug).at.questions


@routes.post("", response_model=list[QuestionChoice], status_code=201, responses=problems(400, 413))
def choose_question(work: Work, slug: Slug, new: NewChoice) -> Sequence[QuestionChoice]:
    """Choose a question for the report, or discard it while its finding is the same."""
    work.questions.choose(slug, new.key, new.state, new.text, new.place, reworded=new.reworded)
    return work.findings(slug).at.questions


@routes.delete("/{choice}", status_code=204)
def undo_choice(work: Work, slug: Slug, choice: Choice) -> None:
    """Undo one thing that was done; what was done with the question before counts again."""
    work.questions.undo(slug, choice)

"""Forms for those present, under `/api/v1/programmes/{slug}/forms`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.participation.feedback import LONGEST, Observation, ObserversView
from service.annotations.feedback_forms import Form
from service.annotations.tokens import new_token
from service.web.api.dependencies import Slug, Work, answer, problems

Code = Annotated[str, Path(description="The form's name in addresses.", examples=["k7mq2x"])]
Point = Annotated[int, Field(ge=1, le=5, description="1 not at all, 5 completely.")]
MOST = 500

routes = APIRouter(prefix="/programmes/{slug}/forms", responses=problems(404, 422), tags=["forms"])


class NewForm(BaseModel):
    """A form to be made; one of the two is enough."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"title": "Day one", "session": None}})
    title: Annotated[str, StringConstraints(max_length=200)] = ""
    session: str | None = None


class FormChange(BaseModel):
    """What is to be changed; a field left out stays as it is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_open": False}})
    is_open: bool | None = None
    session: str | None = None


class NewAnswer(BaseModel):
    """One person's answers; `token` marks a form that was sent, so that it counts once if it is sent again."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"voice": 4, "language": 2, "heard": 3, "missing": ""}}
    )
    voice: Point | None = None
    language: Point | None = None
    heard: Point | None = None
    missing: Annotated[str, StringConstraints(max_length=LONGEST)] = ""
    token: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")] | None = None


class Stored(BaseModel):
    """How many answers were new."""

    stored: int


@routes.get("", response_model=list[Form])
def list_forms(work: Work, slug: Slug) -> Sequence[Form]:
    """All forms, oldest first."""
    return work.feedback.forms(slug)


@routes.post("", response_model=Form, status_code=201, responses=problems(400, 413))
def add_form(work: Work, slug: Slug, new: NewForm) -> Form:
    """Make a form, open from now on."""
    return work.feedback.add_form(slug, new.title, new.session)


@routes.get("/{code}", response_model=Form)
def get_form(work: Work, slug: Slug, code: Code) -> Form:
    """A form."""
    return work.feedback.form(slug, code)


@routes.patch("/{code}", response_model=Form, responses=problems(400, 413))
def change_form(work: Work, slug: Slug, code: Code, change: FormChange) -> Form:
    """Open or close a form, or say which session it is about."""
    if "session" in change.model_fields_set:
        work.feedback.belongs_to(slug, code, change.session)
    if change.is_open is not None:
        work.feedback.set_open(slug, code, is_open=change.is_open)
    return work.feedback.form(slug, code)


@routes.delete("/{code}", status_code=204)
def remove_form(work: Work, slug: Slug, code: Code) -> None:
    """Remove a form and all its answers."""
    work.feedback.remove(slug, code)


@routes.delete("/{code}/after-many", response_model=Form, responses=problems(403))
def remove_after_many(work: Work, slug: Slug, code: Code) -> Form:
    """Take away the answers that came from devices which had sent ten before, of a closed form."""
    return work.feedback.remove_after_many(slug, code)


@routes.post("/{code}/answers", response_model=Stored, status_code=201, responses=problems(400, 409, 413))
def add_answers(
    work: Work, slug: Slug, code: Code, answers: Annotated[list[NewAnswer], Field(min_length=1, max_length=MOST)]
) -> Stored:
    """Add answers, for example typed in from paper; an open form takes them."""
    work.feedback.form(slug, code)
    given = {
        each.token or new_token(): Observation(each.voice, each.language, each.heard, each.missing) for each in answers
    }
    return Stored(stored=work.feedback.answer(code, given))


@routes.get("/{code}/answers", response_model=ObserversView)
def read_answers(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What those present answered in closed rounds, and where it disagrees with the record of the session."""
    return answer(work.feedback.results(slug, code))

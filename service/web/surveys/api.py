"""Surveys under `/api/v1/programmes/{slug}/surveys`, and what came of what was asked under `/outcomes`."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.annotations.tokens import new_token
from service.store.surveys.outcomes import Asked
from service.surveys.outcomes import LONGEST_OUTCOME
from service.surveys.types import (
    LONGEST_ANSWER,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    LONGEST_WHY,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    Answer,
    Content,
    Question,
    QuestionKind,
    Ready,
    Survey,
    SurveyResults,
    SurveyState,
    Texts,
)
from service.web.api.dependencies import Slug, Work, answer, problems
from service.web.attachment import attachment
from service.web.data.api import BINARY

Code = Annotated[str, Path(description="The survey's name in addresses.", examples=["k7mq2x"])]
Name = Annotated[str, StringConstraints(max_length=200)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Spoken = Literal["en", "bn", "ne"]
Title = dict[Spoken, Name]
Asking = dict[Spoken, Annotated[str, StringConstraints(max_length=LONGEST_QUESTION)]]
OptionWords = dict[Spoken, Annotated[str, StringConstraints(max_length=LONGEST_OPTION)]]
Why = dict[Spoken, Annotated[str, StringConstraints(max_length=LONGEST_WHY)]]
Value = Annotated[str, StringConstraints(max_length=LONGEST_ANSWER)]
MOST = 500

surveys = APIRouter(prefix="/programmes/{slug}/surveys", responses=problems(404, 422), tags=["surveys"])
outcomes = APIRouter(prefix="/programmes/{slug}/outcomes", responses=problems(404, 422), tags=["surveys"])


def _texts(given: Mapping[Spoken, str]) -> Texts:
    return {str(code): text for code, text in given.items()}


class NewQuestion(BaseModel, extra="forbid"):
    """A question: its words and options by language; `element` is the name of the element that it is about."""

    id: Id
    kind: QuestionKind
    text: Asking = {}
    options: list[OptionWords] = Field(default=[], max_length=MOST_OPTIONS)
    element: Name = ""


class NewContent(BaseModel):
    """What a survey asks; `why` stands in the place of the usual sentence on who sees the answers."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "title": {"en": "After our session", "ne": "हाम्रो सत्रपछि"},
                "questions": [
                    {"id": "1", "kind": "agreement", "text": {"en": "I know what happens next."}},
                    {"id": "2", "kind": "text", "text": {"en": "What should change?"}, "element": "Communications"},
                ],
                "review": "May 2026",
            }
        },
    )
    title: Title = {}
    questions: list[NewQuestion] = Field(default=[], max_length=MOST_QUESTIONS)
    why: Why = {}
    review: Name = ""
    asks_team: bool = False

    @property
    def content(self) -> Content:
        """It as the service has it."""
        asked = (
            Question(each.id, each.kind, _texts(each.text), tuple(map(_texts, each.options)), each.element)
            for each in self.questions
        )
        return Content(_texts(self.title), tuple(asked), _texts(self.why), self.review, self.asks_team)


class NewSurvey(BaseModel):
    """A draft to be made: of what it asks, of another survey (its code), or of one that is ready."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"ready": "after a session"}})
    content: NewContent | None = None
    again: Name | None = None
    ready: Ready = Ready.EMPTY


class SurveyChange(BaseModel):
    """Whether it takes answers; a survey whose answers were shown stays closed."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"state": "open"}})
    state: SurveyState


class FilesToMake(BaseModel):
    """The review that notes and ratings belong to."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"review": "May 2026"}})
    review: Name


class PersonAnswers(BaseModel):
    """One person's answers by the ids of questions; `token` marks a form, so that it counts once if it is sent again.

    Values are points from 1 (strongly disagree) to 5, places of options from 0, levels, or own words.
    """

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"team": "Nepal", "values": {"1": ["4"], "2": ["Call earlier"]}}}
    )
    values: dict[Id, list[Value]]
    team: Name = ""
    token: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")] | None = None


class StoredAnswers(BaseModel):
    """How many answers were new."""

    stored: int


class WhatCameOfIt(BaseModel):
    """What came of something, for everybody who opens its link again; "" while nobody has said."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"text": "Calls are at eleven now."}})
    text: Annotated[str, StringConstraints(max_length=LONGEST_OUTCOME)]


@surveys.get("", response_model=list[Survey])
def list_surveys(work: Work, slug: Slug) -> Sequence[Survey]:
    """All surveys, newest first."""
    return work.surveys.every(slug)


@surveys.post("", response_model=Survey, status_code=201, responses=problems(400, 413))
def add_survey(work: Work, slug: Slug, new: NewSurvey) -> Survey:
    """Make a draft, which nobody can answer yet."""
    if new.content:
        return work.surveys.make(slug, new.content.content)
    return work.surveys.ask_again(slug, new.again) if new.again else work.surveys.start(slug, new.ready)


@surveys.get("/{code}", response_model=Survey)
def get_survey(work: Work, slug: Slug, code: Code) -> Survey:
    """A survey."""
    return work.surveys.get(slug, code)


@surveys.put("/{code}", response_model=Survey, responses=problems(400, 413))
def change_survey(work: Work, slug: Slug, code: Code, new: NewContent) -> Survey:
    """Ask something else, as long as it is a draft."""
    return work.surveys.change(slug, code, new.content)


@surveys.patch("/{code}", response_model=Survey, responses=problems(400, 409, 413))
def set_state_of_survey(work: Work, slug: Slug, code: Code, change: SurveyChange) -> Survey:
    """Open it (phones find it at `/q/` and the code), close it, or make it a draft again while nobody has answered."""
    own = work.surveys
    return {SurveyState.OPEN: own.open, SurveyState.CLOSED: own.close, SurveyState.DRAFT: own.to_draft}[change.state](
        slug, code
    )


@surveys.delete("/{code}", status_code=204)
def remove_survey(work: Work, slug: Slug, code: Code) -> None:
    """Remove it and its answers; notes and ratings that were made of them stay."""
    work.surveys.remove(slug, code)


@surveys.get("/{code}/results", response_model=SurveyResults)
def read_survey_results(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """How it was answered, when it is closed and enough people have."""
    return answer(work.surveys.results(work.findings(slug), code))


@surveys.post("/{code}/answers", response_model=StoredAnswers, status_code=201, responses=problems(400, 409, 413))
def add_survey_answers(
    work: Work, slug: Slug, code: Code, people: Annotated[list[PersonAnswers], Field(min_length=1, max_length=MOST)]
) -> StoredAnswers:
    """Type in answers from paper."""
    work.surveys.get(slug, code)
    given = {
        each.token or new_token(): Answer(each.team, {name: tuple(own) for name, own in each.values.items()})
        for each in people
    }
    return StoredAnswers(stored=work.surveys.answer(code, given))


@surveys.get("/{code}/answers.csv", response_class=Response, responses={200: {"content": {"text/csv": BINARY}}})
def take_survey_answers(work: Work, slug: Slug, code: Code) -> Response:
    """All answers as a table, one row a person, in an order drawn anew each time."""
    table = work.surveys.table(slug, code)
    return Response(table, media_type="text/csv; charset=utf-8", headers=attachment(f"survey-{code}.csv"))


@surveys.post("/{code}/files", response_model=Survey, responses=problems(400, 409, 413))
def make_survey_files(work: Work, slug: Slug, code: Code, new: FilesToMake) -> Survey:
    """Make notes of own words and ratings of levels again, for a review."""
    return work.surveys.take(slug, code, new.review)


@outcomes.get("/{kind}/{code}", response_model=WhatCameOfIt)
def get_outcome(work: Work, slug: Slug, kind: Asked, code: Code) -> WhatCameOfIt:
    """What came of a form (`f`), a room (`r`), an ask (`g`), a channel (`c`) or a survey (`q`)."""
    return WhatCameOfIt(text=work.outcomes.get(slug, kind, code))


@outcomes.put("/{kind}/{code}", response_model=WhatCameOfIt, responses=problems(400, 413))
def say_outcome(work: Work, slug: Slug, kind: Asked, code: Code, new: WhatCameOfIt) -> WhatCameOfIt:
    """Say what came of it, for everybody with the link."""
    return WhatCameOfIt(text=work.outcomes.say(slug, kind, code, new.text))

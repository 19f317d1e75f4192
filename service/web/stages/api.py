"""Where a partnership stands, under `/api/v1/programmes/{slug}/stages`."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.stages.types import LONGEST_NAME, LONGEST_WHY, SaidStage, Stage, Standing
from service.web.api.dependencies import Slug, Work, answer, problems
from service.web.numbers import Number

stages = APIRouter(prefix="/programmes/{slug}/stages", responses=problems(404, 422), tags=["stages"])


class NewStage(BaseModel):
    """What a facilitator says of where the partnership stands."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"stage": "acclimate", "why": "We hold reviews and share our rubrics."}},
    )
    stage: Stage
    why: Annotated[str, StringConstraints(max_length=LONGEST_WHY)]
    day: Annotated[date | None, Field(description="From which it holds; today if it is left out.")] = None
    who: Annotated[
        str, StringConstraints(max_length=LONGEST_NAME), Field(description="Who says it, where nobody signs in.")
    ] = ""


@stages.get("", response_model=Standing)
def get_stages(work: Work, slug: Slug) -> JSONResponse:
    """What was done, by stage, beside what facilitators said; the stage is never worked out."""
    found = work.findings(slug)
    return answer(work.stages.of(found), found)


@stages.post("/said", response_model=SaidStage, status_code=201, responses=problems(400, 409, 413))
def say_stage(work: Work, slug: Slug, new: NewStage) -> SaidStage:
    """Say where it stands; what was said before stays."""
    return work.stages.say(slug, new.stage, new.why, new.day.isoformat() if new.day else "", new.who)


@stages.delete("/said/{stage}", status_code=204, responses=problems(409))
def take_back_stage(work: Work, slug: Slug, stage: Number) -> None:
    """Forget something that was said."""
    work.stages.take_back(slug, stage)

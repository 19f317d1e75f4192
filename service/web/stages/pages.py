"""The page “Where does this partnership stand?”."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound
from service.presentation.messages import say_error
from service.presentation.stages.stages import standing_view
from service.stages.types import LONGEST_NAME, LONGEST_WHY, Stage
from service.web.context import Page, PageContext
from service.web.numbers import Number

PATH = "/programmes/{slug}/stages"
HERE = "stages"

routes = APIRouter()
Text = Annotated[str, Form(max_length=10_000)]
Short = Annotated[str, Form(max_length=1_000)]


@dataclass(frozen=True)
class Typed:
    """What somebody typed of where it stands."""

    stage: Stage | None = None
    why: str = ""
    day: str = ""
    who: str = ""


@routes.get(PATH)
def stages(page: Page, slug: str) -> HTMLResponse:
    """Show what was done, by stage, beside what facilitators say."""
    return _stages(page, slug)


def _stages(page: PageContext, slug: str, problem: Markup | None = None, typed: Typed = Typed()) -> HTMLResponse:
    found, work = page.findings(slug), page.workspace.stages
    answer = page.of_programme(
        "stages/stages.html",
        found.at.programme,
        HERE,
        view=standing_view(work.of(found), slug, page.language),
        today=work.today,
        named=bool(page.access.reader.name),
        longest=LONGEST_WHY,
        longest_name=LONGEST_NAME,
        typed=typed,
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.post(PATH)
def say(
    page: Page, slug: str, stage: Annotated[Stage, Form()], why: Text = "", day: Short = "", who: Short = ""
) -> Response:
    """Keep what a facilitator says of where it stands."""
    try:
        page.workspace.stages.say(slug, stage, why, day, who)
    except NotFound:
        raise
    except InputError as error:
        return _stages(page, slug, say_error(error, page.language), Typed(stage, why, day, who))
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/{{stage}}/remove")
def take_back(page: Page, slug: str, stage: Number) -> RedirectResponse:
    """Forget something that was said."""
    page.workspace.stages.take_back(slug, stage)
    return page.go("programmes", slug, HERE)

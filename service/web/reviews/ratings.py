"""The page on which ratings of a review are entered, in three ways, and phones are let in."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound
from service.presentation.messages import say_error
from service.presentation.reviews.rating_form import entered_view, ways
from service.presentation.template import address
from service.reviews.types import LONGEST_REASON, GivenLevel, RatingForm, Way
from service.web.context import Page, PageContext
from service.web.on_phones import Sent
from service.web.reviews.pages import HERE, PATH

ROOT = f"{PATH}/{{review}}/ratings"

routes = APIRouter()


@routes.get(ROOT)
def ratings(
    page: Page,
    slug: str,
    review: str,
    team: Annotated[str, Query(max_length=200)] = "",
    way: Way = Way.COLLECTIVE,
    participant: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Show what was entered for a team in one way, as a form."""
    return _ratings(page, slug, review, team, way, participant)


@routes.post(ROOT)
def enter(page: Page, slug: str, review: str, sent: Sent) -> Response:
    """Keep what a team says."""
    own = page.workspace.ratings
    way = next((each for each in Way if each is not Way.PHONE and each == sent.get("way")), Way.COLLECTIVE)
    team, participant = sent.get("team", ""), sent.get("participant", "")
    given = tuple(given_in(sent, own.form(slug, review), each_level=way is Way.LEVELS))
    try:
        own.enter(slug, review, way, team, given, participant)
    except NotFound:
        raise
    except InputError as error:
        problem = say_error(error, page.language)
        return _ratings(page, slug, review, team, way, participant, problem=problem, typed=given)
    there = page.workspace.reviews.get(slug, review).slug
    back = address("programmes", slug, HERE, there, "ratings", team=team, way=way.value, done="1")
    return RedirectResponse(back, HTTPStatus.SEE_OTHER)


@routes.post(f"{ROOT}/phones")
def open_or_close(page: Page, slug: str, review: str, on: Annotated[str, Form()] = "") -> Response:
    """Let phones rate, or no more."""
    try:
        page.workspace.ratings.set_open(slug, review, is_open=bool(on))
    except NotFound:
        raise
    except InputError as error:
        return _ratings(page, slug, review, problem=say_error(error, page.language))
    return page.go("programmes", slug, HERE, review, "ratings")


@routes.post(f"{ROOT}/take-in")
def take_in(page: Page, slug: str, review: str) -> RedirectResponse:
    """Put what phones sent among the ratings."""
    page.workspace.ratings.take_in(slug, review)
    return page.go("programmes", slug, HERE, review)


def given_in(sent: Mapping[str, str], form: RatingForm, *, each_level: bool = False) -> Iterator[GivenLevel]:
    """Yield what a form says: a level for each element, or a text under each of its levels."""
    for at, element in enumerate(form.elements):
        if each_level:
            for place, level in enumerate(form.levels):
                if text := sent.get(f"text-{at}-{place}", "").strip():
                    yield GivenLevel(element, level, text)
        elif (chosen := sent.get(f"level-{at}", "")).isdecimal() and len(chosen) < 4 and int(chosen) < len(form.levels):
            yield GivenLevel(element, form.levels[int(chosen)], sent.get(f"why-{at}", ""))


def _ratings(
    page: PageContext,
    slug: str,
    review: str,
    team: str = "",
    way: Way = Way.COLLECTIVE,
    participant: str = "",
    *,
    problem: Markup | None = None,
    typed: Sequence[GivenLevel] | None = None,
) -> HTMLResponse:
    found, own = page.findings(slug), page.workspace.ratings
    shown, form = page.workspace.reviews.get(slug, review), own.form(slug, review)
    chosen = team if team in form.teams else next(iter(form.teams), "")
    entered = own.entered(slug, review)
    link = own.link(slug, review)
    answer = page.of_programme(
        "reviews/ratings.html",
        found.at.programme,
        HERE,
        review=shown,
        form=form,
        team=chosen,
        way=way,
        ways=ways(page.language),
        view=entered_view(entered, form, chosen, way, participant, typed),
        participant=participant,
        link=link,
        reach=page.reach(address("v", link.code)) if link and link.is_open else None,
        fewest=own.fewest,
        longest=LONGEST_REASON,
        done=page.request.query_params.get("done") == "1",
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer

"""The page on which somebody rates on their phone, before a review or in it, without a name."""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import Closed, NotFound
from service.presentation.messages import say_error
from service.presentation.reviews.rating_form import entered_view
from service.presentation.template import address, render
from service.reviews.types import LONGEST_REASON, EnteredRating, GivenLevel, Way
from service.web.context import Page, PageContext
from service.web.on_phones import A_MONTH, Me, Sent, own_token, remember, tongues
from service.web.reviews.ratings import given_in

COOKIE = "rating"

routes = APIRouter()


@routes.get("/v/{code}")
def rate_here(page: Page, code: str, me: Me = "", sent: bool = False) -> HTMLResponse:
    """Ask for a level of each element, and why; or thank."""
    return _rate(page, code, own_token(page, COOKIE, me), sent=sent)


@routes.post("/v/{code}")
def rate(page: Page, code: str, sent: Sent) -> Response:
    """Let what somebody says wait until others of their team have rated."""
    token, team = own_token(page, COOKIE, sent.get("token", "")), sent.get("team", "")
    _, form = page.workspace.ratings.asked(code)
    given = tuple(given_in(sent, form))
    try:
        page.workspace.ratings.rate(code, token, team, given)
    except Closed:
        return RedirectResponse(address("v", code, lang=page.language.code), HTTPStatus.SEE_OTHER)
    except NotFound:
        raise
    except InputError as error:
        again = _rate(page, code, token, team, given, say_error(error, page.language))
        again.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return again
    kept = {} if COOKIE in page.request.cookies else {"me": token}
    answer = RedirectResponse(address("v", code, lang=page.language.code, sent="1", **kept), HTTPStatus.SEE_OTHER)
    return remember(answer, COOKIE, token, ("v", code), A_MONTH)


def _rate(
    page: PageContext,
    code: str,
    token: str,
    team: str = "",
    given: Sequence[GivenLevel] = (),
    problem: Markup | None = None,
    *,
    sent: bool = False,
) -> HTMLResponse:
    slug, form = page.workspace.ratings.asked(code)
    found = page.findings(slug)
    typed: Sequence[EnteredRating] = [EnteredRating(Way.PHONE, team, x.element, x.level, "", x.reason) for x in given]
    return HTMLResponse(
        render(
            "reviews/rate.html",
            page.language,
            switch=tongues(page),
            code=code,
            title=found.at.programme.name,
            form=form,
            team=team,
            view=entered_view(typed, form, team, Way.PHONE, ""),
            fewest=page.workspace.ratings.fewest,
            longest=LONGEST_REASON,
            token=token,
            sent=sent,
            problem=problem,
        )
    )

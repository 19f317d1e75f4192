"""The page on which people answer a survey: without any script, sent once however often the button is pressed.

No cookie is set, and nothing but the answers is stored.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.errors import Closed, NotFound
from service.presentation.messages import say_error
from service.presentation.surveys.phone import phone_view
from service.presentation.template import address, render
from service.surveys.types import LONGEST_ANSWER, MOST_OPTIONS, MOST_QUESTIONS, Answer, Survey, SurveyState
from service.web.context import Page, PageContext
from service.web.on_phones import tongues

MOST_FIELDS = MOST_QUESTIONS * MOST_OPTIONS + 10

routes = APIRouter()


async def sent_values(request: Request) -> Mapping[str, Sequence[str]]:
    """Return the fields of a form that was sent, each with all its values."""
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    values: dict[str, list[str]] = defaultdict(list)
    for key, value in form.multi_items():
        if isinstance(value, str):
            values[key].append(value)
    return values


Sent = Annotated[Mapping[str, Sequence[str]], Depends(sent_values)]


@routes.get("/q/{code}")
def survey(page: Page, code: str, sent: str = "") -> HTMLResponse:
    """Show the questions, thanks after they were answered, or what came of them."""
    return _survey(page, code, sent=sent)


@routes.post("/q/{code}")
def send(page: Page, code: str, sent: Sent) -> Response:
    """Store the answers, once."""
    token = next(iter(sent.get("token", ())), "")
    given = given_in(sent)
    try:
        stored = page.workspace.surveys.answer(code, {token: given})
    except Closed:
        return RedirectResponse(address("q", code, lang=page.language.code), HTTPStatus.SEE_OTHER)
    except NotFound:
        raise
    except InputError as error:
        return _survey(page, code, given=given, token=token, problem=say_error(error, page.language))
    where = address("q", code, sent="once" if stored else "again", lang=page.language.code)
    return RedirectResponse(where, HTTPStatus.SEE_OTHER)


def given_in(sent: Mapping[str, Sequence[str]]) -> Answer:
    """Return what a form answers, by the ids of the questions."""
    values = {key[1:]: tuple(each) for key, each in sent.items() if key.startswith("q")}
    return Answer(next(iter(sent.get("team", ())), ""), values)


def _survey(
    page: PageContext,
    code: str,
    *,
    sent: str = "",
    given: Answer | None = None,
    token: str = "",
    problem: Markup | None = None,
) -> HTMLResponse:
    slug, own = page.workspace.surveys.visit(code)
    page.findings(slug)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return shown(page, own, given=given, token=token, status=status, switch=tongues(page), sent=sent, problem=problem)


def shown(
    page: PageContext,
    own: Survey,
    *,
    given: Answer | None = None,
    token: str = "",
    status: HTTPStatus = HTTPStatus.OK,
    **more: object,
) -> HTMLResponse:
    """Return a survey as people see it; its programme was asked for before."""
    assert page.found is not None
    programme, fewest = page.found.at.programme, page.workspace.surveys.fewest
    values = {
        "code": own.code,
        "view": phone_view(own.content, programme.teams, programme.levels, fewest, page.language, given),
        "is_open": own.state is SurveyState.OPEN,
        "outcome": own.outcome,
        "fewest": fewest,
        "given_team": given.team if given else "",
        "token": token if is_token(token) else new_token(),
        "longest": LONGEST_ANSWER,
        "preview": False,
        "sent": "",
        "problem": None,
        "switch": (),
    }
    return HTMLResponse(render("surveys/phone.html", page.language, **{**values, **more}), status)

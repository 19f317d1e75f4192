"""The page for those who have a link: one cell of a rubric, proposed without names."""

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.errors import Closed, NotFound
from service.presentation.messages import say_error
from service.presentation.template import address, render
from service.rubrics.writing import LONGEST_PROPOSAL
from service.web.context import Page, PageContext
from service.web.on_phones import A_DAY, Me, Sent, own_token, remember, tongues

COOKIE = "writing"

routes = APIRouter()


@routes.get("/w/{code}")
def write_together(page: Page, code: str, me: Me = "", sent: bool = False) -> HTMLResponse:
    """Show the cell, what came in so far, and let somebody propose."""
    return _room(page, code, me=me, sent=sent)


@routes.post("/w/{code}")
def propose(page: Page, code: str, sent: Sent) -> Response:
    """Let a proposal wait until there are proposals of three people."""
    token, text, own = own_token(page, COOKIE, sent.get("token", "")), sent.get("text", ""), sent.get("own", "")
    try:
        page.workspace.writing.propose(code, token, own if is_token(own) else new_token(), text)
    except Closed:
        return RedirectResponse(address("w", code, lang=page.language.code), HTTPStatus.SEE_OTHER)
    except NotFound:
        raise
    except InputError as error:
        answer = _room(page, code, me=token, problem=say_error(error, page.language), text=text)
        answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return answer
    me = {} if COOKIE in page.request.cookies else {"me": token}
    where = address("w", code, lang=page.language.code, sent="1", **me)
    return remember(RedirectResponse(where, HTTPStatus.SEE_OTHER), COOKIE, token, ("w", code), A_DAY)


def _room(
    page: PageContext, code: str, *, me: str = "", sent: bool = False, problem: Markup | None = None, text: str = ""
) -> HTMLResponse:
    writing = page.workspace.writing
    slug = writing.programme_of(code)
    found = page.findings(slug)
    return HTMLResponse(
        render(
            "rubrics/phone.html",
            page.language,
            switch=tongues(page),
            code=code,
            room=writing.get(slug, code),
            groups=writing.groups(found, code),
            longest=LONGEST_PROPOSAL,
            fewest=writing.fewest,
            token=own_token(page, COOKIE, me),
            own=new_token(),
            sent=sent,
            problem=problem,
            text=text,
        )
    )

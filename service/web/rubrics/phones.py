"""The page for those who have a link: one cell of a rubric, proposed without names."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.errors import Closed, NotFound
from service.presentation.messages import say_error
from service.presentation.template import address, render
from service.rubrics.writing import LONGEST_PROPOSAL
from service.web.context import Page, PageContext, switch
from service.web.giving_back.phones import Sent

COOKIE = "writing"
A_DAY = 24 * 3600

routes = APIRouter()
Me = Annotated[str, Query(max_length=100)]


@routes.get("/w/{code}")
def write_together(page: Page, code: str, me: Me = "", sent: bool = False) -> HTMLResponse:
    """Show the cell, what came in so far, and let somebody propose."""
    return _room(page, code, me=me, sent=sent)


@routes.post("/w/{code}")
def propose(page: Page, code: str, sent: Sent) -> Response:
    """Let a proposal wait until there are proposals of three people."""
    token, text, own = _own_token(page, sent.get("token", "")), sent.get("text", ""), sent.get("own", "")
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
    made = RedirectResponse(where, HTTPStatus.SEE_OTHER)
    made.set_cookie(COOKIE, token, max_age=A_DAY, path=address("w", code), httponly=True, samesite="lax")
    return made


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
            switch=switch(page.request) if page.request.method == "GET" else (),
            code=code,
            room=writing.get(slug, code),
            groups=writing.groups(found, code),
            longest=LONGEST_PROPOSAL,
            fewest=writing.fewest,
            token=_own_token(page, me),
            own=new_token(),
            sent=sent,
            problem=problem,
            text=text,
        )
    )


def _own_token(page: PageContext, given: str) -> str:
    """Return the token of this phone: kept by it, brought by the form or the address, else a new one."""
    return next((each for each in (page.request.cookies.get(COOKIE, ""), given) if is_token(each)), "") or new_token()

"""The page on which people write notes on their phones: it works without a script, and without a network once open.

The script of the page keeps every note on the phone under a key of its own until this service says that it has it, so
whatever is sent again counts once.
"""

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.errors import Closed, NotFound, TooOften
from service.live.gatherings import Written
from service.live.types import LONGEST_NOTE
from service.names.slugs import slugify
from service.presentation.messages import say_error
from service.presentation.template import address, render
from service.programmes.open_now import Opened, open_now
from service.programmes.snapshot import Snapshot
from service.web.context import Page, PageContext
from service.web.on_phones import Me, Sent, tongues
from service.web.problems.kinds import kind_of

routes = APIRouter()


@routes.get("/n/{code}")
def notes(page: Page, code: str, sent: Me = "", taken: bool = False) -> HTMLResponse:
    """Show what is asked, and let somebody write; a phone without a script is told what became of its last note."""
    return _page(page, code, sent=sent if is_token(sent) else "", taken=taken)


@routes.post("/n/{code}")
def write(page: Page, code: str, sent: Sent) -> Response:
    """Keep a note, once."""
    key = sent.get("key", "")
    about = {part: sent.get(part, "") for part in ("text", "element", "team")}
    note = Written(key if is_token(key) else new_token(), **about)
    try:
        page.workspace.gatherings.write(code, note)
    except NotFound:
        raise
    except InputError as error:
        return _refused(page, code, error, note)
    return _done(page, code, sent=note.key)


@routes.post("/n/{code}/take-back")
def take_back(page: Page, code: str, sent: Sent) -> Response:
    """Forget a note for whoever has its key."""
    key = sent.get("key", "")
    try:
        page.workspace.gatherings.take_back(code, key)
    except NotFound:
        raise
    except InputError as error:
        return _refused(page, code, error)
    return _done(page, code, taken="1")


def _heard(at: Snapshot) -> tuple[str, ...]:
    """Return where everybody can see now what was heard."""
    return tuple(each.path for each in open_now(at) if each.kind is Opened.ASK and not each.about)


def _is_of_script(page: PageContext) -> bool:
    return "application/json" in page.request.headers.get("accept", "")


def _done(page: PageContext, code: str, **more: str) -> Response:
    if _is_of_script(page):
        return JSONResponse({"done": True})
    return RedirectResponse(address("n", code, lang=page.language.code, **more), HTTPStatus.SEE_OTHER)


def _refused(page: PageContext, code: str, error: InputError, note: Written | None = None) -> Response:
    kind = kind_of(error)
    if _is_of_script(page):
        if isinstance(error, TooOften):
            raise error
        said = {"code": kind.code, "problem": say_error(error, page.language).striptags()}
        return JSONResponse(said, kind.status)
    if isinstance(error, Closed):
        return RedirectResponse(address("n", code, lang=page.language.code), HTTPStatus.SEE_OTHER)
    answer = _page(page, code, problem=say_error(error, page.language), note=note)
    answer.status_code = kind.status
    return answer


def _page(
    page: PageContext,
    code: str,
    *,
    sent: str = "",
    taken: bool = False,
    problem: Markup | None = None,
    note: Written | None = None,
) -> HTMLResponse:
    slug = page.workspace.gatherings.programme_of(code)
    found, given = page.findings(slug), page.workspace.gatherings.get(slug, code)
    spelling, called = found.at.spelling, page.language.called
    return HTMLResponse(
        render(
            "live/phone.html",
            page.language,
            switch=tongues(page),
            code=code,
            gathering=given,
            programme=found.at.programme.name,
            elements=tuple((slugify(each), called(spelling.element(each))) for each in given.elements),
            heard=_heard(found.at),
            teams=tuple((each, called(spelling.team(each))) for each in given.teams),
            longest=LONGEST_NOTE,
            key=note.key if note else new_token(),
            note=note,
            sent=sent,
            taken=taken,
            problem=problem,
        )
    )

"""The facilitator's pages of what is given back: opening, printing, typing in, reading, withdrawing."""

from datetime import date, timedelta
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.analyses.outcomes import Failed, Pending, attempt
from service.annotations.tokens import is_token, new_token
from service.errors import NotFound
from service.giving_back.asks import MOST_DAYS, USUAL_DAYS
from service.giving_back.hear import is_attributed
from service.giving_back.types import LONGEST_LINE
from service.names.slugs import slugify
from service.presentation.giving_back.answers import ask_line, results_view
from service.presentation.giving_back.ask import sheet_view, verdicts
from service.presentation.messages import say_error
from service.presentation.template import address
from service.store.surveys.outcomes import Asked
from service.web.context import Page, PageContext
from service.web.giving_back.phones import given_in
from service.web.on_phones import Sent

PATH = "/programmes/{slug}/giving-back"
HERE = "giving-back"

routes = APIRouter()


@routes.get(PATH)
def give_back(page: Page, slug: str) -> HTMLResponse:
    """Show what is given back, and open more."""
    return give_back_page(page, slug)


@routes.post(PATH)
def open_asks(
    page: Page,
    slug: str,
    until: Annotated[date, Form()],
    elements: Annotated[tuple[str, ...], Form()] = (),
    teams: Annotated[tuple[str, ...], Form()] = (),
) -> Response:
    """Open a page for everybody, or one for each of some teams."""
    try:
        made = page.workspace.asks.open(slug, elements, teams, until)
    except NotFound:
        raise
    except InputError as error:
        return give_back_page(page, slug, say_error(error, page.language))
    return page.go("programmes", slug, HERE, made[0].code) if len(made) == 1 else page.go("programmes", slug, HERE)


def give_back_page(page: PageContext, slug: str, problem: Markup | None = None) -> HTMLResponse:
    """Return the page of all that is given back."""
    found = page.findings(slug)
    readings = attempt(found.readings)
    if isinstance(readings, Pending):
        return page.waiting(found.at.programme, HERE)
    named = () if isinstance(readings, Failed) else tuple(each.element for each in readings.elements if each.readings)
    answer = page.of_programme(
        "giving/desk.html",
        found.at.programme,
        HERE,
        lines=tuple(ask_line(each, page.language) for each in page.workspace.asks.every(slug)),
        elements=tuple(
            (slugify(each), page.language.called(each) or page.language.gettext("Outside the elements"))
            for each in named
        ),
        attributed=is_attributed(found.at.agreed),
        channels=page.workspace.channels.every(slug),
        fewest=page.workspace.channels.fewest,
        problem=problem,
        **_days(),
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.get(f"{PATH}/{{code}}")
def ask(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show how it is reached while it is open, and what was answered."""
    found, asks = page.findings(slug), page.workspace.asks
    given = asks.get(slug, code)
    view = results_view(asks.results(found, code), asks.fewest, page.language)
    return page.of_programme(
        "giving/ask_desk.html",
        found.at.programme,
        HERE,
        ask=ask_line(given, page.language),
        view=view,
        reach=page.reach(address("g", code)) if given.is_open else None,
        outcome=page.workspace.outcomes.of(Asked.ASK, code),
        **_days(),
    )


@routes.get(f"{PATH}/{{code}}/print")
def sheet(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show it as a sheet of paper, with the way to it on a phone."""
    found, asks = page.findings(slug), page.workspace.asks
    given = asks.get(slug, code)
    return page.answer(
        "giving/sheet.html",
        title=found.at.programme.name,
        team=given.team,
        view=sheet_view(asks.content(found, code), given.team, page.marks(found.at.programme), page.language),
        choices=verdicts(page.language),
        reach=page.reach(address("g", code)) if given.is_open else None,
    )


@routes.get(f"{PATH}/{{code}}/sheets")
def type_in(page: Page, slug: str, code: str, entered: bool = False) -> HTMLResponse:
    """Let answers be typed in from paper."""
    return _type_in(page, slug, code, entered=entered)


@routes.post(f"{PATH}/{{code}}/sheets")
def keep_sheet(page: Page, slug: str, code: str, sent: Sent) -> Response:
    """Keep one sheet and show the next one."""
    token = sent.get("token", "")
    sheet = {token if is_token(token) else new_token(): given_in(sent)}
    try:
        page.workspace.asks.add_sheets(slug, code, sheet)
    except NotFound:
        raise
    except InputError as error:
        return _type_in(page, slug, code, problem=say_error(error, page.language))
    return RedirectResponse(address("programmes", slug, HERE, code, "sheets", entered="1"), HTTPStatus.SEE_OTHER)


def _type_in(
    page: PageContext, slug: str, code: str, *, entered: bool = False, problem: Markup | None = None
) -> HTMLResponse:
    found, asks = page.findings(slug), page.workspace.asks
    given = asks.get(slug, code)
    answer = page.of_programme(
        "giving/enter.html",
        found.at.programme,
        HERE,
        code=code,
        view=sheet_view(asks.content(found, code), given.team, page.marks(found.at.programme), page.language),
        choices=verdicts(page.language),
        longest=LONGEST_LINE,
        token=new_token(),
        entered=entered,
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.post(f"{PATH}/{{code}}/until")
def change_until(page: Page, slug: str, code: str, until: Annotated[date, Form()]) -> RedirectResponse:
    """Say another last day."""
    page.workspace.asks.change_until(slug, code, until)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/withdraw")
def withdraw(page: Page, slug: str, code: str) -> RedirectResponse:
    """Show it to nobody with the link from now on."""
    page.workspace.asks.withdraw(slug, code)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it and its answers."""
    page.workspace.asks.remove(slug, code)
    return page.go("programmes", slug, HERE)


def _days() -> dict[str, str]:
    today = date.today()
    days = {"today": 0, "usual": USUAL_DAYS, "latest": MOST_DAYS}
    return {which: (today + timedelta(days=after)).isoformat() for which, after in days.items()}

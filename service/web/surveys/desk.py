"""The facilitator's pages of surveys: making, opening, closing, reading the answers, and saying what came of them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound
from service.presentation.messages import say_error
from service.presentation.surveys.edit import edit_view
from service.presentation.surveys.results import results_view
from service.presentation.surveys.wording import starts, states, titled
from service.presentation.template import address
from service.surveys.types import MOST_QUESTIONS, Content, Ready, Survey, SurveyState
from service.web.attachment import attachment
from service.web.context import Page, PageContext, switch
from service.web.surveys.form import content_in, done
from service.web.surveys.phone import shown

PATH = "/programmes/{slug}/surveys"
HERE = "surveys"
MENU = "reviews"
MOST_FIELDS = 400

routes = APIRouter()


async def _sent(request: Request) -> Mapping[str, str]:
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {key: value for key, value in form.items() if isinstance(value, str)}


Sent = Annotated[Mapping[str, str], Depends(_sent)]


@routes.get(PATH)
def surveys(page: Page, slug: str) -> HTMLResponse:
    """Show the surveys of a programme, and what to start from."""
    found = page.findings(slug)
    named = states(page.language)
    every = [
        (each, titled(each.content, page.language), named[each.state]) for each in page.workspace.surveys.every(slug)
    ]
    return page.of_programme(
        "surveys/surveys.html", found.at.programme, MENU, every=every, starts=starts(page.language)
    )


@routes.post(PATH)
def start(
    page: Page, slug: str, ready: Annotated[str, Form()] = Ready.EMPTY.value, again: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Make a draft: of one that is ready, an empty one, or of another survey."""
    kind = Ready(ready) if ready in list(Ready) else Ready.EMPTY
    own = page.workspace.surveys
    made = own.ask_again(slug, again) if again else own.start(slug, kind)
    return page.go("programmes", slug, HERE, made.code)


@routes.get(f"{PATH}/{{code}}")
def survey(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show a draft to be changed, how an open survey is reached, or the answers to a closed one."""
    own = page.workspace.surveys.get(slug, code)
    match own.state:
        case SurveyState.DRAFT:
            return _draft(page, slug, own, own.content)
        case SurveyState.OPEN:
            return _open(page, slug, own)
        case _:
            return _closed(page, slug, own)


def _draft(page: PageContext, slug: str, own: Survey, content: Content, problem: Markup | None = None) -> HTMLResponse:
    found = page.findings(slug)
    answer = page.of_programme(
        "surveys/edit.html",
        found.at.programme,
        MENU,
        survey=own,
        view=edit_view(content, page.workspace.surveys.fewest, page.language),
        reviews=_reviews(page, slug),
        most=MOST_QUESTIONS,
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _open(page: PageContext, slug: str, own: Survey) -> HTMLResponse:
    found = page.findings(slug)
    return page.of_programme(
        "surveys/open.html",
        found.at.programme,
        MENU,
        survey=own,
        title=titled(own.content, page.language),
        fewest=page.workspace.surveys.fewest,
        reach=page.reach(address("q", own.code)),
    )


def _closed(page: PageContext, slug: str, own: Survey) -> HTMLResponse:
    found = page.findings(slug)
    results = page.workspace.surveys.results(found, own.code)
    return page.of_programme(
        "surveys/results.html",
        found.at.programme,
        MENU,
        survey=own,
        title=titled(own.content, page.language),
        view=results_view(own, results, page.workspace.surveys.fewest, page.language),
        people=results.people,
        reviews=_reviews(page, slug),
    )


def _reviews(page: PageContext, slug: str) -> tuple[str, ...]:
    return tuple(each.name for each in page.workspace.reviews.every(slug))


@routes.post(f"{PATH}/{{code}}")
def change(page: Page, slug: str, code: str, sent: Sent) -> Response:
    """Keep a draft as it was sent, and do what was pressed: with a question, preview it, or open it."""
    do = sent.get("do", "")
    content = done(content_in(sent), do, sent.get("add", ""))
    try:
        page.workspace.surveys.change(slug, code, content)
        if do == "open":
            page.workspace.surveys.open(slug, code)
    except NotFound:
        raise
    except InputError as error:
        own = page.workspace.surveys.get(slug, code)
        return _draft(page, slug, own, content, say_error(error, page.language))
    if do == "preview":
        return page.go("programmes", slug, HERE, code, "preview")
    where = address("programmes", slug, HERE, code)
    place = {"add": f"#q{len(content.questions)}"}.get(do, "#questions" if "." in do else "")
    return RedirectResponse(where + place, HTTPStatus.SEE_OTHER)


@routes.get(f"{PATH}/{{code}}/preview")
def preview(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show a survey as people see it on their phones; nothing can be sent."""
    own = page.workspace.surveys.get(slug, code)
    page.findings(slug)
    back = address("programmes", slug, HERE, code)
    return shown(page, own, is_open=True, preview=True, back=back, switch=switch(page.request))


@routes.post(f"{PATH}/{{code}}/draft")
def to_draft(page: Page, slug: str, code: str) -> RedirectResponse:
    """Make it a draft again, as long as nobody has answered."""
    page.workspace.surveys.to_draft(slug, code)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/open")
def open_again(page: Page, slug: str, code: str) -> RedirectResponse:
    """Let it take answers again, where none were shown."""
    page.workspace.surveys.open(slug, code)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/close")
def close(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take no more answers, and show those that came."""
    page.workspace.surveys.close(slug, code)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/files")
def make_files(page: Page, slug: str, code: str, review: Annotated[str, Form()] = "") -> RedirectResponse:
    """Make notes and ratings of the answers once more, for a review."""
    page.workspace.surveys.take(slug, code, review)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it and its answers."""
    page.workspace.surveys.remove(slug, code)
    return page.go("programmes", slug, HERE)


@routes.get(f"{PATH}/{{code}}/answers.csv")
def answers(page: Page, slug: str, code: str) -> Response:
    """Give out all answers as a table."""
    table = page.workspace.surveys.table(slug, code)
    return Response(table, media_type="text/csv; charset=utf-8", headers=attachment(f"survey-{code}.csv"))

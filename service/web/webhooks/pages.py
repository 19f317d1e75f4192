"""The page of other programs that are told what happens."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound
from service.presentation.messages import say_error
from service.presentation.webhooks.webhooks import choices, webhook_view
from service.web.context import Page, PageContext
from service.web.numbers import Number
from service.webhooks.types import TOLD, Event, NewWebhook

PATH = "/programmes/{slug}/webhooks"
HERE = "settings"
SHOWN = 10

routes = APIRouter()


@routes.get(PATH)
def webhooks(page: Page, slug: str) -> HTMLResponse:
    """Show which addresses are told what, and how telling them went."""
    return _webhooks(page, slug)


@routes.post(PATH)
def add(
    page: Page,
    slug: str,
    url: Annotated[str, Form(max_length=5_000)] = "",
    events: Annotated[list[Event], Form(max_length=len(TOLD))] = [],  # noqa: B006
) -> Response:
    """Tell an address from now on, and show its secret once."""
    try:
        made = page.workspace.webhooks.add(slug, url, () if len(events) == len(TOLD) else events)
    except NotFound:
        raise
    except InputError as error:
        return _webhooks(page, slug, say_error(error, page.language), url)
    return _made(page, slug, made)


@routes.post(f"{PATH}/{{webhook}}")
def switch(page: Page, slug: str, webhook: Number, on: Annotated[bool, Form()]) -> RedirectResponse:
    """Switch it on or off."""
    page.workspace.webhooks.change(slug, webhook, is_on=on)
    return page.go("programmes", slug, "webhooks")


@routes.post(f"{PATH}/{{webhook}}/secret")
def renew_secret(page: Page, slug: str, webhook: Number) -> HTMLResponse:
    """Sign with another secret, and show it once."""
    return _made(page, slug, page.workspace.webhooks.new_secret(slug, webhook))


@routes.post(f"{PATH}/{{webhook}}/test")
def test(page: Page, slug: str, webhook: Number) -> RedirectResponse:
    """Send a test."""
    page.workspace.webhooks.test(slug, webhook)
    return page.go("programmes", slug, "webhooks")


@routes.post(f"{PATH}/{{webhook}}/remove")
def remove(page: Page, slug: str, webhook: Number) -> RedirectResponse:
    """Tell it nothing any more."""
    page.workspace.webhooks.remove(slug, webhook)
    return page.go("programmes", slug, "webhooks")


@routes.post(f"{PATH}/{{webhook}}/deliveries/{{delivery}}/again")
def send_again(page: Page, slug: str, webhook: Number, delivery: Number) -> RedirectResponse:
    """Tell it again what it was told."""
    page.workspace.webhooks.send_again(slug, webhook, delivery)
    return page.go("programmes", slug, "webhooks")


def _webhooks(page: PageContext, slug: str, problem: Markup | None = None, given: str = "") -> HTMLResponse:
    work, language = page.workspace.webhooks, page.language
    views = [webhook_view(each, work.deliveries(slug, each.id, SHOWN), language) for each in work.every(slug)]
    answer = page.of_programme(
        "webhooks/webhooks.html",
        page.findings(slug).at.programme,
        HERE,
        webhooks=views,
        allowed=work.allowed.any,
        choices=choices(language),
        problem=problem,
        given=given,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _made(page: PageContext, slug: str, made: NewWebhook) -> HTMLResponse:
    return page.of_programme("webhooks/made.html", page.findings(slug).at.programme, HERE, made=made)

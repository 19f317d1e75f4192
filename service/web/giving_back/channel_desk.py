"""The facilitator's pages of channels without names: opening, reading rounds, replying, taking messages over."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound
from service.giving_back.types import LONGEST_MESSAGE
from service.names.slugs import slugify
from service.presentation.giving_back.channel import every_round
from service.presentation.messages import say_error
from service.presentation.template import address
from service.store.surveys.outcomes import Asked
from service.web.context import Page, PageContext
from service.web.giving_back.desk import HERE, give_back_page
from service.web.numbers import Number

PATH = "/programmes/{slug}/channels"

routes = APIRouter()
Text = Annotated[str, Form(max_length=5_000)]


@routes.post(PATH)
def open_channel(page: Page, slug: str, title: Annotated[str, Form()] = "") -> Response:
    """Open a channel and show how it is reached."""
    try:
        made = page.workspace.channels.open(slug, title)
    except NotFound:
        raise
    except InputError as error:
        return give_back_page(page, slug, say_error(error, page.language))
    return page.go("programmes", slug, "channels", made.code)


@routes.get(f"{PATH}/{{code}}")
def channel(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show how it is reached while it is open, and its rounds."""
    return _channel(page, slug, code)


def _channel(page: PageContext, slug: str, code: str, problem: Markup | None = None) -> HTMLResponse:
    found, channels = page.findings(slug), page.workspace.channels
    given = channels.get(slug, code)
    answer = page.of_programme(
        "giving/channel_desk.html",
        found.at.programme,
        HERE,
        channel=given,
        view=every_round(channels.rounds(found, code), page.language),
        elements=tuple((slugify(each), page.language.called(each)) for each in found.at.outline.elements),
        longest=LONGEST_MESSAGE,
        fewest=channels.fewest,
        reach=page.reach(address("c", code)) if given.is_open else None,
        outcome=page.workspace.outcomes.of(Asked.CHANNEL, code),
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.post(f"{PATH}/{{code}}/open")
def open_again(page: Page, slug: str, code: str) -> RedirectResponse:
    """Let it take messages."""
    page.workspace.channels.set_open(slug, code, is_open=True)
    return page.go("programmes", slug, "channels", code)


@routes.post(f"{PATH}/{{code}}/close")
def close(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take no more messages."""
    page.workspace.channels.set_open(slug, code, is_open=False)
    return page.go("programmes", slug, "channels", code)


@routes.post(f"{PATH}/{{code}}/replies")
def reply(
    page: Page, slug: str, code: str, number: Annotated[int, Form(alias="round")], text: Text = "", message: Text = ""
) -> Response:
    """Reply to a round, or to one message of it."""
    try:
        page.workspace.channels.reply(slug, code, number, text, message)
    except NotFound:
        raise
    except InputError as error:
        return _channel(page, slug, code, say_error(error, page.language))
    return page.go("programmes", slug, "channels", code)


@routes.post(f"{PATH}/{{code}}/replies/{{number}}/remove")
def remove_reply(page: Page, slug: str, code: str, number: Number) -> RedirectResponse:
    """Forget a reply."""
    page.workspace.channels.remove_reply(slug, code, number)
    return page.go("programmes", slug, "channels", code)


@routes.post(f"{PATH}/{{code}}/messages/{{message}}/remove")
def remove_message(page: Page, slug: str, code: str, message: str) -> RedirectResponse:
    """Forget a message for good."""
    page.workspace.channels.remove_message(slug, code, message)
    return page.go("programmes", slug, "channels", code)


@routes.post(f"{PATH}/{{code}}/notes")
def take_over(
    page: Page,
    slug: str,
    code: str,
    messages: Annotated[tuple[str, ...], Form()] = (),
    element: Annotated[str, Form()] = "",
) -> Response:
    """Make notes of messages."""
    try:
        page.workspace.channels.take_over(slug, code, messages, element)
    except NotFound:
        raise
    except InputError as error:
        return _channel(page, slug, code, say_error(error, page.language))
    return page.go("programmes", slug, "channels", code)


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it, its messages and its replies."""
    page.workspace.channels.remove(slug, code)
    return page.go("programmes", slug, HERE)

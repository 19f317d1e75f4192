"""The calm page for everything that could not be done."""

from http import HTTPStatus
from urllib.parse import urlparse

from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from nlp.errors import ManyvoicesError
from service.errors import Stale
from service.presentation.i18n import Language
from service.presentation.messages import say_error
from service.presentation.template import render
from service.web.context import speak, switch
from service.web.past.forms import typed


def error_page(request: Request, status: int, error: ManyvoicesError) -> HTMLResponse:
    """Return a page with the one clear line of an error, in the reader's language.

    Args:
        request: the one that failed.
        status: HTTP status.
        error: what is wrong, where and what to do.
    """
    spoken = speak(request)
    html = render(
        "error.html",
        spoken,
        switch=switch(request),
        heading=_heading(status, spoken),
        line=_sentence(error, spoken),
        posted=request.method == "POST",
        back=_back(request),
        typed=typed(request) if isinstance(error, Stale) else (),
    )
    return HTMLResponse(html, status)


def _sentence(error: ManyvoicesError, spoken: Language) -> Markup:
    """Return the line with a capital, unless it begins with the name of a file or a field."""
    line = say_error(error, spoken)
    return line if error.source or error.place else line[:1].upper() + line[1:]


def _heading(status: int, spoken: Language) -> str:
    headings = {
        HTTPStatus.NOT_FOUND: spoken.gettext("This is not here"),
        HTTPStatus.GONE: spoken.gettext("This has waited too long"),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: spoken.gettext("This is too large"),
        HTTPStatus.UNPROCESSABLE_ENTITY: spoken.gettext("This cannot be used as it is"),
    }
    return headings.get(HTTPStatus(status), spoken.gettext("This did not work"))


def _back(request: Request) -> str:
    """Return the page of this service that the reader came from, else the first page."""
    came_from = urlparse(request.headers.get("referer", ""))
    return came_from.path if came_from.netloc == request.url.netloc and came_from.path != request.url.path else "/"

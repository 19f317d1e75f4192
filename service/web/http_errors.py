"""Errors as answers: one table from error to HTTP status, one form for programs, one page for people."""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from nlp.errors import InputError, ManyvoicesError
from service.errors import Closed, Expired, NotFound, Refused, StoreError, TooLarge
from service.web.error_page import error_page

STATUS: Mapping[type[Exception], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Expired: HTTPStatus.GONE,
    Closed: HTTPStatus.CONFLICT,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Refused: HTTPStatus.FORBIDDEN,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
    ManyvoicesError: HTTPStatus.INTERNAL_SERVER_ERROR,
}


def answer(request: Request, error: ManyvoicesError) -> Response:
    """Return the answer to a request that failed on purpose; the closest class in `STATUS` decides the status."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    if isinstance(error, InputError):
        return _respond(request, status, error)
    return _respond(request, status, InputError("", str(error).rstrip("."), "Ask whoever runs this service"))


def add_handlers(app: FastAPI) -> None:
    """Make every failure of an app one clear line."""
    app.add_exception_handler(ManyvoicesError, _on_error)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Exception, _on_bug)


def _respond(request: Request, status: int, error: InputError, headers: Mapping[str, str] | None = None) -> Response:
    if not request.url.path.startswith("/api/"):
        page = error_page(request, status, str(error))
        page.headers.update(headers or {})
        return page
    line = {"problem": error.problem, "source": error.source, "place": error.place, "remedy": error.remedy}
    return JSONResponse({"error": line}, status, dict(headers or {}))


async def _on_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ManyvoicesError)
    return answer(request, error)


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    problem = {404: "there is nothing at this address", 405: "this address does not take that"}.get(
        error.status_code, str(error.detail).rstrip(".")
    )
    return _respond(request, error.status_code, InputError("", problem, "Go back and try another way"), error.headers)


async def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if part not in {"body", "query", "path"})
    line = InputError("", str(first["msg"]), "Correct it and send it again", place)
    return _respond(request, HTTPStatus.UNPROCESSABLE_ENTITY, line)


async def _on_bug(request: Request, _: Exception) -> Response:
    line = InputError(
        "", "something went wrong inside", "Try again; if it happens again, tell whoever runs this service"
    )
    return _respond(request, HTTPStatus.INTERNAL_SERVER_ERROR, line)

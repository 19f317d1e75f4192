"""Errors as answers: one table from error to HTTP status, one form for programs, one page for people."""

import json
from collections.abc import Mapping
from errno import ENOSPC
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message, msgid
from service.errors import (
    Busy,
    Closed,
    DiskFull,
    Expired,
    LinkOver,
    NotAsked,
    NotFound,
    NotMadeYet,
    NotSignedIn,
    Refused,
    Stale,
    StoreError,
    TooLarge,
    TooOften,
)
from service.serialisation import HALF_SIGNS, public_json, to_plain
from service.web.context import PageContext
from service.web.error_page import error_page
from service.workspace import Workspace

STATUS: Mapping[type[Exception], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    NotAsked: HTTPStatus.NOT_FOUND,
    NotMadeYet: HTTPStatus.ACCEPTED,
    Expired: HTTPStatus.GONE,
    LinkOver: HTTPStatus.GONE,
    Closed: HTTPStatus.CONFLICT,
    Stale: HTTPStatus.CONFLICT,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Refused: HTTPStatus.FORBIDDEN,
    NotSignedIn: HTTPStatus.UNAUTHORIZED,
    TooOften: HTTPStatus.TOO_MANY_REQUESTS,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    DiskFull: HTTPStatus.INSUFFICIENT_STORAGE,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
    ManyvoicesError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
AGAIN_SECONDS = "2"
_HTTP: Mapping[int, Message] = {
    HTTPStatus.NOT_FOUND: Message("there is nothing at this address"),
    HTTPStatus.METHOD_NOT_ALLOWED: Message("this address does not take that"),
}
_REFUSED = msgid("the request is not as it should be ({reason})")


def answer(request: Request, error: ManyvoicesError) -> Response:
    """Return the answer to a request that failed on purpose; the closest class in `STATUS` decides the status."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return _respond(request, status, error, _headers(error))


def _headers(error: ManyvoicesError) -> dict[str, str]:
    match error:
        case NotSignedIn():
            return {"WWW-Authenticate": "Bearer"}
        case TooOften(seconds=seconds):
            return {"Retry-After": str(seconds)}
        case Busy():
            return {"Retry-After": AGAIN_SECONDS}
        case _:
            return {}


def add_handlers(app: FastAPI) -> None:
    """Make every failure of an app one clear line."""
    app.add_exception_handler(NotMadeYet, _on_not_made_yet)
    app.add_exception_handler(ManyvoicesError, _on_error)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Exception, _on_bug)


def _respond(
    request: Request, status: int, error: ManyvoicesError, headers: Mapping[str, str] | None = None
) -> Response:
    if not request.url.path.startswith("/api/"):
        page = error_page(request, status, error)
        page.headers.update(headers or {})
        return page
    return _json(_form(error), status, headers)


def _json(form: Mapping[str, object], status: int, headers: Mapping[str, str] | None = None) -> Response:
    text = json.dumps(form, ensure_ascii=False, separators=(",", ":")).translate(HALF_SIGNS)
    return Response(text, status, dict(headers or {}), "application/json")


def _form(error: ManyvoicesError) -> dict[str, object]:
    parts = {"problem": error.problem, "source": error.source, "place": error.place, "remedy": error.remedy}
    line = {name: str(part) for name, part in parts.items()}
    return {"error": line | {"message": to_plain(Message, error.message)}}


async def _on_not_made_yet(request: Request, error: Exception) -> Response:
    """Say how far it is; a form or a body that needs it is refused, because nobody would send it again by itself."""
    assert isinstance(error, NotMadeYet)
    if request.method != "GET":
        return _respond(request, HTTPStatus.CONFLICT, error)
    slug = request.path_params.get("slug")
    context: PageContext | None = getattr(request.state, "context", None)
    if context is not None and context.found is not None:
        return await run_in_threadpool(context.waiting, context.found.at.programme, "")
    work: Workspace | None = getattr(request.state, "workspace", None)
    if work is None or slug is None:
        return answer(request, error)
    jobs = await run_in_threadpool(work.jobs.every, slug)
    form = {**_form(error), "jobs": [public_json(job) for job in jobs]}
    return _json(form, HTTPStatus.ACCEPTED, {"retry-after": AGAIN_SECONDS})


async def _on_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ManyvoicesError)
    return answer(request, error)


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    problem = _HTTP.get(error.status_code) or Message(_REFUSED, {"reason": str(error.detail).rstrip(".")})
    line = InputError("", problem, Message("Go back and try another way"))
    return _respond(request, error.status_code, line, error.headers)


async def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if part not in {"body", "query", "path"})
    problem = Message(_REFUSED, {"reason": str(first["msg"])})
    line = InputError("", problem, Message("Correct it and send it again"), place)
    return _respond(request, HTTPStatus.UNPROCESSABLE_ENTITY, line)


async def _on_bug(request: Request, error: Exception) -> Response:
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return answer(request, DiskFull())
    line = InputError(
        "",
        Message("something went wrong inside"),
        Message(
            "Try again; if it happens again, tell whoever runs this service and give the code {code}",
            {"code": getattr(request.state, "request_id", "-")},
        ),
    )
    return _respond(request, HTTPStatus.INTERNAL_SERVER_ERROR, line)

"""Errors as answers: one form for programs (RFC 9457), one page for people."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message, msgid
from service.errors import BeingDone, Busy, DiskFull, NotMadeYet, NotSignedIn, StoreError, TooOften, is_full
from service.serialisation import HALF_SIGNS, public_json, to_plain
from service.web.access import methods_at
from service.web.context import PageContext
from service.web.error_page import error_page
from service.web.problems.faults import Fault, faults_of, faults_of_invalid, place_of, said_of
from service.web.problems.kinds import INTERNAL, INVALID, NOT_MADE_YET, Kind, kind_of, kind_of_status
from service.web.problems.model import MEDIA_TYPE
from service.workspace import Workspace

AGAIN_SECONDS = "2"
LATER_SECONDS = "10"
REQUEST = "urn:manyvoices:request:"
_HTTP: Mapping[int, Message] = {
    HTTPStatus.NOT_FOUND: Message("there is nothing at this address"),
    HTTPStatus.METHOD_NOT_ALLOWED: Message("this address does not take that"),
}
_OTHER_TYPE = Message("the body is not of a type that is taken here")
_REFUSED = msgid("the request is not as it should be ({reason})")


def answer(request: Request, error: ManyvoicesError) -> Response:
    """Return the answer to a request that failed on purpose; the closest class in `KINDS` decides the status."""
    return _respond(request, kind_of(error), error, _headers(error))


def _headers(error: ManyvoicesError) -> dict[str, str]:
    match error:
        case NotSignedIn():
            return {"WWW-Authenticate": "Bearer"}
        case TooOften(seconds=seconds):
            return {"Retry-After": str(seconds)}
        case Busy() | BeingDone():
            return {"Retry-After": AGAIN_SECONDS}
        case StoreError() if not isinstance(error, DiskFull):
            return {"Retry-After": LATER_SECONDS}
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
    request: Request,
    kind: Kind,
    error: ManyvoicesError,
    headers: Mapping[str, str] | None = None,
    faults: Sequence[Fault] | None = None,
) -> Response:
    if not request.url.path.startswith("/api/"):
        page = error_page(request, kind.status, error)
        page.headers.update(headers or {})
        return page
    form = {
        "type": kind.type,
        "title": kind.title,
        "status": int(kind.status),
        "detail": str(error),
        "code": kind.code,
        "instance": REQUEST + getattr(request.state, "request_id", "-"),
        "errors": faults_of(request, error) if faults is None else faults,
        **_line(error),
    }
    return _json(form, kind.status, headers, MEDIA_TYPE)


def _json(
    form: Mapping[str, object], status: int, headers: Mapping[str, str] | None, media_type: str = "application/json"
) -> Response:
    text = json.dumps(form, ensure_ascii=False, separators=(",", ":")).translate(HALF_SIGNS)
    return Response(text, status, dict(headers or {}), media_type)


def _line(error: ManyvoicesError) -> dict[str, object]:
    parts = {"problem": error.problem, "source": error.source, "place": error.place, "remedy": error.remedy}
    return {name: str(part) for name, part in parts.items()} | {"message": to_plain(Message, error.message)}


async def _on_not_made_yet(request: Request, error: Exception) -> Response:
    """Say how far it is; a form or a body that needs it is refused, because nobody would send it again by itself."""
    assert isinstance(error, NotMadeYet)
    if request.method != "GET":
        return _respond(request, NOT_MADE_YET, error)
    slug = request.path_params.get("slug")
    context: PageContext | None = getattr(request.state, "context", None)
    if context is not None and context.found is not None:
        return await run_in_threadpool(context.waiting, context.found.at.programme, "")
    work: Workspace | None = getattr(request.state, "workspace", None)
    if work is None or slug is None:
        return _respond(request, replace(NOT_MADE_YET, status=HTTPStatus.ACCEPTED), error)
    jobs = await run_in_threadpool(work.jobs.every, slug)
    form = {"detail": str(error), **_line(error), "jobs": [public_json(job) for job in jobs]}
    return _json(form, HTTPStatus.ACCEPTED, {"retry-after": AGAIN_SECONDS})


async def _on_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ManyvoicesError)
    return answer(request, error)


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if is_full(error):  # while what was sent was put aside
        return answer(request, DiskFull())
    problem = _HTTP.get(error.status_code) or Message(_REFUSED, {"reason": str(error.detail).rstrip(".")})
    line = InputError("", problem, Message("Go back and try another way"))
    headers = {**(error.headers or {}), **_allowed(request, error)}
    return _respond(request, kind_of_status(error.status_code), line, headers)


def _allowed(request: Request, error: HTTPException) -> Mapping[str, str]:
    """Return the header that names all methods of an address; the error knows only those of one of its routes."""
    if error.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        return {}
    return {"Allow": ", ".join(methods_at(request.app.routes, request.scope["path"]))}


async def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["loc"][0] == "path" and not request.url.path.startswith("/api/"):
        return await _on_http(request, HTTPException(HTTPStatus.NOT_FOUND))
    place = ".".join(str(part) for part in place_of(first, error.body)[1:])
    other_type = isinstance(error.body, bytes) and first["loc"] == ("body",)
    problem = _OTHER_TYPE if other_type else Message(_REFUSED, {"reason": said_of(first)})
    line = InputError("", problem, Message("Correct it and send it again"), place)
    kind = kind_of_status(HTTPStatus.UNSUPPORTED_MEDIA_TYPE) if other_type else INVALID
    return _respond(request, kind, line, faults=faults_of_invalid(error))


async def _on_bug(request: Request, error: Exception) -> Response:
    if is_full(error):
        return answer(request, DiskFull())
    line = InputError(
        "",
        Message("something went wrong inside"),
        Message(
            "Try again; if it happens again, tell whoever runs this service and give the code {code}",
            {"code": getattr(request.state, "request_id", "-")},
        ),
    )
    return _respond(request, INTERNAL, line)

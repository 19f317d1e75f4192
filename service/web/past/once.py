"""Double clicks and requests that are sent again: done once, and answered as the first time."""

import asyncio
import logging
from collections.abc import Callable
from hashlib import sha256

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from nlp.errors import InputError
from nlp.messages import Message
from service.access.acting import acting
from service.errors import BeingDone, ServiceError, StoreError
from service.journal.once import AnsweredRequests, DoneBefore, Once, do_once
from service.store.journal.requests import Answered

FIELD = "once"
HEADER = "idempotency-key"
LONGEST_KEY = 200
PATIENCE = 100
"""How often, every tenth of a second, it is asked whether the first request has been answered."""
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
_KEPT = {"content-type", "location"}
_LOG = logging.getLogger("manyvoices.web")


async def read_key(request: Request) -> None:
    """Let a request with a key be done once; a dependency of every address that changes something."""
    do_once(None)
    once = await _asked(request) if request.method in CHANGING else None
    if once is None:
        return
    found = await run_in_threadpool(request.app.state.workspace.answered.find, once)
    if found is not None and found.body != once.body:
        problem = Message("this key was sent with something else before")
        raise InputError("", problem, Message("Take a new key for each request"), "Idempotency-Key")
    if found is not None:
        raise DoneBefore(once)
    request.state.once = once
    do_once(once)


async def _asked(request: Request) -> Once | None:
    """Return what is asked under which key, in hashes: it stays known after whoever it names is deleted for good."""
    method = "" if request.method == "POST" else f"{request.method} "
    scope = _digest(f"{acting().account or ''} {method}{request.url.path}")
    if request.url.path.startswith("/api/"):
        key = request.headers.get(HEADER)
        if key is None:
            return None
        if not 0 < len(key) <= LONGEST_KEY:
            problem = Message("a key has 1 to {most} letters", {"most": LONGEST_KEY})
            raise InputError("", problem, Message("Take a shorter one"), "Idempotency-Key")
        return Once(scope, _digest(key), await _hash(request))
    if not is_form(request):
        return None
    fields = await request.form()
    key = str(fields.get(FIELD, ""))
    if not 0 < len(key) <= LONGEST_KEY:
        return None
    return Once(scope, _digest(repr(fields.multi_items())))  # the key is one of them


def _digest(text: str) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()


def is_form(request: Request) -> bool:
    """Return whether what is sent are the fields of a form without files."""
    return request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")


async def _hash(request: Request) -> str:
    """Return a hash of what is sent; of files their names and bytes, since the borders between them are never alike."""
    if not request.headers.get("content-type", "").startswith("multipart/"):
        return sha256(await request.body()).hexdigest()
    parts = sha256()
    for name, value in (await request.form()).multi_items():
        parts.update(name.encode() + b"\0")
        if isinstance(value, UploadFile):
            parts.update((value.filename or "").encode() + b"\0" + await value.read())
            await value.seek(0)
        else:
            parts.update(value.encode())
    return parts.hexdigest()


def refuse_again(request: Request, answered: AnsweredRequests) -> None:
    """Let a form be answered as it was, if the same was sent before and is done by now; else do nothing.

    Raises:
        DoneBefore: it was.
    """
    once: Once | None = getattr(request.state, "once", None)
    if once is not None and answered.find(once) is not None:
        raise DoneBefore(once)


class RememberAnswers:
    """Keeps what is answered to a request that took a key, before it is sent."""

    def __init__(self, app: ASGIApp, answered: AnsweredRequests) -> None:
        self._app = app
        self._answered = answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through and keep its answer."""
        if scope["type"] != "http" or scope["method"] not in CHANGING:
            await self._app(scope, receive, send)
            return
        start: Event = {}
        body = b""

        async def keep(message: Event) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
            elif message["type"] == "http.response.body":
                body += message.get("body", b"")
                once = scope.get("state", {}).get("once")
                if not message.get("more_body") and once is not None and once.taken and start["status"] < 400:
                    await run_in_threadpool(self._keep, once, _answer(start, body))
            await send(message)

        await self._app(scope, receive, keep)

    def _keep(self, once: Once, answer: Answered) -> None:
        """Keep an answer; what it answers is done, so it is sent also where there is no room or no turn to keep it."""
        try:
            self._answered.keep(once, answer)
        except StoreError as error:
            _LOG.warning("What was answered could not be kept: %s", error)


def _answer(start: Event, body: bytes) -> Answered:
    headers = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"])
    return Answered("", start["status"], tuple((name, value) for name, value in headers if name in _KEPT), body)


async def repeat(
    request: Request,
    error: Exception,
    answered: AnsweredRequests,
    answer: Callable[[Request, ServiceError], Response],
) -> Response:
    """Answer a request as the first with its key was answered, waiting for that if need be, but not for ever."""
    assert isinstance(error, DoneBefore)
    for _ in range(PATIENCE):
        found = await run_in_threadpool(answered.find, error.once)
        if found is not None and found.status is not None:
            return Response(found.answer, found.status, dict(found.headers))
        await asyncio.sleep(0.1)
    if request.url.path.startswith("/api/"):
        return answer(request, BeingDone())
    return Response(status_code=303, headers={"location": request.url.path.rpartition("/")[0] or "/"})

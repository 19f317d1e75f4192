"""What every request goes through first: its id, its line in the log, its place in the figures, and two questions."""

import asyncio
import logging
import re
import secrets
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from service.running.logs import REQUESTS, note, places
from service.web.sign_in.from_here import is_from_here
from service.web.without_names import WITHOUT_NAMES

HEALTH, READY, METRICS = "/health", "/ready", "/metrics"
REQUEST_ID = "x-request-id"
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
NO_ROUTE = "-"
NOT_YET = 500
"""Of a request that breaks before anything was answered."""
CUT_OFF = 499
"""Of a request that was still going on when the service had to end, in the log and the figures; no client sees it."""


class Observe:
    """Answers whether the service lives and is ready, and writes one line a request without anything people wrote.

    Args:
        app: what answers all else.
        failing: what keeps the service from being ready; asked in a thread.
        figures: gives the figures to whom may see them, None where there are none.
        count: notes a request that was answered: method, template of the route, status, seconds.
    """

    def __init__(
        self,
        app: ASGIApp,
        failing: Callable[[], tuple[str, ...]],
        figures: Callable[[Scope], Response | None] = lambda _: None,
        count: Callable[[str, str, int, float], None] = lambda *_: None,
    ) -> None:
        self._app = app
        self._failing = failing
        self._figures = figures
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here, or let the request through and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if answer := await self._own_answer(scope):
            await answer(scope, receive, send)
            return
        own_id = scope.setdefault("state", {})["request_id"] = request_id(Headers(scope=scope))
        began, status = time.perf_counter(), [NOT_YET]
        problem = None
        try:
            await self._app(scope, receive, _noting(send, own_id, status))
        except asyncio.CancelledError:  # the service ends: nothing went wrong, but nothing was answered
            status = status if status[0] != NOT_YET else [CUT_OFF]
            raise
        except Exception as error:
            problem = places(error)
            raise
        finally:
            self._note(scope, own_id, status[0], time.perf_counter() - began, problem)

    async def _own_answer(self, scope: Scope) -> Response | None:
        match scope["path"]:
            case "/health":
                return JSONResponse({"alive": True})
            case "/ready":
                failing = await run_in_threadpool(self._failing)
                told = {"failing": list(failing)} if is_from_here(scope, Headers(scope=scope)) else {}
                return JSONResponse({"ready": not failing, **told}, 503 if failing else 200)
            case "/metrics":
                return await run_in_threadpool(self._figures, scope)
            case _:
                return None

    def _note(self, scope: Scope, own_id: str, status: int, seconds: float, problem: str | None) -> None:
        if (
            scope["method"] == "POST"
            and scope["path"].startswith(WITHOUT_NAMES)
            and status < HTTPStatus.INTERNAL_SERVER_ERROR
        ):
            return  # when somebody wrote without their name is nobody's business
        method = scope["method"] if scope["method"].isalpha() else NO_ROUTE
        route = getattr(scope.get("route"), "path", None) or NO_ROUTE
        reader = scope["state"].get("reader")
        note(
            REQUESTS,
            logging.ERROR if problem else logging.WARNING if status >= 500 else logging.INFO,
            "request",
            method=method,
            route=route,
            status=status,
            ms=round(seconds * 1000, 1),
            request=own_id,
            account=reader.account if reader else None,
            error=problem,
        )
        self._count(method, route, status, seconds)


def request_id(headers: Mapping[str, str]) -> str:
    """Return the id that a request brings if it is a sane one, else a new one."""
    given = headers.get(REQUEST_ID, "")
    return given if _SANE_ID.fullmatch(given) else secrets.token_hex(8)


def _noting(send: Send, own_id: str, status: list[int]) -> Send:
    async def send_noting(message: Event) -> None:
        if message["type"] == "http.response.start":
            status[0] = message["status"]
            MutableHeaders(scope=message)[REQUEST_ID] = own_id
        await send(message)

    return send_noting

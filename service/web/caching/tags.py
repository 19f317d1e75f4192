"""What the API gives has a tag that says in which state it was: it is not sent twice, and not overridden unseen."""

import re
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from nlp.errors import ManyvoicesError
from service.access.types import STRANGER, Reader
from service.analyses.version import analysis_version
from service.journal.seen import having_seen
from service.programmes.programmes import State
from service.web.api.dependencies import RESULT_HEADER

SEEN, KNOWN = "if-match", "if-none-match"
HOW = """
**What was seen.** A programme, its elements, sessions, rubrics, changes over time and consent come with an `ETag`. Send
it as `If-None-Match` to be answered 304 where nothing has changed. Send it as `If-Match` with a change: if somebody has
changed the same thing since, it is refused (409), and the problem says what they changed. What is being renewed
(`Manyvoices-Result`) has no tag.

**What is sent again.** A `POST`, `PUT`, `PATCH` or `DELETE` with an `Idempotency-Key` (1 to 200 letters) is done once:
the same key with the same body is answered as the first time, for a day; with another body it is refused (422).

**Lists in pages.** Lists that grow give at most `limit` things, a thousand where nothing is said. Where there are more,
the header `Link` has the address of the next page (`rel="next"`, RFC 8288): follow it as it stands. What comes or goes
meanwhile shifts nothing.

**On the way.** `HEAD` is answered as `GET` is, without the body. Answers come as gzip where `Accept-Encoding` takes it.
What was made, or is being made (202), is found at `Location`. Bodies may come in chunks.
"""
_GIVEN = re.compile(
    r"/api/v1/programmes/(?P<slug>[^/]+)(/(elements|sessions)(/[^/]+)?|/(drift|rubrics|over-time|consent))?/?"
)
_CHANGED = re.compile(r"/api/v1/programmes/[^/]+(/.*)?")
_TAG = re.compile(r'(?:W/)?"(?P<revision>[0-9]{1,9})\.[0-9a-f]+"')


class Tags:
    """Gives tags, and answers and refuses by them; behind the gate, so that nobody learns of what they may not see.

    Args:
        app: what answers.
        state: of a programme, by its slug.
    """

    def __init__(self, app: ASGIApp, state: Callable[[str], State]) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        found = _GIVEN.fullmatch(scope["path"]) if scope["method"] == "GET" else None
        if found is None:
            seen = _seen(scope)
            with nullcontext() if seen is None else having_seen(seen):
                await self._app(scope, receive, send)
            return
        tag = await run_in_threadpool(self._tag, scope, found["slug"])
        if tag and tag in Headers(scope=scope).get(KNOWN, ""):
            await Response(status_code=304, headers={"ETag": tag})(scope, receive, send)
        else:
            await self._app(scope, receive, _tagging(send, tag))

    def _tag(self, scope: Scope, slug: str) -> str:
        """Return the tag of what would be given now, "" where there is nothing."""
        try:
            state = self._state(slug)
        except ManyvoicesError:
            return ""
        reader: Reader = scope.get("state", {}).get("reader", STRANGER)
        who = reader.account, reader.is_administrator, sorted(reader.memberships.items())
        language = Headers(scope=scope).get("accept-language", "")
        made_from = (
            state,
            scope["path"],
            scope["query_string"],
            who,
            language,
            analysis_version(),
            datetime.now(UTC).date(),
        )
        return f'"{state.revision}.{sha256(repr(made_from).encode()).hexdigest()[:24]}"'


def _seen(scope: Scope) -> int | None:
    """Return the revision that was seen by who changes something, None where they do not say.

    A tag that none of ours is has seen nothing.
    """
    said = Headers(scope=scope).get(SEEN, "*").strip()
    if scope["method"] == "GET" or said == "*" or not _CHANGED.fullmatch(scope["path"]):
        return None
    found = _TAG.fullmatch(said)
    return int(found["revision"]) if found else 0


def _tagging(send: Send, tag: str) -> Send:
    async def send_tagging(message: Event) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200 and tag:
            headers = MutableHeaders(scope=message)
            if headers.get(RESULT_HEADER, "current") == "current":
                headers["ETag"] = tag
        await send(message)

    return send_tagging

"""Answers are compressed for whoever takes that, but not where another web site could learn from their length.

What is compressed gets shorter where a guess that stands in it repeats a word of the rest (BREACH). A guess comes in by
an address that another site lets the reader's browser open, with the reader's cookie. Browsers say of each request
which site made it, and a program sends no cookie: so a request with a cookie, or one that says that another site made
it, is compressed only if it says that our own page, or the reader, did. What answers a form is never compressed.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

SMALLEST = 1_000
LEVEL = 5
READING = {"GET", "HEAD"}
OWN = {"same-origin", "none"}
AS_THEY_ARE = (
    *DEFAULT_EXCLUDED_CONTENT_TYPES,
    "application/pdf",
    "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


class Compress:
    """Compresses answers of a thousand bytes and more with gzip; their tag then says that it is of what they mean."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._compressing = GZipMiddleware(app, SMALLEST, LEVEL, exclude_content_types=AS_THEY_ARE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through."""
        if scope["type"] == "http" and scope["method"] in READING and _may_be_compressed(Headers(scope=scope)):
            known = Headers(scope=scope).get("if-none-match", "")
            await self._compressing(scope, receive, _with_weak_tag(send, known))
        else:
            await self._app(scope, receive, send)


def _may_be_compressed(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    return site in OWN if site is not None else "cookie" not in headers


def _with_weak_tag(send: Send, known: str) -> Send:
    """Send the tag of what is compressed as a weak one: its bytes are others than those that are not (RFC 9110).

    What is known under a weak tag stays known under it.
    """

    async def send_tagged(message: Event) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            tag = headers.get("etag", "")
            if tag.startswith('"') and ("content-encoding" in headers or f"W/{tag}" in known):
                headers["etag"] = f"W/{tag}"
        await send(message)

    return send_tagged

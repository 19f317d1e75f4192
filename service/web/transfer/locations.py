"""Where what was made is found: the header `Location` of every answer that says that something was."""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

API = "/api/v1"
HOME = f"{API}/programmes/{{slug}}"
PLACES: Mapping[str, str] = {
    f"{API}/programmes": f"{API}/programmes/{{.slug}}",
    f"{API}/programmes/import": f"{API}/programmes/{{.slug}}",
    f"{HOME}/copy": f"{API}/programmes/{{.slug}}",
    f"{HOME}/files": f"{HOME}/files/{{.id}}",
    f"{HOME}/previews": f"{HOME}/previews/{{.token}}",
    f"{HOME}/files/{{file}}/preview": f"{HOME}/previews/{{.token}}",
    f"{HOME}/edits": f"{HOME}/edits",
    f"{HOME}/edits/import": f"{HOME}/edits",
    f"{HOME}/forms": f"{HOME}/forms/{{.code}}",
    f"{HOME}/forms/{{code}}/answers": f"{HOME}/forms/{{code}}/answers",
    f"{HOME}/elements/{{element}}/sorting/rooms": f"{HOME}/elements/{{element}}/sorting/rooms/{{.code}}",
    f"{HOME}/giving-back": f"{HOME}/giving-back/{{.code}}",
    f"{HOME}/giving-back/{{code}}/answers": f"{HOME}/giving-back/{{code}}/answers",
    f"{HOME}/channels": f"{HOME}/channels/{{.code}}",
    f"{HOME}/channels/{{code}}/rounds/{{round}}/replies": f"{HOME}/channels/{{code}}/rounds",
    f"{HOME}/channels/{{code}}/notes": f"{HOME}/files/{{.id}}",
    f"{HOME}/reviews": f"{HOME}/reviews/{{.slug}}",
    f"{HOME}/cafes": f"{HOME}/cafes/{{.code}}",
    f"{HOME}/cafes/{{code}}/notes": f"{HOME}/cafes/{{code}}/notes",
    f"{HOME}/rubrics/written": f"{HOME}/rubrics/written/{{.slug}}",
    f"{HOME}/rubrics/written/{{rubric}}/versions": f"{HOME}/rubrics/written/{{rubric}}",
    f"{HOME}/rubrics/rooms": f"{HOME}/rubrics/rooms/{{.code}}",
    f"{HOME}/notes-on-phones": f"{HOME}/notes-on-phones/{{.code}}",
    f"{HOME}/forms/{{code}}/reflection/notes": f"{HOME}/forms/{{code}}/reflection",
    f"{HOME}/forms/{{code}}/reflection/intentions": f"{HOME}/forms/{{code}}/reflection",
    f"{HOME}/surveys": f"{HOME}/surveys/{{.code}}",
    f"{HOME}/surveys/{{code}}/answers": f"{HOME}/surveys/{{code}}",
    f"{HOME}/actions": f"{HOME}/actions/{{.code}}",
    f"{HOME}/left-as-it-is": f"{HOME}/left-as-it-is",
    f"{HOME}/library": f"{HOME}/library/{{.id}}",
    f"{HOME}/memos": f"{HOME}/memos/{{.number}}",
    f"{HOME}/memos/{{memo}}/answers": f"{HOME}/memos/{{memo}}",
    f"{HOME}/assistant/runs": f"{HOME}/jobs/{{.id}}",
    f"{HOME}/stages/said": f"{HOME}/stages",
    f"{HOME}/questions": f"{HOME}/questions",
    f"{HOME}/questions/own": f"{HOME}/questions",
    f"{HOME}/questions/move": f"{HOME}/questions",
    f"{HOME}/publications": f"{HOME}/publications/{{.id}}",
    f"{HOME}/members/invitations": f"{HOME}/members/invitations",
    f"{HOME}/jobs/{{job}}": f"{HOME}/jobs/{{job}}",
    f"{HOME}/analyses": f"{HOME}/jobs/{{.id}}",
    f"{HOME}/webhooks": f"{HOME}/webhooks/{{.webhook.id}}",
    f"{HOME}/webhooks/{{webhook}}/test": f"{HOME}/webhooks/{{webhook}}/deliveries/{{.id}}",
    f"{HOME}/webhooks/{{webhook}}/deliveries/{{delivery}}": f"{HOME}/webhooks/{{webhook}}/deliveries/{{delivery}}",
    f"{API}/account/tokens": f"{API}/account/tokens",
    f"{API}/people/invitations": f"{API}/people/invitations",
    f"{API}/people/{{number}}/password": f"{API}/people",
}
"""Where something is made -> where it is found: names of the address it was made at, and fields of the answer (`.id`).

Of several things that were made at once, the list is where they are found; what has no address of its own is found in
its list.
"""
ORDERED: Mapping[str, str] = {f"{HOME}/publications": f"{HOME}/jobs/{{.id}}"}
"""The same where the answer is what is still being made (202)."""
MADE = (HTTPStatus.CREATED, HTTPStatus.ACCEPTED)
_NAME = re.compile(r"\{([^}]+)\}")
_PATTERNS = {template: re.compile(_NAME.sub(r"(?P<\1>[^/]+)", template) + "/?") for template in (*PLACES, *ORDERED)}


class Locate:
    """Adds `Location` to answers that say that something was made, or is being made."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through."""
        if scope["type"] != "http" or scope["method"] != "POST" or not scope["path"].startswith(API):
            await self._app(scope, receive, send)
            return
        start: Event = {}
        body = b""

        async def send_locating(message: Event) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and message["status"] in MADE:
                start = message
                return
            if start and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                where = location(scope["path"], start["status"], body)
                if where:
                    MutableHeaders(scope=start).setdefault("location", where)
                await send(start)
                message, start = {**message, "body": body}, {}
            await send(message)

        await self._app(scope, receive, send_locating)


def location(path: str, status: int, body: bytes) -> str:
    """Return where what an answer tells of is found, "" if nothing says so."""
    template, named = _matched(path)
    where = (ORDERED.get(template) if status == HTTPStatus.ACCEPTED else None) or PLACES.get(template, "")
    made = json.loads(body)
    if isinstance(made, list) and len(made) != 1:
        return _filled(where.partition("/{.")[0], named, {})
    return _filled(where, named, made[0] if isinstance(made, list) else made)


def _matched(path: str) -> tuple[str, Mapping[str, str]]:
    """Return the template of an address, and what stands in its places."""
    for template, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(path):
            return template, found.groupdict()
    return "", {}


def _filled(where: str, named: Mapping[str, str], made: Mapping[str, Any]) -> str:
    def value(found: re.Match[str]) -> str:
        name = found[1]
        here: Any = made if name.startswith(".") else named
        for part in name.removeprefix(".").split("."):
            here = here[part]
        return quote(str(here), safe="")

    return _NAME.sub(value, where)

"""How requests can fail, told of every operation."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from service.access.permissions import Need
from service.access.routes import NEEDS
from service.web.problems.model import MEDIA_TYPE

Json = dict[str, Any]
PROBLEM = {"$ref": "#/components/schemas/Problem"}
SAID: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "The body cannot be read.",
    HTTPStatus.UNAUTHORIZED: "Nobody is signed in, or the token opens nothing.",
    HTTPStatus.FORBIDDEN: "Who asks may not do this.",
    HTTPStatus.NOT_FOUND: "What is named is not there, or who asks may not know of it.",
    HTTPStatus.CONFLICT: "It cannot be done as things stand, or somebody changed it after it was seen (`If-Match`).",
    HTTPStatus.GONE: "It has waited too long, or was kept or discarded.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "More was sent than is taken.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is of another type than is taken.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "The request is not as it is described, or what was sent cannot be used.",
    HTTPStatus.TOO_MANY_REQUESTS: "There were too many; come again after the seconds of Retry-After.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong inside.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database cannot be used now; come again after the seconds of Retry-After.",
    HTTPStatus.INSUFFICIENT_STORAGE: "There is no room for what should be saved.",
}
ALWAYS = (HTTPStatus.FORBIDDEN, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.INTERNAL_SERVER_ERROR)
OF_BODIES = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)
AFTER = frozenset({HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS})
RETRY_AFTER = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer", "minimum": 0}}}


def tell_failures(method: str, path: str, operation: Json) -> None:
    """Add every way in which an operation can fail, each in the one form of problems."""
    answers = operation["responses"]
    given = {int(status) for status in answers if status.isdecimal() and int(status) >= HTTPStatus.BAD_REQUEST}
    for status in sorted(given | set(_statuses(method, path, operation))):
        answers[str(status)] = _answer(status)
    operation["responses"] = dict(sorted(answers.items()))


def _answer(status: int) -> Json:
    """Return the description of one way to fail."""
    headers = {"headers": RETRY_AFTER} if status in AFTER else {}
    return {"description": SAID[status], **headers, "content": {MEDIA_TYPE: {"schema": PROBLEM}}}


def _statuses(method: str, path: str, operation: Json) -> Iterator[int]:
    yield from ALWAYS
    if NEEDS.get((method.upper(), path)) is not Need.NOTHING:
        yield HTTPStatus.UNAUTHORIZED
    if "{" in path:
        yield HTTPStatus.NOT_FOUND
    if "parameters" in operation or "requestBody" in operation:
        yield HTTPStatus.UNPROCESSABLE_ENTITY
    if "requestBody" in operation:
        yield from OF_BODIES
    if method != "get":
        yield HTTPStatus.CONFLICT
        yield HTTPStatus.INSUFFICIENT_STORAGE

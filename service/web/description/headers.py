"""Headers of answers that no single route knows of: where what was made is, and the next page."""

from http import HTTPStatus
from typing import Any

from service.web.transfer.locations import MADE, ORDERED, PLACES

Json = dict[str, Any]
LOCATION: Json = {
    "description": "Where what was made, or is being made, is found.",
    "schema": {"type": "string", "format": "uri-reference"},
}
LINK: Json = {
    "description": 'The next page, `<...>; rel="next"`; there is none on the last one.',
    "schema": {"type": "string"},
}


def tell_headers(method: str, path: str, operation: Json) -> None:
    """Add the headers `Location` and `Link` to the answers of an operation that have them."""
    answers = operation["responses"]
    if method == "post" and path in PLACES.keys() | ORDERED.keys():
        for status in MADE:
            if answer := answers.get(str(status.value)):
                answer.setdefault("headers", {})["Location"] = LOCATION
    names = {each["name"] for each in operation.get("parameters", ())}
    if method == "get" and {"limit", "after"} <= names:
        answers[str(HTTPStatus.OK.value)].setdefault("headers", {})["Link"] = LINK

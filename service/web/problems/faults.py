"""Where a request is wrong: JSON pointers into what was sent, rows and columns of files."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError

from nlp.errors import ManyvoicesError
from nlp.messages import Message

MOST = 100
TAGS = ("kind", "say", "do")
"""What says which of several forms a body has."""
HEADERS = frozenset({"Idempotency-Key", "If-Match"})
Fault = Mapping[str, str | int]


def faults_of(request: Request, error: ManyvoicesError) -> list[Fault]:
    """Return what an error says of its place; nothing where it has none."""
    if isinstance(error.place, str) and error.place and not error.source:
        return [{"detail": str(error.problem), "pointer": _pointer((_part(request, error.place), error.place))}]
    if not error.source and not error.place:
        return []
    where = {"file": error.source} if error.source else {}
    return [{"detail": str(error.problem), **where, **_cell(error)}]


def faults_of_invalid(error: RequestValidationError) -> list[Fault]:
    """Return everything in which a request is not as it is described."""
    found = error.errors()[:MOST]
    return [{"detail": said_of(each), "pointer": _pointer(place_of(each, error.body))} for each in found]


def said_of(fault: Mapping[str, Any]) -> str:
    """Return what is wrong, in English, without what was sent."""
    reason = fault.get("ctx", {}).get("error") if fault["type"] == "json_invalid" else None
    return f"{fault['msg']}: {reason}" if reason else str(fault["msg"])


def place_of(fault: Mapping[str, Any], body: object) -> Sequence[str | int]:
    """Return the way to what is wrong; names of the forms that were tried on the way are left out."""
    where, *way = fault["loc"]
    if where != "body" or fault["type"] == "json_invalid":
        return (where, *(way if where != "body" else ()))
    return (where, *_way(way, body, missing=fault["type"] == "missing"))


def _way(way: Sequence[str | int], body: object, *, missing: bool) -> Iterator[str | int]:
    """Yield the parts that stand in a body, and the last one if it is what is missing."""
    here: Any = body
    of_form = ""
    for position, part in enumerate(way):
        last = position == len(way) - 1
        if body is None:
            yield part
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
            yield part
        elif isinstance(here, Mapping) and not last and part != of_form and part in map(here.get, TAGS):
            of_form = str(part)
        elif isinstance(here, Mapping) and part in here:
            here, of_form = here[part], ""
            yield part
        elif missing and last:
            yield part


def _pointer(way: Sequence[str | int]) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in way)


def _part(request: Request, name: str) -> str:
    if name in HEADERS:
        return "header"
    return "query" if name in request.query_params else "body"


def _cell(error: ManyvoicesError) -> Fault:
    """Return sheet, row, line and column as far as an error names them."""
    values = error.place.values if isinstance(error.place, Message) else {}
    texts = {name: str(values[name]) for name in ("sheet",) if name in values}
    numbers = {name: int(str(values[name])) for name in ("row", "line") if str(values.get(name, "")).isdecimal()}
    column = values.get("column") or error.problem.values.get("column")
    return {**texts, **numbers, **({"column": column} if isinstance(column, str) else {})}

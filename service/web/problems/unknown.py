"""What no route has heard of is refused, so that a slip of the pen is not taken for nothing."""

from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from fastapi import Request, params
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.datastructures import FormData

from service.web.numbers import LARGEST

Where = tuple[str | int, ...]


async def only_known(request: Request) -> None:
    """Refuse parameters, and fields of forms, that the route of a request does not have.

    Raises:
        RequestValidationError: there are some.
    """
    route = request.scope.get("route")
    if not isinstance(route, APIRoute):
        return
    faults = list(_unknown("query", request.query_params, _parameters(route)))
    form: FormData | None = getattr(request, "_form", None)
    if form is not None and route.body_field is not None:
        faults += _unknown("body", form, _form_fields(route))
    if faults:
        raise RequestValidationError(faults)


def only_fields(kind: Any) -> Callable[[Request], Awaitable[None]]:  # noqa: ANN401 - a type such as list[Plan]
    """Return the dependency that refuses keys which no field of a dataclass has, and numbers beyond all bounds."""

    async def check(request: Request) -> None:
        try:
            body = await request.json()
        except ValueError:
            return  # said by who reads the body
        if faults := list(_beyond(kind, body, ("body",))):
            raise RequestValidationError(faults, body=body)

    return check


def _parameters(route: APIRoute) -> frozenset[str]:
    given = get_flat_params(route.dependant)
    return frozenset(each.alias for each in given if isinstance(each.field_info, params.Query))


def _form_fields(route: APIRoute) -> frozenset[str]:
    return frozenset(each.alias for each in route.dependant.body_params)


def _unknown(part: str, given: Collection[str], known: Collection[str]) -> Iterator[dict[str, object]]:
    for name in dict.fromkeys(given):
        if name not in known:
            yield unknown_field((part, name), known)


def unknown_field(where: Where, known: Collection[str]) -> dict[str, object]:
    """Return the fault of a name that is not known, with the one that may be meant."""
    near = get_close_matches(str(where[-1]), sorted(known), 1)
    meant = f"; did you mean {near[0]}?" if near else ""
    return {"type": "extra_forbidden", "loc": where, "msg": f"there is no {where[-1]} here{meant}", "input": None}


def _beyond(kind: Any, value: object, where: Where) -> Iterator[dict[str, object]]:  # noqa: ANN401 - a type
    if isinstance(value, int) and not -LARGEST <= value <= LARGEST:
        yield {"type": "less_than_equal", "loc": where, "msg": f"the number is larger than {LARGEST}", "input": None}
    match value:
        case list():
            inner = next((each for each in _forms(kind) if get_origin(each) in (list, tuple)), None)
            for position, each in enumerate(value):
                yield from _beyond(get_args(inner)[0] if inner else object, each, (*where, position))
        case dict():
            yield from _beyond_keys(kind, value, where)


def _beyond_keys(kind: Any, value: Mapping[str, object], where: Where) -> Iterator[dict[str, object]]:  # noqa: ANN401
    form = next((each for each in _forms(kind) if is_dataclass(each)), None)
    mapped = next((each for each in _forms(kind) if get_origin(each) is not None), None)
    hints = get_type_hints(form) if form else {}
    names = {each.name for each in fields(form)} if form else value.keys()
    inner = get_args(mapped)[-1] if mapped and not form else object
    for name, each in value.items():
        if name in names:
            yield from _beyond(hints.get(name, inner), each, (*where, name))
        else:
            yield unknown_field((*where, name), names)


def _forms(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type
    return get_args(kind) if isinstance(kind, UnionType) or get_origin(kind) is Union else (kind,)

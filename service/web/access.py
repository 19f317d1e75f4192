"""The one place where it is decided whether a request may go on: before anything but a programme's id is read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from re import Pattern
from typing import Annotated

from fastapi import Depends, Request
from fastapi.routing import iter_route_contexts
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from service.access.permissions import IN_PROGRAMMES, Access, Need, access_of
from service.access.routes import NEEDS
from service.access.types import STRANGER, Reader
from service.errors import NotFound, ServiceError

SLUG = "slug"


@dataclass(frozen=True, slots=True)
class Address:
    """A route as requests are held against it: which methods it takes, its path, and the template of that."""

    methods: frozenset[str]
    pattern: Pattern[str]
    template: str


def addresses(routes: Sequence[BaseRoute]) -> Iterator[Address]:
    """Yield all routes of an app in the order in which it tries them."""
    for route in iter_route_contexts(routes):
        if route.path_format is not None:
            yield Address(frozenset(route.methods or ()), route.path_regex, route.path_format)


def methods_at(routes: Sequence[BaseRoute], path: str) -> Sequence[str]:
    """Return the methods that an address takes, over all its routes; HEAD wherever it takes GET."""
    taken = {method for each in addresses(routes) if each.pattern.match(path) for method in each.methods}
    return sorted(taken | {"HEAD"} if "GET" in taken else taken)


class Gate:
    """Lets a request go on to its route if who asks has what the route needs.

    Who may not know of a programme gets the answer of one that is not there. An address that stands in no table is
    open only to whoever works on the machine itself. What may be done stands in `request.state.access` from here on.
    """

    def __init__(
        self,
        app: ASGIApp,
        programme_id: Callable[[str], int | None],
        answer: Callable[[Request, ServiceError], Response],
    ) -> None:
        self._app = app
        self._programme_id = programme_id
        self._answer = answer
        self._addresses: tuple[Address, ...] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        reader = state.get("reader", STRANGER)
        try:
            state["access"] = access_of(reader) if reader.sits_here else await self._access(scope, reader)
        except ServiceError as error:
            await self._answer(Request(scope), error)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _access(self, scope: Scope, reader: Reader) -> Access:
        need, values = self._asked(scope)
        access = access_of(reader)
        if need in IN_PROGRAMMES:
            access.check(Need.ACCOUNT)
            slug = values[SLUG]
            access = access_of(reader, await run_in_threadpool(self._programme_id, slug))
            if access.place is None:
                raise NotFound("programme", slug)
        access.check(need)
        return access

    def _asked(self, scope: Scope) -> tuple[Need, Mapping[str, str]]:
        """Return what the route of a request needs, and what stands in its path."""
        self._addresses = self._addresses or tuple(addresses(scope["app"].routes))
        path = scope["path"].rstrip("/") or "/"
        for address in self._addresses:
            found = address.pattern.match(path)
            if found and scope["method"] in address.methods:
                need = NEEDS.get((scope["method"], address.template))
                if need is not None:
                    return need, found.groupdict()
                break
        raise NotFound("address", scope["path"])


def _access(request: Request) -> Access:
    access: Access = request.state.access
    return access


Allowed = Annotated[Access, Depends(_access)]
"""What who asks may do in the programme of the request."""

"""Groups of routes are passed over where none of them can be what was asked for: there are a hundred groups."""

import re
from collections.abc import Sequence

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, Match
from starlette.types import Scope

_NAME = re.compile(r"\(\?P<[^>]+>")


def pass_over(routes: Sequence[BaseRoute]) -> Sequence[BaseRoute]:
    """Let each of these routes, which may be a group of many, be asked only for paths that one of it has."""
    for route in routes:
        within = [each.path_regex for each in iter_route_contexts([route])]
        if len(within) > 1 and all(within):
            _ask_first(route, re.compile("|".join(_NAME.sub("(?:", each.pattern) for each in within if each)))
    return routes


def _ask_first(route: BaseRoute, paths: re.Pattern[str]) -> None:
    matches = route.matches

    def matches_if_it_may(scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and not paths.match(scope["path"].removeprefix(scope.get("root_path", ""))):
            return Match.NONE, {}
        return matches(scope)

    route.matches = matches_if_it_may  # type: ignore[method-assign]

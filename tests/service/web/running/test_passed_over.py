"""Groups of routes that are passed over: what has a route is found, and what cannot be there is not looked for."""

import re

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import Match

from service.web.app import routes
from service.web.running.passed_over import pass_over


def asked_for(path, method="GET"):
    return {"type": "http", "path": path, "method": method, "headers": [], "root_path": ""}


def test_every_address_is_found():
    """Each template, filled in, matches one of the routes with each of its methods; what has none matches none."""
    every = routes()
    for each in iter_route_contexts(every):
        path = re.sub(r"\{[^}]+\}", "1", each.path_format or "/")
        for method in each.methods or ():
            assert any(route.matches(asked_for(path, method))[0] is Match.FULL for route in every), (method, path)
    assert {route.matches(asked_for("/nothing/of/this"))[0] for route in every} == {Match.NONE}


def test_only_a_group_that_may_have_it_is_asked(monkeypatch):
    """Also names that two routes of a group share are no hindrance."""
    group, asked = APIRouter(), []
    for path in ("/a/{name}", "/b/{name}"):
        group.add_api_route(path, lambda name: name)
    app = FastAPI()
    app.include_router(group)
    (included,) = [route for route in app.routes if len([*iter_route_contexts([route])]) == 2]
    before = included.matches
    included.matches = lambda scope: asked.append(scope["path"]) or before(scope)
    pass_over([included])
    found = [included.matches(asked_for(path))[0] for path in ("/a/1", "/b/ক", "/c/1", "/a/1/2")]
    assert found == [Match.FULL, Match.FULL, Match.NONE, Match.NONE]
    assert asked == ["/a/1", "/b/ক"]

"""The addresses of the pages."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request

from service.web.context import Desk, speak
from service.web.routes import edits, names, observers, over_time, static, tally
from service.web.routes import files as changing
from service.web.routes import views as reading
from service.workspace import Workspace


def router(workspace: Callable[..., Workspace]) -> APIRouter:
    """Return the routes of all pages.

    Args:
        workspace: the dependency that gives the workspace of a request.
    """

    def set_desk(request: Request, given: Annotated[Workspace, Depends(workspace)]) -> None:
        request.state.desk = Desk(request, given, speak(request))

    routes = APIRouter(include_in_schema=False)
    routes.include_router(static.routes)
    routes.include_router(reading.routes, dependencies=[Depends(set_desk)])
    routes.include_router(changing.routes, dependencies=[Depends(set_desk)])
    routes.include_router(tally.routes, dependencies=[Depends(set_desk)])
    routes.include_router(edits.routes, dependencies=[Depends(set_desk)])
    routes.include_router(names.routes, dependencies=[Depends(set_desk)])
    routes.include_router(observers.routes, dependencies=[Depends(set_desk)])
    routes.include_router(over_time.routes, dependencies=[Depends(set_desk)])
    return routes

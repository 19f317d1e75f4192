"""What every route of the API is given, how it answers, and how it can fail."""

from typing import Annotated, Any

from fastapi import Depends, Path, Request
from fastapi.responses import JSONResponse

from service.serialisation import public_json
from service.web.api import models
from service.workspace import Workspace

Answers = dict[int | str, dict[str, Any]]
Slug = Annotated[str, Path(description="The programme's name in addresses.", examples=["both-banks"])]
SessionSlug = Annotated[str, Path(description="The session's name in addresses.", examples=["session-2026-03-review"])]


def problems(*statuses: int) -> Answers:
    """Return the description of the answers that fail with these statuses."""
    return {status: {"model": models.Problem} for status in (403, *statuses)}


def answer(result: object) -> JSONResponse:
    """Return a result as the API gives it; the route describes it by its type, and more may stand beside the fields."""
    return JSONResponse(public_json(result))


def _workspace(request: Request) -> Workspace:
    workspace: Workspace = request.state.workspace
    return workspace


Work = Annotated[Workspace, Depends(_workspace)]

"""The web service whose work is done before each request, as if its workers were that fast."""

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from service.settings import Settings
from service.web.app import create_app as create
from service.workspace import Workspace


def create_app(settings: Settings, workspace: Workspace | None = None) -> FastAPI:
    """Return the service; nothing ever waits to be worked out."""
    work = workspace or Workspace.open(settings)
    app = create(settings, work.for_readers())
    app.add_middleware(DoesItsWork, workspace=work)
    return app


class DoesItsWork:
    """Does all work that waits, then lets a request through."""

    def __init__(self, app: ASGIApp, workspace: Workspace) -> None:
        self._app = app
        self._workspace = workspace

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Work, then answer."""
        if scope["type"] == "http":
            self._workspace.jobs.do_all()
        await self._app(scope, receive, send)

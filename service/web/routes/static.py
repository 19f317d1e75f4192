"""The style sheet, the scripts and the example files."""

from fastapi import APIRouter
from fastapi.responses import FileResponse, PlainTextResponse, Response

from service.presentation.template import FILES, TYPES

A_DAY = 24 * 3600
WORKER = "tally-worker.js"
WORKER_SCOPE = "/programmes/"

routes = APIRouter()


@routes.get("/static/{name}")
def static(name: str) -> Response:
    """Return one file of `static`, and no others."""
    if name not in FILES:
        return PlainTextResponse("not here", 404)
    headers = {"cache-control": f"public, max-age={A_DAY}"}
    if name == WORKER:
        headers["service-worker-allowed"] = WORKER_SCOPE
    return FileResponse(FILES[name], media_type=TYPES[FILES[name].suffix], headers=headers)

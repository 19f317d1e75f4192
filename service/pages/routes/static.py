"""The style sheet, the scripts and the example files."""

from fastapi import APIRouter
from fastapi.responses import FileResponse, PlainTextResponse, Response

from service.pages.template import STATIC

A_DAY = 24 * 3600
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}

WORKER = "tally-worker.js"
WORKER_SCOPE = "/programmes/"

FILES = {path.name: path for path in STATIC.iterdir() if path.suffix in TYPES}

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

"""Makes the description of the whole API from its routes."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from service.web.description.failures import tell_failures
from service.web.description.headers import tell_headers

Json = dict[str, Any]


def describe(app: FastAPI) -> Json:
    """Return the OpenAPI description of an app, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = _made(app)
    return app.openapi_schema


def _made(app: FastAPI) -> Json:
    made: Json = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        webhooks=app.webhooks.routes,
        tags=app.openapi_tags,
    )
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            tell_failures(method, path, operation)
            tell_headers(method, path, operation)
    for unused in ("HTTPValidationError", "ValidationError"):
        made["components"]["schemas"].pop(unused, None)
    return made

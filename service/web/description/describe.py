"""Makes the description of the whole API from its routes."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from service.web.description.failures import tell_failures
from service.web.description.given import tell_given
from service.web.description.headers import tell_headers
from service.web.description.names import rename
from service.web.description.security import tell_tokens
from service.web.description.tags import tags
from service.web.description.uploads import tell_bytes, tell_download
from service.web.description.values import tell_values

Json = dict[str, Any]
OF_FASTAPI = ("HTTPValidationError", "ValidationError")


def operation_id(route: APIRoute) -> str:
    """Return what clients call an operation: the name of the function that answers it."""
    return route.name


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
        tags=tags(),
    )
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            tell_failures(method, path, operation)
            tell_headers(method, path, operation)
            tell_download(operation)
    schemas = made["components"]["schemas"]
    for unused in OF_FASTAPI:
        schemas.pop(unused, None)
    tell_bytes(made["paths"])
    tell_bytes(schemas)
    tell_values(schemas)
    tell_given(made)
    tell_tokens(made)
    return rename(made)

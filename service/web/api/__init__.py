"""The same as the pages, as JSON, under `/api/v1`."""

from service.web.api.routes import router

__all__ = ["router"]

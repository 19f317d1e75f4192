"""The same as the pages, as JSON, under `/api/v1`."""

from service.web.api.routes import add_to

__all__ = ["add_to"]

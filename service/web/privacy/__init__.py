"""Pages and addresses of the API about consent, keeping and deleting."""

from service.web.privacy.pages import routes

__all__ = ["routes"]

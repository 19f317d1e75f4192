"""The pages that a facilitator sees: `service.web.router` serves them."""

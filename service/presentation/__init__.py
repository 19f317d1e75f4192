"""The pages that a facilitator sees: `router.router` serves them, `service.web.app` includes it."""

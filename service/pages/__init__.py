"""The pages that a facilitator sees: `router.router` serves them, `service.app` includes it."""

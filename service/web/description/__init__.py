"""The OpenAPI description of the API: what FastAPI makes of the routes, and what only all of them together tell."""

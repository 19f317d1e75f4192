"""Pages and API of reviews."""

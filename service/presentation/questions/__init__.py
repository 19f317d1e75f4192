"""Questions for the room as pages and the report list them."""

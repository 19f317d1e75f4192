"""Actions: their pages, the calendar that fetches them, and the API."""

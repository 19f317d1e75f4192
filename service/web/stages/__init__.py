"""Where a partnership stands: its page and the API."""

"""Which address leads to which page."""

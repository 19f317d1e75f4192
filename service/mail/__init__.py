"""Mail by the server that the settings name: plain text to one person at a time."""

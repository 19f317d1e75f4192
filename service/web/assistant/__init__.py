"""The assistant: its page, and the same in the API."""

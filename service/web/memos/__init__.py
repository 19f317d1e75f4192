"""Memos: the pages, and the same in the API."""

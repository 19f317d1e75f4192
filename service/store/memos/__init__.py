"""Memos and their answers as rows."""

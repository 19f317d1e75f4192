"""Watching what is worked out."""

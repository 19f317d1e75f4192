"""Rubrics as pages and over the API: written by teams, changed, kept as versions."""

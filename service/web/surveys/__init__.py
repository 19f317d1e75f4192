"""Surveys on pages, on phones and in the API."""

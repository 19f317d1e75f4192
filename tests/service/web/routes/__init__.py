"""Tests of history on pages and in the API."""

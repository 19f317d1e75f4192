"""Codes of links for those present are not found by trying."""

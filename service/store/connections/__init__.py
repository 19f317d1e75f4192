"""Connections to the database, and whose turn it is to write."""

"""Signing in: who asks, the pages of accounts, and the people of programmes and of the installation."""

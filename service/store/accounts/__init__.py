"""Accounts, how they are signed in, links and tokens that stand for them, and their places in programmes."""

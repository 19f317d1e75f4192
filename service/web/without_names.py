"""Where people answer and write without their names: nobody asks who they are, and no log tells when they wrote."""

WITHOUT_NAMES = ("/f/", "/r/", "/g/", "/c/")
"""Beginnings of paths: forms, rooms, what is given back, and channels."""

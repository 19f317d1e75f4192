"""Where people answer and write without their names: nobody asks who they are, and no log tells when they wrote."""

WITHOUT_NAMES = ("/f/", "/r/", "/g/", "/c/", "/n/", "/q/", "/v/", "/t/", "/w/", "/a/")
"""Beginnings of paths: forms, rooms, what is given back, channels, notes on phones, surveys, ratings, tables of World
Cafés, descriptors and calendars."""

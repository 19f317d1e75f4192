"""Answers to small surveys: how often each was given, on scales that are told from the answers."""

"""Surveys, what was answered, and what came of what was asked: nothing that tells who, when or from where."""

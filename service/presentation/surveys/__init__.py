"""Surveys and their answers in a reader's language."""

"""Classifiers of one text, over thousands of texts at once."""

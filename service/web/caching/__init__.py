"""Answers that are kept while nothing that they are made from has changed."""

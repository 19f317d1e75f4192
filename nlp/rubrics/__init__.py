"""Rubrics: what teams wrote under the same element, compared."""

from nlp.rubrics.compare import compare_rubrics

__all__ = ["compare_rubrics"]

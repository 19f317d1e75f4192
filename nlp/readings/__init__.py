"""Readings: the different things that people mean by the same element, and who means them."""

from nlp.readings.interpretation import interpret

__all__ = ["interpret"]

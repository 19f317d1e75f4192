"""Readings without their notes, which are given page by page elsewhere."""

from dataclasses import replace

from nlp.readings.types import ElementReadings, Interpretation


def without_notes(found: Interpretation) -> Interpretation:
    """Return readings without the notes in them."""
    return replace(found, elements=tuple(map(element_without_notes, found.elements)))


def element_without_notes(found: ElementReadings) -> ElementReadings:
    """Return the readings of an element without the notes in them; how many there are stays."""
    readings = tuple(replace(reading, units=()) for reading in found.readings)
    return replace(found, readings=readings, alone=())

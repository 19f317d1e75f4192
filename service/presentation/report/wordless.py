"""Readings without the words of their notes: what people named keeps its name, all others are numbered.

Everything that is said of readings is made from these, so no word of a note can come back by another way.
"""

from collections.abc import Mapping
from dataclasses import replace

from nlp.readings.drift import Drift, ElementDrift, ReadingDrift
from nlp.readings.types import ElementReadings, Interpretation, Member, Reading
from service.presentation.i18n import Language

Labels = Mapping[str, str]
"""Id of a reading -> what it is called."""


def wordless(readings: Interpretation, drift: Drift, language: Language) -> tuple[Interpretation, Drift]:
    """Return what was found without any word of a note.

    Args:
        readings: of all elements.
        drift: of the same readings.
        language: in which readings are numbered.
    """
    called = {
        reading.id: str(language.gettext("Reading {n}", n=at))
        for element in readings.elements
        for at, reading in enumerate(element.readings, 1)
    }
    elements = tuple(_element(each, called, language.code) for each in readings.elements)
    followed = tuple(_followed(each, called, language) for each in drift.elements)
    return replace(readings, elements=elements, edits=()), replace(drift, elements=followed)


def _element(element: ElementReadings, called: Labels, code: str) -> ElementReadings:
    return replace(
        element,
        readings=tuple(_reading(each, called[each.id], code) for each in element.readings),
        alone=tuple(replace(unit, text="", source="") for unit in element.alone),
        distinctive={},
        heaps=(),
    )


def _reading(reading: Reading, called: str, code: str) -> Reading:
    return replace(
        reading,
        labels={} if reading.given else {code: called},
        gloss={},
        words=(),
        example="",
        proposals=(),
        quotes=(),
        units=tuple(_without_words(unit) for unit in reading.units),
    )


def _without_words(unit: Member) -> Member:
    return replace(unit, text="", source="")


def _followed(element: ElementDrift, called: Labels, language: Language) -> ElementDrift:
    return replace(element, readings=tuple(_followed_reading(each, called, language) for each in element.readings))


def _followed_reading(reading: ReadingDrift, called: Labels, language: Language) -> ReadingDrift:
    label = called.get(reading.id) or str(language.gettext("one reading"))
    return replace(reading, labels={} if reading.given else {language.code: label}, gloss={}, example="")

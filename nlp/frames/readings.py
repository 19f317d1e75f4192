"""Readings as tables: notes, elements, readings, who holds them, and what became of them from review to review."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from nlp.consent import may_be_quoted
from nlp.documents.types import Unit
from nlp.frames.columns import (
    ATTRIBUTE,
    ELEMENT,
    GROUP,
    HIGH,
    LANGUAGE,
    LINE,
    LOW,
    NAMED_BY,
    NOTES,
    P_VALUE,
    PART,
    POINTS,
    READING,
    READING_NAME,
    REVIEW,
    SOURCE,
    SURE_NOTES,
    TEAM,
    TEXT,
    VERDICT,
)
from nlp.frames.table import Column, Kind, Row, Table, joined
from nlp.messages import msgid
from nlp.readings.types import ElementReadings, Member, Reading

if TYPE_CHECKING:
    from nlp.readings.drift import Drift, ReadingDrift

PERSON, MACHINE, UNTOLD = "person", "machine", ""

KNOWN = {
    "team": TEAM,
    "organisation": Column("organisation", Kind.TEXT, msgid("The organisation.")),
    "review": REVIEW,
    "participant": Column(
        "participant", Kind.TEXT, msgid("Who wrote it: a number, or the name where names were asked for.")
    ),
    "date": Column(
        "date", Kind.DATE, msgid("When it was written; as it stands in the file where it is no certain date.")
    ),
}
"""Attributes of notes that every table of notes has."""

STATUS = msgid("Who holds the reading, by this attribute: shared, contested, one group, or too few to say.")
GIVEN = msgid("An attribute of the note, as the file or the roster has it.")

ID = Column("id", Kind.TEXT, msgid("The same for the same note of the same file."))
PLACED_BY = Column(
    "placed_by",
    Kind.TEXT,
    msgid("Who put the note where it is: person or machine; by machine are all of which nobody said anything."),
)
SURE = Column(
    "sure", Kind.TRUTH, msgid("Whether the machine is sure that the note says what most of its reading says.")
)
TYPICALITY = Column(
    "typicality", Kind.NUMBER, msgid("How near the note is to the middle of its reading (cosine)."), POINTS
)
WORDS = Column("words", Kind.TEXT, msgid("Its strongest words."))
EXAMPLE = Column("example", Kind.TEXT, msgid("The note that stands for a reading that no clause names."))
STABILITY = Column(
    "stability",
    Kind.NUMBER,
    msgid("How alike the reading comes out of resamples of the notes; empty where a person moved notes."),
    PART,
)
COUNT = Column("count", Kind.WHOLE, msgid("How many of the notes are in the reading."))
OF = Column("of", Kind.WHOLE, msgid("Of how many notes on the element."))
HELD_SHARE = Column("share", Kind.NUMBER, msgid("Count divided by of."), PART)
BESIDE = Column(
    "beside_others", Kind.NUMBER, msgid("The group's share less that of all other groups together."), POINTS
)
READINGS = Column("readings", Kind.WHOLE, msgid("How many readings there are."))
ALONE = Column("alone", Kind.WHOLE, msgid("How many notes fit no reading."))
NAMELESS = Column("nameless", Kind.WHOLE, msgid("How many notes have no author; each counts as somebody's own."))
TRUST = Column(
    "trust", Kind.TEXT, msgid("How far the readings of the element can be relied on: lowest, middle or highest.")
)
BY_LANGUAGE = Column(
    "language_v_measure", Kind.NUMBER, msgid("How much of the readings is explained by the language alone."), PART
)
WITHHELD = Column(
    "withheld",
    Kind.TEXT,
    msgid("What is not compared, because something about too few people could be worked out."),
)
CHANGE = Column(
    "change",
    Kind.TEXT,
    msgid("What became of it since the review before: new, back, gone, grown, faded, kept, not heard, too few to say."),
)

ELEMENTS = Table(
    "elements",
    "element",
    msgid("One row an element on which there are notes."),
    (ELEMENT, NOTES, READINGS, ALONE, NAMELESS, TRUST, BY_LANGUAGE, WITHHELD),
)
HOLDERS = Table(
    "holders",
    "holder",
    msgid("One row for how much of one group's notes a reading has."),
    (
        ELEMENT,
        READING,
        READING_NAME,
        ATTRIBUTE,
        GROUP,
        COUNT,
        OF,
        HELD_SHARE,
        LOW,
        HIGH,
        BESIDE,
        Column("status", Kind.TEXT, STATUS),
        VERDICT,
        P_VALUE,
    ),
)
REVIEWS = Table(
    "reviews",
    "reading_review",
    msgid("One row a reading and review: how many of the review's notes it has, and what changed."),
    (ELEMENT, READING, READING_NAME, REVIEW, COUNT, OF, HELD_SHARE, LOW, HIGH, CHANGE, P_VALUE),
)


def readings_tables(
    elements: Sequence[ElementReadings], by: Sequence[str], listed: Sequence[str] | None = None
) -> list[Table]:
    """Return notes, readings, holders and elements.

    Args:
        elements: with their readings.
        by: the attributes that were compared.
        listed: the attributes of notes that stand in the table; None gives all that a note has.
    """
    return [
        notes_table(elements, listed),
        readings_table(elements, by),
        HOLDERS.with_rows(
            row for element in elements for each in element.readings for row in _holders(element.element, each)
        ),
        ELEMENTS.with_rows(map(_element, elements)),
    ]


def reading_tables(reading: Reading) -> list[Table]:
    """Return the notes of one reading, and who holds it."""
    attributes = attributes_to_list(reading.units, None)
    columns = (ID, SURE, TYPICALITY, LANGUAGE, SOURCE, LINE, *attribute_columns(attributes), TEXT)
    rows = tuple(
        (
            *(unit.id, unit.sure, unit.typicality, unit.language, unit.source, unit.line or None),
            *(unit.attributes.get(name, "") for name in attributes),
            words_of(unit),
        )
        for unit in reading.units
    )
    element = next((unit.element or "" for unit in reading.units), "")
    return [
        Table("notes", "note", msgid("One row a note."), columns, rows),
        HOLDERS.with_rows(_holders(element, reading)),
    ]


def notes_table(elements: Sequence[ElementReadings], listed: Sequence[str] | None = None) -> Table:
    """Return all notes of some elements, those of readings first; arguments as of `readings_tables`."""
    every = chain.from_iterable((*(each.units for each in element.readings), element.alone) for element in elements)
    attributes = attributes_to_list(list(chain.from_iterable(every)), listed)
    columns = [ID, ELEMENT, READING, READING_NAME, NAMED_BY, PLACED_BY, SURE, TYPICALITY, LANGUAGE, SOURCE, LINE, TEXT]
    return Table(
        "notes",
        "note",
        msgid("One row a note, with the reading that it is in."),
        (*columns[:-1], *attribute_columns(attributes), columns[-1]),
        tuple(row for element in elements for row in _notes(element, attributes)),
    )


def attributes_to_list(units: Sequence[Unit], listed: Sequence[str] | None) -> tuple[str, ...]:
    """Return the attributes that get a column: those listed, else all; a column of that name wins over an attribute."""
    if listed is not None:
        return tuple(listed)
    own = {ID.name, ELEMENT.name, READING.name, READING_NAME.name, NAMED_BY.name, PLACED_BY.name, SURE.name}
    taken = own | {TYPICALITY.name, LANGUAGE.name, SOURCE.name, LINE.name, TEXT.name, "start", "end"}
    there = {name for unit in units for name, value in unit.attributes.items() if value}
    return (*(name for name in KNOWN if name in there), *sorted(there - KNOWN.keys() - taken))


def attribute_columns(names: Sequence[str]) -> list[Column]:
    """Return the columns of attributes of notes."""
    return [KNOWN.get(name) or Column(name, Kind.TEXT, GIVEN) for name in names]


def words_of(unit: Unit) -> str:
    """Return the words of a note, "" where its author agreed to be counted only."""
    return unit.text if may_be_quoted(unit) else ""


def readings_table(elements: Sequence[ElementReadings], by: Sequence[str]) -> Table:
    """Return the readings of some elements, with who holds them by each attribute that was compared."""
    status = (Column(f"status_{attribute}", Kind.TEXT, STATUS) for attribute in by)
    return Table(
        "readings",
        "reading",
        msgid("One row a reading."),
        (ELEMENT, READING, READING_NAME, NAMED_BY, NOTES, SURE_NOTES, STABILITY, WORDS, EXAMPLE, *status),
        tuple(_reading(element, each, by) for element in elements for each in element.readings),
    )


def drift_table(drift: "Drift") -> Table:
    """Return what became of every reading from review to review."""
    return REVIEWS.with_rows(
        row for element in drift.elements for each in element.readings for row in _reviews(element.element, each)
    )


def name_of(reading: "Reading | ReadingDrift") -> str:
    """Return what a reading is called: the name that a person gave it, else what its notes call it."""
    return reading.given or reading.label


def _notes(element: ElementReadings, attributes: Sequence[str]) -> Iterator[Row]:
    by_hand = frozenset(element.placed_by_hand)
    others = UNTOLD if any(map(_is_labelled, element.readings)) else MACHINE
    for reading in element.readings:
        own = (reading.id, name_of(reading), _named_by(reading))
        for unit in reading.units:
            yield _note(element.element, unit, own, attributes, PERSON if unit.id in by_hand else others)
    for other in element.alone:
        yield _note(element.element, other, ("", "", ""), attributes, PERSON if other.id in by_hand else others)


def _is_labelled(reading: Reading) -> bool:
    """Whether labels that were handed in made it: nothing was measured, and nobody knows who stands behind them."""
    return reading.stability is None


def _named_by(reading: Reading) -> str:
    if reading.given:
        return UNTOLD if _is_labelled(reading) else PERSON
    return MACHINE


def _note(element: str, unit: Unit, reading: tuple[str, str, str], attributes: Sequence[str], placed_by: str) -> Row:
    placed = (unit.sure, unit.typicality) if isinstance(unit, Member) else (False, None)
    own = (unit.attributes.get(name, "") for name in attributes)
    where = (unit.language, unit.source, unit.line or None)
    return (unit.id, element, *reading, placed_by, *placed, *where, *own, words_of(unit))


def _reading(element: ElementReadings, reading: Reading, by: Sequence[str]) -> Row:
    return (
        element.element,
        reading.id,
        name_of(reading),
        _named_by(reading),
        len(reading.units),
        reading.sure,
        reading.stability if reading.stability_measured else None,
        joined(word.text for word in reading.words),
        reading.example,
        *(str(reading.status.get(attribute, "")) for attribute in by),
    )


def _holders(element: str, reading: Reading) -> Iterator[Row]:
    for attribute, groups in reading.held_by.items():
        test = reading.difference[attribute]
        said = (str(reading.status[attribute]), str(test.verdict), test.p_value)
        for group, held in groups.items():
            beside = reading.beside_others.get(attribute, {}).get(group)
            yield (
                element,
                reading.id,
                name_of(reading),
                attribute,
                group,
                held.count,
                held.of,
                held.share,
                held.low,
                held.high,
                beside.difference if beside else None,
                *said,
            )


def _element(element: ElementReadings) -> Row:
    return (
        element.element,
        element.notes,
        len(element.readings),
        len(element.alone),
        element.nameless,
        str(element.trust or ""),
        element.language_v_measure,
        joined(element.withheld),
    )


def _reviews(element: str, reading: "ReadingDrift") -> Iterator[Row]:
    steps: Mapping[str, tuple[str, float | None]] = {
        step.after: (str(step.verdict), step.p_value) for step in reading.steps
    }
    for review, held in reading.held.items():
        own = (held.count, held.of, held.share, held.low, held.high)
        yield (element, reading.id, name_of(reading), review, *own, *steps.get(review, ("", None)))

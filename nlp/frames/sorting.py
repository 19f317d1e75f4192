"""What was sorted, as a table: every note with the reading that it was placed in, or is most likely of."""

from collections.abc import Iterator, Sequence

from nlp.documents.types import Unit
from nlp.frames.columns import ELEMENT, LANGUAGE, LINE, PART, SOURCE, TEXT
from nlp.frames.readings import ID, MACHINE, PERSON, attribute_columns, attributes_to_list, words_of
from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import msgid
from nlp.sorting.types import SortedElement, Sorting

PLACED = Column(
    "placed_in", Kind.TEXT, msgid("The name of the reading that the note is in; empty where nobody is sure.")
)
PLACED_BY = Column(
    "placed_by",
    Kind.TEXT,
    msgid("Who placed it: person or machine; also where a person put it aside, because it fits none."),
)
LIKELY = Column("most_likely", Kind.TEXT, msgid("The reading that it most likely belongs to."))
CONFIDENCE = Column("confidence", Kind.NUMBER, msgid("How probable it is that a person would place it there."), PART)
ASIDE = Column("fits_none", Kind.TRUTH, msgid("Whether a person put it aside, because it fits none."))


def sorting_tables(found: Sorting) -> list[Table]:
    """Return all notes of a sorting."""
    every = [unit for element in found.elements for unit in (*element.placed, *element.unsure, *element.fits_none)]
    attributes = attributes_to_list(every, None)
    columns = [ID, ELEMENT, PLACED, PLACED_BY, LIKELY, CONFIDENCE, ASIDE, LANGUAGE, SOURCE, LINE]
    rows = tuple(row for element in found.elements for row in _rows(element, attributes))
    about = msgid("One row a note.")
    return [Table("notes", "note", about, (*columns, *attribute_columns(attributes), TEXT), rows)]


def _rows(element: SortedElement, attributes: Sequence[str]) -> Iterator[Row]:
    for note in element.placed:
        placed = (note.reading, PERSON if note.by_hand else MACHINE, note.reading, note.confidence, False)
        yield _row(element.element, note, placed, attributes)
    for other in element.unsure:
        best = other.best[0] if other.best else None
        likely = (best.reading, best.confidence) if best else ("", None)
        yield _row(element.element, other, ("", "", *likely, False), attributes)
    for aside in element.fits_none:
        yield _row(element.element, aside, ("", PERSON, "", None, True), attributes)


def _row(element: str, unit: Unit, placed: Row, attributes: Sequence[str]) -> Row:
    own = (unit.attributes.get(name, "") for name in attributes)
    return (unit.id, element, *placed, unit.language, unit.source, unit.line or None, *own, words_of(unit))

"""What `sort_notes()` gives back: what a person placed, what the machine placed, and what it leaves to be placed."""

from dataclasses import dataclass

from nlp.documents.types import Unit
from nlp.frozen import Immutable
from nlp.results.plotted import Plotted


@dataclass(frozen=True, slots=True)
class Likely:
    """A reading that a note may belong to.

    Attributes:
        reading: its name.
        confidence: how probable it is that a person would place the note there, 0 to 1; it means the same for every
            element (`nlp.sorting.calibration`).
    """

    reading: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PlacedNote(Unit):
    """A note in a reading.

    Attributes:
        reading: its name.
        confidence: as that of `Likely`; 1 where a person placed it.
        by_hand: whether a person placed it; else the machine did, because it is sure.
    """

    reading: str = ""
    confidence: float = 1.0
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class UnsureNote(Unit):
    """A note that the machine does not place.

    Attributes:
        best: the readings that it most likely belongs to, likeliest first; () where nothing is placed yet.
    """

    best: tuple[Likely, ...] = ()


@dataclass(frozen=True, slots=True)
class SortedElement(Immutable):
    """The notes of one element: each stands in `placed`, `unsure` or `fits_none`, and nowhere else.

    Attributes:
        element: its name, or "" if the notes name none.
        readings: their names, in alphabetical order.
        placed: by a person and by the machine, by reading; in each those of the person first, then the surest.
        unsure: what is left, the note that teaches most if a person places it first.
        fits_none: what a person put aside.
        heaps: texts of the notes left (those of `unsure`) that surely belong together, largest heap first.
        heap_ids: the ids of the notes of each heap.
    """

    element: str
    readings: tuple[str, ...]
    placed: tuple[PlacedNote, ...]
    unsure: tuple[UnsureNote, ...]
    fits_none: tuple[Unit, ...]
    heaps: tuple[tuple[str, ...], ...]
    heap_ids: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Sorting(Plotted):
    """The notes of all elements, sorted as far as is sure; elements in alphabetical order."""

    model: str
    elements: tuple[SortedElement, ...]

"""Where each note of an element is: as the tree has it, or as somebody's labels say."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.readings.brought import Label
from nlp.readings.build_readings import Head, reading_id
from nlp.readings.clustering.partition import ALONE
from nlp.readings.lay_out import NotesLaidOut
from nlp.statistics.verdicts import Trust


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the n notes of an element.

    Attributes:
        numbers: (n,) place in `heads` of each note's reading, `ALONE` for notes that fit nowhere.
        also: (n, readings) whether a note speaks for a second reading as well.
        sure: (n,) whether the machine is sure of its place.
        heads: of the readings, largest first.
        trust: how far they can be trusted; None where nobody can say.
        most: the most readings that can be asked for.
    """

    numbers: NDArray[np.int64]
    also: NDArray[np.bool_]
    sure: NDArray[np.bool_]
    heads: tuple[Head, ...]
    trust: Trust | None = None
    most: int = 0


def as_found(element: str, laid_out: NotesLaidOut, readings: int = 0) -> Places:
    """Return the layout that separates best, or the one with so many readings."""
    found = laid_out.with_readings(readings) if readings else laid_out.chosen()
    rows = laid_out.wordings.rows
    heads = tuple(
        Head(reading_id(element, number), float(each)) for number, each in enumerate(found.stability, start=1)
    )
    return Places(found.labels[rows], found.also[rows], found.sure[rows], heads, found.trust, laid_out.most)


def as_labelled(element: str, labels: Sequence[Label | None]) -> Places:
    """Return the layout that labels give, largest reading first, ties in the order of the notes.

    A text is the name of its reading. A number ends the id of its reading, so that it can be found again. No resample
    was asked for these notes, so stability, trust and sure notes are not known.

    Args:
        element: its name.
        labels: of its notes in canonical order, None for a note that stands alone.
    """
    sizes = Counter(each for each in labels if each is not None)
    ranked = [label for label, _ in sizes.most_common()]
    place = {label: number for number, label in enumerate(ranked)}
    numbers = np.array([ALONE if each is None else place[each] for each in labels], dtype=np.int64)
    heads = tuple(
        Head(reading_id(element, last), None, stability_measured=False, given=label if isinstance(label, str) else "")
        for label, last in zip(ranked, _last_parts(ranked), strict=True)
    )
    nowhere = np.zeros((len(labels), len(heads)), dtype=np.bool_)
    return Places(numbers, nowhere, np.zeros(len(labels), dtype=np.bool_), heads)


def _last_parts(labels: Sequence[Label]) -> Iterable[int]:
    """Return what ends the id of each reading: its number, or the first that is free for one with a name."""
    taken = {label for label in labels if isinstance(label, int)}
    free = iter([number for number in range(1, 2 * len(labels) + 1) if number not in taken])
    return [label if isinstance(label, int) else next(free) for label in labels]

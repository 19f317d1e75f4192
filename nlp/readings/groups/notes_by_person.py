"""Who wrote how many notes in which reading: the table from which shares, intervals and tests are made."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.holders import attribute_of, speaker_of
from nlp.statistics.proportions import Voices


@dataclass(frozen=True, slots=True)
class NotesByPerson:
    """The notes of one element that have an attribute; somebody in two of its groups counts once in each.

    Attributes:
        groups: their names.
        people: (n,) who wrote, as `holders.speaker_of` has it.
        owner: (n,) place in `groups` of the group for which they wrote.
        counts: (n, readings + 1) their notes in each reading; in the last column those that stand alone.
    """

    groups: tuple[str, ...]
    people: tuple[str, ...]
    owner: NDArray[np.int64]
    counts: NDArray[np.float64]

    @property
    def readings(self) -> int:
        """How many there are."""
        return int(self.counts.shape[1]) - 1

    def voices(self) -> list[dict[str, Voices]]:
        """Return for each reading group -> the sums over its people."""
        inside, size = self.counts[:, :-1], self.counts.sum(axis=1, keepdims=True)
        of_group = self._sums(np.hstack([np.ones_like(size), size, size**2])).tolist()
        columns = (self._sums(each).T.tolist() for each in (inside, inside * size, inside**2))
        return [
            {
                name: Voices(people, of, count, n_squared, n_times_x, x_squared)
                for name, (people, of, n_squared), count, n_times_x, x_squared in zip(
                    self.groups, of_group, *of_reading, strict=True
                )
            }
            for of_reading in zip(*columns, strict=True)
        ]

    def _sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (groups, columns) sums over the people of each group."""
        order = np.argsort(self.owner, kind="stable")
        there, first = np.unique(self.owner[order], return_index=True)
        sums = np.zeros((len(self.groups), values.shape[1]))
        if len(there):
            sums[there] = np.add.reduceat(values[order], first, axis=0)
        return sums


def count_notes(
    units: Sequence[Unit],
    labels: NDArray[np.int64],
    attribute: str,
    readings: int,
    groups: Sequence[str] = (),
) -> NotesByPerson:
    """Count the notes of every person of every group in every reading.

    Args:
        units: the n notes of one element; those without the attribute are left out.
        labels: (n,) reading numbers from 0, -1 for notes that stand alone.
        attribute: of the groups.
        readings: how many there are.
        groups: names of those to count, in this order; all, in order of first appearance, if there are none.
    """
    place = {group: number for number, group in enumerate(groups)}
    rows: dict[tuple[int, str], int] = {}
    cells = []
    for label, unit in zip(labels.tolist(), units, strict=True):
        group = attribute_of(unit, attribute)
        if group and (not groups or group in place):
            key = place.setdefault(group, len(place)), speaker_of(unit)
            cells.append(rows.setdefault(key, len(rows)) * (readings + 1) + label % (readings + 1))
    counts = np.bincount(np.array(cells, dtype=np.int64), minlength=len(rows) * (readings + 1))
    return NotesByPerson(
        groups=tuple(place),
        people=tuple(speaker for _, speaker in rows),
        owner=np.array([group for group, _ in rows], dtype=np.int64),
        counts=counts.reshape(-1, readings + 1).astype(np.float64),
    )

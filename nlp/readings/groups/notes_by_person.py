"""Who wrote how many notes in which reading: the table from which shares, intervals and tests are made."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.holders import attribute_of, speaker_of
from nlp.statistics.label_permutation import tally
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
        if not self.groups:
            return [{} for _ in range(self.readings)]
        size = self.counts.sum(axis=1, keepdims=True)
        inside = self.counts[:, :-1]
        ones = np.ones_like(inside)
        columns = (ones, size * ones, inside, size**2 * ones, size * inside, inside**2)
        sums = np.stack([self._sums(each) for each in columns], axis=2)
        return [
            {name: Voices(*own) for name, own in zip(self.groups, of_reading, strict=True)}
            for of_reading in sums.swapaxes(0, 1).tolist()
        ]

    def _sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (groups, columns) sums over the people of each group."""
        return np.asarray(tally(values, self.owner[None, :], len(self.groups))[0])


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

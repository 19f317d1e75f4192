"""Who used which word: the counts behind the words that distinguish groups."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.holders import attribute_of, speaker_of
from nlp.text.words import content_words, without_joiners

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordUse:
    """The words of n notes of one language; row i of `note` and `word` says that a note has a word, each pair once.

    Attributes:
        units: the n notes.
        spelled: (V,) the words as they are most often written, in lower case.
        note: (k,) place in `units`.
        word: (k,) place in `spelled`.
    """

    units: tuple[Unit, ...]
    spelled: tuple[str, ...]
    note: Ints
    word: Ints

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "WordUse":
        """Count the words of notes; stop words, digits and single letters are no words here.

        Spellings that differ only in case, in composed or decomposed letters, or in joiners (ZWJ, ZWNJ) are one word.
        """
        forms: dict[str, int] = {}
        pairs = [
            (at, forms.setdefault(form, len(forms)))
            for at, unit in enumerate(units)
            for form in set(content_words(unit.text, unit.language))
        ]
        note, form = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        spelled, word_of = _merged(list(forms), np.bincount(form, minlength=len(forms)))
        both = np.unique(np.stack([note, word_of[form]]), axis=1) if len(note) else np.zeros((2, 0), dtype=np.int64)
        return cls(tuple(units), spelled, both[0], both[1])

    def shares(self) -> NDArray[np.float64]:
        """Return (V,) each word's part of all pairs of note and word."""
        return np.asarray(np.bincount(self.word, minlength=len(self.spelled)) / max(len(self.word), 1))

    def by_group(self, rows: Ints, attribute: str, least: int = 1, own: int = 1) -> "GroupUse":
        """Count a part of the notes by the groups of an attribute; notes without the attribute are left out.

        Somebody who uses a word in nine notes counts once; a note without a participant is somebody's own. Somebody in
        two groups counts once in each.

        Args:
            rows: places in `units`.
            attribute: of the notes.
            least: people that a group must have to be counted at all.
            own: people that it must have for a row of its own; smaller groups are only in the totals.
        """
        named = [
            (row, value, speaker_of(self.units[row]))
            for row in rows.tolist()
            if (value := attribute_of(self.units[row], attribute))
        ]
        sizes = Counter(value for value, _ in {(value, speaker) for _, value, speaker in named})
        groups = sorted(value for value, size in sizes.items() if size >= max(least, own))
        place = {value: at for at, value in enumerate(groups)}
        people: dict[tuple[str, str], int] = {}
        person = np.full(len(self.units), -1, dtype=np.int64)
        group = np.full(len(self.units), -1, dtype=np.int64)
        for row, value, speaker in named:
            if sizes[value] >= least:
                person[row] = people.setdefault((value, speaker), len(people))
                group[row] = place.get(value, -1)
        pairs = np.flatnonzero(person[self.note] >= 0)
        once = pairs[np.unique(person[self.note[pairs]] * len(self.spelled) + self.word[pairs], return_index=True)[1]]
        return GroupUse(
            groups=tuple(groups),
            size=np.array([sizes[value] for value in groups], dtype=np.int64),
            notes_of=np.bincount(group[group >= 0], minlength=len(groups)),
            people=self._tally(group, once, len(groups)),
            notes=self._tally(group, pairs, len(groups)),
            everybody=len(people),
            users=np.bincount(self.word[once], minlength=len(self.spelled)),
        )

    def _tally(self, group: Ints, pairs: Ints, groups: int) -> Ints:
        """Return (groups, V) how many of these pairs of note and word each group has."""
        width = len(self.spelled)
        own = pairs[group[self.note[pairs]] >= 0]
        counted = np.bincount(group[self.note[own]] * width + self.word[own], minlength=groups * width)
        return counted.reshape(groups, width)


@dataclass(frozen=True, slots=True)
class GroupUse:
    """Words by group.

    Attributes:
        groups: G names, in alphabetical order.
        size: (G,) people who wrote in this language.
        notes_of: (G,) their notes in this language.
        people: (G, V) people who used a word.
        notes: (G, V) notes that have a word.
        everybody: people of all groups that are counted, those without a row included.
        users: (V,) those of them who used a word.
    """

    groups: tuple[str, ...]
    size: Ints
    notes_of: Ints
    people: Ints
    notes: Ints
    everybody: int
    users: Ints


def _merged(forms: Sequence[str], counts: Ints) -> tuple[tuple[str, ...], Ints]:
    """Return the most usual spelling of every word, and (forms,) the word that a form spells."""
    usual: dict[str, str] = {}
    times = dict(zip(forms, counts.tolist(), strict=True))
    for form in sorted(forms, key=lambda form: (-times[form], form)):
        usual.setdefault(without_joiners(form), form)
    place = {key: at for at, key in enumerate(sorted(usual))}
    return tuple(usual[key] for key in place), np.array(
        [place[without_joiners(form)] for form in forms], dtype=np.int64
    )

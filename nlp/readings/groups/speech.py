"""Whether the groups of an attribute speak differently of an element at all, whatever readings there are.

Readings see a difference only where they cut the notes where the groups do. This asks the notes themselves: are two of
one group more alike than two of different groups?
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.differences import Evidence, evidence_of, judge
from nlp.readings.groups.holders import attribute_of, speaker_of
from nlp.readings.types import SpeechDifference
from nlp.statistics.label_permutation import COMPARED_UP_TO, tally
from nlp.statistics.verdicts import Verdict

DRAWS = 999
MOST_PEOPLE = 1500
FEWEST_GROUPS = 2
DIGITS = 3
"""Of the effect: what may be shown of groups needs no more, and the number of threads does not show in it."""

LANGUAGE = "language"

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who wrote for which group; somebody in two groups counts once in each.

    Attributes:
        owner: (p,) their group, from 0.
        language: (p,) that of most of their notes, from 0.
        sums: (p, d) of the points of their notes.
        notes: (p,) how many they wrote.
    """

    owner: Ints
    language: Ints
    sums: Floats
    notes: Floats


def speech_differences(
    units: Sequence[Unit], points: NDArray[np.floating], by: Sequence[str], draws: int = DRAWS
) -> dict[str, SpeechDifference]:
    """Test for every attribute but language whether notes of one group are more alike than notes of different groups.

    Statistic: mean cosine of the pairs of notes inside groups less that of the pairs between groups, pairs of one
    person left out: a kernel two-sample statistic (Gretton et al. 2012, JMLR 13, 723-773). Its distribution under no
    difference comes from permuting the groups among people who write in the same language, each with all their notes,
    so that a language is never taken for a way of thinking. Holm-corrected over the attributes that could show a
    difference; where each group has a language of its own none could.

    Args:
        units: the n notes of one element.
        points: (n, d) theirs, of unit length.
        by: attributes.
        draws: permutations.
    """
    found: dict[str, Evidence] = {}
    for attribute in (each for each in by if each != LANGUAGE):
        found[attribute] = _evidence(_speakers(units, points, attribute), draws)
    return {
        attribute: SpeechDifference(
            each.p_value, round(each.effect, DIGITS) if each.verdict != Verdict.TOO_FEW else 0.0, each.verdict
        )
        for attribute, each in judge(found).items()
    }


def apartness(speakers: Speakers, owners: NDArray[np.integer]) -> Floats:
    """Return (draws,) mean likeness of pairs of notes inside groups less between groups; 0 where there are no pairs.

    All pairs of a group with sum s have the likeness |s|^2, less what each person's own notes have: no pair is visited.

    Args:
        speakers: of p people.
        owners: (draws, p) their groups.
    """
    groups = int(speakers.owner.max()) + 1
    sizes = tally(speakers.notes[:, None], owners, groups)[:, :, 0]
    sums = _squared_lengths(speakers.sums, owners, groups)
    own, own_pairs = (speakers.sums**2).sum(), (speakers.notes**2).sum()
    all_pairs, together = speakers.notes.sum() ** 2 - own_pairs, (sizes**2).sum(axis=1) - own_pairs
    everything = (speakers.sums.sum(axis=0) ** 2).sum() - own
    inside = (sums - own) / np.maximum(together, 1.0)
    between = (everything - (sums - own)) / np.maximum(all_pairs - together, 1.0)
    return np.where((together > 0) & (all_pairs > together), inside - between, 0.0)


def _squared_lengths(rows: Floats, owners: NDArray[np.integer], groups: int) -> Floats:
    """Return (draws,) the squared lengths of the sums of each group's rows, of all groups together."""
    if groups <= COMPARED_UP_TO:
        return np.asarray((tally(rows, owners, groups) ** 2).sum(axis=(1, 2)))
    found = np.empty(len(owners))
    for draw, of_rows in enumerate(owners):
        order = np.argsort(of_rows, kind="stable")
        begins = np.flatnonzero(np.diff(of_rows[order], prepend=-1))
        found[draw] = (np.add.reduceat(rows[order], begins) ** 2).sum()
    return found


def _evidence(speakers: Speakers, draws: int) -> Evidence:
    if len(np.unique(speakers.owner)) < FEWEST_GROUPS:
        return Evidence(1.0, 1.0, 0.0)
    observed = apartness(speakers, speakers.owner[None, :])
    owners = np.tile(speakers.owner, (draws, 1))
    generator = np.random.default_rng(0)
    for language in range(int(speakers.language.max()) + 1):
        columns = np.flatnonzero(speakers.language == language)
        owners[:, columns] = generator.permuted(owners[:, columns], axis=1)
    (found,) = evidence_of(observed, apartness(speakers, owners)[:, None], observed)
    return found


def _speakers(units: Sequence[Unit], points: NDArray[np.floating], attribute: str) -> Speakers:
    """Return the people whose group may be exchanged: in their language others write for another group."""
    notes: dict[tuple[str, str], list[int]] = {}
    for row, unit in enumerate(units):
        if group := attribute_of(unit, attribute):
            notes.setdefault((group, speaker_of(unit)), []).append(row)
    language = {key: Counter(units[row].language for row in rows).most_common(1)[0][0] for key, rows in notes.items()}
    spoken = {(language[group, speaker], group) for group, speaker in notes}
    shared = {name for name, count in Counter(name for name, _ in spoken).items() if count > 1}
    kept = [key for key in notes if language[key] in shared]
    if len(kept) > MOST_PEOPLE:
        drawn = np.random.default_rng(0).choice(len(kept), MOST_PEOPLE, replace=False)
        kept = [kept[at] for at in np.sort(drawn).tolist()]
    sums = [points[notes[key]].sum(axis=0, dtype=np.float64) for key in kept]
    return Speakers(
        owner=_numbers([group for group, _ in kept]),
        language=_numbers([language[key] for key in kept]),
        sums=np.array(sums).reshape(len(kept), points.shape[1]),
        notes=np.array([len(notes[key]) for key in kept], dtype=np.float64),
    )


def _numbers(names: Sequence[str]) -> Ints:
    return np.unique(np.array(names, dtype=object), return_inverse=True)[1].astype(np.int64).reshape(len(names))

"""Sessions in which somebody held power beside sessions without: what was counted in each, and an exact test.

The unit is the session (of notes: the day), not the person or the note: those who held power are there or not for all
of a session at once. Under the null hypothesis it makes no difference which of the sessions they were in, so these are
exchanged (Fisher 1935; Ernst 2004, Statistical Science 19, 676-685): with few sessions all ways are tried and the
smallest p-value that there could be is known beforehand. What could show nothing, however large, is "too few to say"
and no test (Tarone 1990, Biometrics 46, 515-522); the others are corrected together (Holm 1979). The interval of the
difference inverts the same test.

What the test cannot tell: sessions differ in more than who was there, the same people come to several, and nobody drew
lots. A difference is a question, never an effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import comb
from statistics import fmean

import numpy as np

from nlp.participation.types import Participation
from nlp.statistics.multiple_comparisons import LEVEL, holm, holm_levels, testable
from nlp.statistics.permutation import Assignments, Evidence, Floats, permutation_test, shift_interval
from nlp.statistics.verdicts import Verdict, verdict_of

FEWEST_PRESENT = 2
"""People among whom something can be shared."""

FEWEST_SESSIONS = 3
"""On either side: one or two sessions are no pattern, however many there are on the other."""


class Measure(StrEnum):
    """What is counted of a session or a day."""

    SILENT = "silent"
    """Part of those present who said nothing."""
    EVENNESS = "evenness"
    """Effective number of speakers / people present: 1 if all said equally much."""
    TURN = "turn"
    """Letters of a turn on average, fair across scripts (`nlp.participation.turns.text_length`)."""
    NOTE = "note"
    """The same of a note."""
    CRITICAL = "critical"
    """Part of the notes that people marked as critical, of the elements in which they marked any."""


@dataclass(frozen=True, slots=True)
class WithAndWithout:
    """One measure in sessions with and without.

    Attributes:
        measure: what was counted.
        held: its values in sessions in which somebody held power, in the order given.
        not_held: its values in the others.
        difference: mean of `held` - mean of `not_held`; None where one of them is empty.
        low, high: interval of the difference, of 95 % or, where several measures were tested, more; it leaves out 0
            exactly with the verdict "differs". None with "too few to say".
        p_value: of the exact test, corrected for all measures that could be told; None with "too few to say".
        verdict: "differs", "no difference seen" or "too few to say".
    """

    measure: Measure
    held: tuple[float, ...]
    not_held: tuple[float, ...]
    difference: float | None
    low: float | None
    high: float | None
    p_value: float | None
    verdict: Verdict


def measures_of(participation: Participation) -> dict[Measure, float]:
    """Return what can be counted of a session; how many were there must be known of everybody."""
    speakers, silent = participation.speakers, len(participation.silent)
    present, turns = len(speakers) + silent, sum(each.turns for each in speakers)
    found: dict[Measure, float] = {}
    if present >= FEWEST_PRESENT and speakers and not participation.not_known:
        found[Measure.SILENT] = silent / present
        found[Measure.EVENNESS] = participation.balance.effective_speakers / present
    if turns:
        found[Measure.TURN] = sum(each.characters for each in speakers) / turns
    return found


def compare_with_and_without(
    held: Mapping[str, bool], values: Mapping[str, Mapping[Measure, float]]
) -> tuple[WithAndWithout, ...]:
    """Put sessions with and without beside each other, measure by measure, and test each difference.

    Args:
        held: session or day -> whether somebody held power in it; those of which it is not known are left out.
        values: session or day -> what was counted of it.

    Returns:
        One result for each measure that was counted anywhere, in the order of `Measure`.
    """
    tests = {measure: _Test.of(measure, held, values) for measure in Measure}
    told = {measure: test for measure, test in tests.items() if test.held or test.not_held}
    evidence = {measure: each for measure, test in told.items() if (each := test.evidence)}
    tried = testable({measure: each.smallest for measure, each in evidence.items()})
    p_values = {measure: evidence[measure].p_value for measure in evidence if measure in tried}
    corrected, levels = holm(p_values), holm_levels(p_values)
    return tuple(test.judged(corrected.get(measure), levels.get(measure, LEVEL)) for measure, test in told.items())


@cache
def fewest_of_each(measures: int) -> int:
    """Return how many sessions of each kind there must be before so many measures can be told from chance."""
    return next(n for n in range(2, 100) if 2 / comb(2 * n, n) < LEVEL / max(measures, 1))


@dataclass(frozen=True, slots=True)
class _Test:
    """The values of one measure and their test.

    Attributes:
        measure: what was counted.
        held, not_held: its values.
        scores: the same, those of `held` first, from 0 to a quarter: whatever the unit, sums are as exact, and no
            difference that could be is beyond the shifts that are looked through.
        ways, evidence: in which the sessions can be exchanged, and what that gives; None where one kind has fewer than
            `FEWEST_SESSIONS`.
    """

    measure: Measure
    held: tuple[float, ...]
    not_held: tuple[float, ...]
    scores: Floats
    ways: Assignments | None
    evidence: Evidence | None

    @classmethod
    def of(cls, measure: Measure, held: Mapping[str, bool], values: Mapping[str, Mapping[Measure, float]]) -> "_Test":
        sides: dict[bool, list[float]] = {True: [], False: []}
        for session, is_held in held.items():
            if measure in values.get(session, {}):
                sides[is_held].append(values[session][measure])
        scores = np.array([*sides[True], *sides[False]])
        ways = evidence = None
        if min(len(sides[True]), len(sides[False])) >= FEWEST_SESSIONS:
            members = np.array([True] * len(sides[True]) + [False] * len(sides[False]))
            ways = Assignments.of(members, np.zeros(len(members), dtype=np.int64))
            scores = (scores - scores.min()) / _scale(scores)
            evidence = permutation_test(scores, ways)
        return cls(measure, tuple(sides[True]), tuple(sides[False]), scores, ways, evidence)

    def judged(self, p_value: float | None, level: float) -> WithAndWithout:
        """Return the result; without a p-value there are too few to say."""
        difference = fmean(self.held) - fmean(self.not_held) if self.held and self.not_held else None
        interval = self._interval(level) if p_value is not None else None
        low, high = interval or (None, None)
        return WithAndWithout(
            self.measure, self.held, self.not_held, difference, low, high, p_value, verdict_of(p_value)
        )

    def _interval(self, level: float) -> tuple[float, float] | None:
        assert self.ways is not None
        found = shift_interval(self.scores, self.ways.members, self.ways, level)
        scale = _scale(np.array([*self.held, *self.not_held]))
        return None if found is None else (found[0] * scale, found[1] * scale)


def _scale(values: Floats) -> float:
    """Return four times what lies between the smallest and the largest, 1 where all are alike."""
    return 4 * float(values.max() - values.min()) or 1.0

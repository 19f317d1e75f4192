"""How often each answer to a question was given, and of which groups that may be told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

MOSTLY = Fraction(2, 3)
"""The share from which on most people say something."""

SOME = Fraction(1, 4)
"""The share from which on enough people say the opposite for opinions to differ."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How a question was answered; a mean is not among it: of answers at both ends it would tell of the middle.

    Attributes:
        people: who answered it.
        of: for each possible answer in its order, how many gave it; of several answers one person may give many.
    """

    people: int
    of: tuple[int, ...]

    @property
    def below(self) -> int:
        """Return how many chose an answer before the middle of the scale."""
        return sum(self.of[: len(self.of) // 2])

    @property
    def middle(self) -> int:
        """Return how many chose the middle of the scale; 0 where it has none."""
        return self.of[len(self.of) // 2] if len(self.of) % 2 else 0

    @property
    def above(self) -> int:
        """Return how many chose an answer after the middle of the scale."""
        return sum(self.of[(len(self.of) + 1) // 2 :])

    @property
    def mostly_above(self) -> bool:
        """Whether at least two thirds chose an answer after the middle."""
        return bool(self.people) and self.above >= MOSTLY * self.people

    @property
    def mostly_below(self) -> bool:
        """Whether at least two thirds chose an answer before the middle."""
        return bool(self.people) and self.below >= MOSTLY * self.people

    @property
    def differ(self) -> bool:
        """Whether at least a quarter chose an answer on either side of the middle."""
        return bool(self.people) and min(self.below, self.above) >= SOME * self.people


def count(answers: Sequence[Sequence[int]], options: int) -> Counts:
    """Count answers.

    Args:
        answers: of each person, the places of what they chose; without any they left the question out.
        options: how many there are.
    """
    given = [frozenset(each) for each in answers if each]
    return Counts(len(given), tuple(sum(place in each for each in given) for place in range(options)))


def told_groups(sizes: Mapping[str, int], fewest: int) -> frozenset[str]:
    """Return the groups of which totals may stand beside the total of all.

    Groups below `fewest` people are left out. What all groups left out have together follows from the total, so it must
    be of nobody, or of at least `fewest` people too; else the smallest groups that are shown are left out as well
    (complementary suppression: Willenborg and de Waal 2001, Elements of Statistical Disclosure Control, chapter 5).

    Args:
        sizes: group -> people; "" are those who told no group, and is never shown.
        fewest: people of whom a total may be told.
    """
    order = sorted((group for group in sizes if group), key=lambda group: (sizes[group], group))
    told = [group for group in order if sizes[group] >= fewest]
    hidden = sum(sizes.values()) - sum(sizes[group] for group in told)
    while told and 0 < hidden < fewest:
        hidden += sizes[told.pop(0)]
    return frozenset(told)

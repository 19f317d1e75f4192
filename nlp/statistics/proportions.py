"""Intervals of a share of notes that rest on people: several notes of one person are not as many voices."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from math import hypot, sqrt

from nlp.statistics.student_t import upper_quantile

Z = 1.959964
"""Standard normal quantile of a two-sided 95 % interval."""

Interval = tuple[float, float]


def wilson(count: float, of: float, z: float = Z) -> Interval:
    """Return the Wilson score interval of count/of, (0, 1) for of = 0 (Wilson 1927, JASA 22, 209-212)."""
    if not of:
        return 0.0, 1.0
    share = count / of
    centre = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


@dataclass(frozen=True, slots=True)
class Voices:
    """Sums over people, of whom each wrote n notes and x of these say one thing; the sums of two groups add up.

    Attributes:
        people: how many there are.
        of, count: sums of n and of x.
        n_squared, n_times_x, x_squared: sums of n², n x and x².
    """

    people: float
    of: float
    count: float
    n_squared: float
    n_times_x: float
    x_squared: float

    @property
    def share(self) -> float:
        """count / of, 0 without notes."""
        return self.count / self.of if self.of else 0.0

    def __sub__(self, part: "Voices") -> "Voices":
        """Return the sums over the others, those of `part` left out."""
        return Voices(
            self.people - part.people,
            self.of - part.of,
            self.count - part.count,
            self.n_squared - part.n_squared,
            self.n_times_x - part.n_times_x,
            self.x_squared - part.x_squared,
        )

    def effective(self) -> float:
        """Return the number of independent notes that would tell as much of the share as these.

        of / design effect, where the design effect is the variance of the share over people, sum (x - share n)² / of²,
        over that of independent notes, share (1 - share) / of; times the square of t(of - 1) / t(people - 1), since
        few people tell little of how far apart people are (Korn and Graubard 1998, Survey Methodology 24, 193-201;
        such intervals are compared by Dean and Pagano 2015, Journal of Survey Statistics and Methodology 3, 484-503).
        At most `of`; at least of² / n², as if every person said one thing over and over (Kish 1965), which is also what
        counts where all notes agree and nothing shows how alike a person's notes are. With one note each it is `of`.
        """
        if self.people == self.of:
            return self.of
        fewest = self.of**2 / self.n_squared
        share = self.share
        spread = self.x_squared - 2 * share * self.n_times_x + share**2 * self.n_squared
        if not 0 < share < 1 or self.people < 2:
            return fewest
        if spread <= 0:
            return self.of
        return min(self.of, max(fewest, self.of**2 * share * (1 - share) / spread * _fewness(self.of, self.people)))

    def interval(self) -> Interval:
        """Return the 95 % interval of the share: Wilson's, of the `effective` number of notes."""
        effective = self.effective() if self.of else 0.0
        return wilson(self.share * effective, effective)


def all_voices(groups: Iterable[Voices]) -> Voices:
    """Return the sums over the people of all groups."""
    return Voices(*(sum(column) for column in zip(*map(astuple, groups), strict=True)))


def _fewness(notes: float, people: float) -> float:
    return (upper_quantile(notes - 1) / upper_quantile(people - 1)) ** 2


def difference_interval(own: Voices, others: Voices) -> Interval:
    """Return the 95 % interval of the share of `own` less that of `others`; both have notes.

    The hybrid score interval, method 10 of Newcombe (1998, Statistics in Medicine 17, 873-890), of the intervals of the
    two shares, so that it rests on people as they do.
    """
    (own_low, own_high), (low, high) = own.interval(), others.interval()
    difference = own.share - others.share
    below, above = hypot(own.share - own_low, high - others.share), hypot(own_high - own.share, others.share - low)
    return max(-1.0, difference - below), min(1.0, difference + above)

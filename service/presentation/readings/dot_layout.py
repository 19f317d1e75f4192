"""Places dots in a row so that none lies on another."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 120
NARROWEST = 0.2


@dataclass(frozen=True)
class Scale:
    """The axis that all rows of an element share: from the most typical note down over `width` of typicality."""

    high: float
    width: float

    def place(self, typicality: float) -> float:
        """Return 0 (the most typical of all) to 1 (at the edge)."""
        return (self.high - typicality) / self.width


def scale(typicalities: Sequence[float]) -> Scale:
    """Return an axis that holds all values and is never so narrow that small differences look large."""
    high, low = max(typicalities, default=1.0), min(typicalities, default=1.0)
    return Scale(high, max(high - low, NARROWEST))


def rows(places: Sequence[float], pitch: float) -> list[int]:
    """Return for each place (0 to 1) the lowest row in which it is at least `pitch` away from every dot before it."""
    taken: list[list[float]] = []
    found = []
    for place in places:
        row = next((r for r, others in enumerate(taken) if all(abs(place - o) >= pitch for o in others)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(place)
        found.append(row)
    return found


def spread(count: int, most: int = MOST) -> list[int]:
    """Return the indices of at most `most` of `count` things, evenly spread, first and last among them."""
    if count <= most:
        return list(range(count))
    return [round(step * (count - 1) / (most - 1)) for step in range(most)]

"""Linkage trees as SciPy makes them, to the bit, without the tenth of a second that SciPy's takes to load.

The chain of nearest neighbours (Murtagh 1983, The Computer Journal 26(4), 354-359), in the order of SciPy's own loops,
so that equal distances are joined in its order. In plain Python, which is quicker than NumPy for as few rows as these;
of more rows SciPy makes the tree.
"""

from collections.abc import Callable
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray

MOST = 40
"""Rows up to which a tree takes less than a millisecond here."""

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
Rows = list[list[float]]
Step = Callable[[float, float, float, int, int, int], float]


def linkage(distances: Floats, method: str) -> Floats:
    """Return (n-1, 4) the tree of a matrix of distances, as `scipy.cluster.hierarchy.linkage` gives it.

    Args:
        distances: (n, n), symmetric; n >= 2.
        method: "average" (Sokal and Michener 1958) or "ward" (1963).
    """
    if len(distances) > MOST:
        from scipy.cluster.hierarchy import linkage as by_scipy
        from scipy.spatial.distance import squareform

        return np.asarray(by_scipy(squareform(distances, checks=False), method))
    merges = _chain(distances.tolist(), _STEPS[method])
    return _labelled(sorted(merges, key=lambda merge: merge[2]))


def _average(to_x: float, to_y: float, between: float, x: int, y: int, other: int) -> float:  # noqa: ARG001
    return (x * to_x + y * to_y) / (x + y)


def _ward(to_x: float, to_y: float, between: float, x: int, y: int, other: int) -> float:
    part = 1.0 / (x + y + other)
    return sqrt((other + x) * part * to_x * to_x + (other + y) * part * to_y * to_y - other * part * between * between)


_STEPS: dict[str, Step] = {"average": _average, "ward": _ward}


def _chain(rows: Rows, step: Step) -> list[tuple[int, int, float]]:
    """Return what is joined and at which distance; `rows` are those of the matrix, and are used up."""
    sizes = [1] * len(rows)
    alive = list(range(len(rows)))
    chain: list[int] = []
    merges: list[tuple[int, int, float]] = []
    while len(alive) > 1:
        if not chain:
            chain.append(alive[0])
        x, y, nearest = _nearest_pair(chain, rows, alive)
        del chain[-2:]
        gone, kept = min(x, y), max(x, y)
        merges.append((gone, kept, nearest))
        alive.remove(gone)
        for other in alive:
            if other != kept:
                far = step(rows[other][gone], rows[other][kept], nearest, sizes[gone], sizes[kept], sizes[other])
                rows[other][kept] = rows[kept][other] = far
        sizes[kept] += sizes[gone]
    return merges


def _nearest_pair(chain: list[int], rows: Rows, alive: list[int]) -> tuple[int, int, float]:
    """Go on with a chain until its last two are each other's nearest; return them, and how far apart they are."""
    while True:
        x = chain[-1]
        row = rows[x]
        before = chain[-2] if len(chain) > 1 else -1
        y, nearest = (before, row[before]) if len(chain) > 1 else (-1, inf)
        for other in alive:
            if row[other] < nearest and other != x:
                nearest, y = row[other], other
        if y == before:
            return x, y, nearest
        chain.append(y)


def _labelled(merges: list[tuple[int, int, float]]) -> Floats:
    """Return the tree: rows and, from n on, the clusters made of them, the lower number first."""
    count = len(merges) + 1
    cluster = list(range(count))
    members = {row: [row] for row in range(count)}
    tree = np.empty((count - 1, 4))
    for number, (x, y, distance) in enumerate(merges, count):
        low, high = sorted((cluster[x], cluster[y]))
        members[number] = members.pop(low) + members.pop(high)
        for row in members[number]:
            cluster[row] = number
        tree[number - count] = low, high, distance, len(members[number])
    return tree


def cut(tree: Floats, clusters: int) -> Labels:
    """Return (n,) labels from 0: the tree (n-1, 4) after all merges but the last `clusters` - 1.

    Unlike SciPy's `fcluster` it gives that many clusters also where merges lie at the same height.
    """
    count = len(tree) + 1
    merges = tree[: max(count - clusters, 0), :2].astype(np.int64).tolist()
    names = list(range(count + len(merges)))
    for step in range(len(merges) - 1, -1, -1):
        for child in merges[step]:
            names[child] = names[count + step]
    return np.unique(names[:count], return_inverse=True)[1].astype(np.int64)


def cut_at(tree: Floats, height: float) -> Labels:
    """Return (n,) labels from 0: the tree (n-1, 4) after all merges up to that height."""
    return cut(tree, len(tree) + 1 - int((tree[:, 2] <= height).sum()))

"""Which totals of few people could be worked out from the groups that are shown."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import comb

import numpy as np
from numpy.typing import NDArray

from nlp.statistics.pooling import Members

_TOLERANCE = 1e-9
_MOST_SETS = 2_000_000
_CHUNK = 50_000
_MOST_PARTS = 14


def discloses(shown: Sequence[Members], people: int, threshold: int, known: Sequence[Members] = ()) -> bool:
    """Whether the total of fewer than `threshold` people follows from the totals of the groups shown.

    A total can be worked out by adding and subtracting exactly if its indicator vector lies in the row space of the
    indicator vectors of all groups (linear disclosure, as in the audit of statistical tables: Chin and Ozsoyoglu 1982).
    People who are in the same group for every attribute cannot be told apart, so unions of such classes are tested. If
    there are more than two million of them to test, the answer is yes, to be safe.

    Args:
        shown: attributes, each as its groups.
        people: number of people.
        threshold: fewest people of whom a total may be worked out.
        known: groups that everybody may see whatever their size; what follows from them alone is not counted.
    """
    rows = [members for groups in (*known, *shown) for members in groups.values()]
    if not rows:
        return False
    indicator = np.zeros((len(rows), people), dtype=np.bool_)
    for row, members in enumerate(rows):
        indicator[row, list(members)] = True
    classes, sizes = np.unique(indicator, axis=1, return_counts=True)
    before = sum(map(len, known))
    spans = (_projection(classes, sizes), _projection(classes[:before], sizes))
    return any(_is_any_in_span(*spans, sizes, threshold, number) for number in range(1, threshold))


def _projection(classes: NDArray[np.bool_], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return (classes, classes) the projection onto the row space, summed over the people of each class.

    Args:
        classes: (groups, classes) whether the people of a class are in a group.
        sizes: (classes,) how many people it has.
    """
    if not len(classes):
        return np.zeros((len(sizes), len(sizes)))
    weight = np.sqrt(sizes)
    _, singular, right = np.linalg.svd(classes * weight, full_matrices=False)
    basis = right[singular > _TOLERANCE * max(singular.max(), 1.0)] * weight
    return np.asarray(basis.T @ basis)


def _is_any_in_span(
    everything: NDArray[np.float64],
    known: NDArray[np.float64],
    sizes: NDArray[np.int64],
    threshold: int,
    number: int,
) -> bool:
    """Whether a union of `number` classes with fewer than `threshold` people lies in the row space, and not in `known`.

    A vector v of zeros and ones lies there exactly if v'Pv = v'v; P is the projection, summed over the classes.
    """
    small = np.flatnonzero(sizes < threshold).tolist()
    if comb(len(small), number) > _MOST_SETS:
        return True
    unions = combinations(small, number)
    while chunk := list(islice(unions, _CHUNK)):
        chosen = np.asarray(chunk)
        people = sizes[chosen].sum(axis=1)
        follows = _lies_in(everything, chosen, people) & ~_lies_in(known, chosen, people)
        if np.any((people < threshold) & follows):
            return True
    return False


def _lies_in(
    projection: NDArray[np.float64], chosen: NDArray[np.int64], people: NDArray[np.int64]
) -> NDArray[np.bool_]:
    projected = projection[chosen[:, :, None], chosen[:, None, :]].sum(axis=(1, 2))
    return np.asarray(np.abs(people - projected) < 1e3 * _TOLERANCE)


def discloses_parts(
    shown: Sequence[Members], owners: Sequence[int], threshold: int, known: Sequence[Members] = ()
) -> bool:
    """Whether the total of parts of fewer than `threshold` people follows from totals over parts of what people said.

    As `discloses`, where one person has several parts, such as their notes in each review, and groups hold parts: the
    total of some parts of a person gives that person away as much as that of all.

    Args:
        shown: attributes, each as its groups of parts, counted from 0.
        owners: (parts,) the person whose part each is, counted from 0.
        threshold: fewest people of whom a total may be worked out.
        known: groups of parts that everybody may see whatever their size; what follows from them alone is not counted.
    """
    rows = [members for groups in (*known, *shown) for members in groups.values()]
    if not rows:
        return False
    indicator = np.zeros((len(rows), len(owners)), dtype=np.bool_)
    for row, members in enumerate(rows):
        indicator[row, list(members)] = True
    people = _alike(indicator, owners)
    before = sum(map(len, known))
    spans = _basis(people.columns * people.weights), _basis(people.columns[:before] * people.weights)
    return any(_gives_away(*spans, people, threshold, number) for number in range(1, threshold))


@dataclass(frozen=True, slots=True)
class _People:
    """Classes of people who cannot be told apart, with the parts of each class.

    Attributes:
        columns: (groups, parts) whether a part is in a group.
        weights: (parts,) square root of the number of people of its class.
        sizes: (classes,) that number.
        places: (classes, most parts) the parts of each class; filled up with the number of all parts.
    """

    columns: NDArray[np.float64]
    weights: NDArray[np.float64]
    sizes: NDArray[np.int64]
    places: NDArray[np.int64]


def _alike(indicator: NDArray[np.bool_], owners: Sequence[int]) -> _People:
    own: dict[int, list[tuple[bool, ...]]] = defaultdict(list)
    for owner, column in zip(owners, indicator.T.tolist(), strict=True):
        own[owner].append(tuple(column))
    count = Counter(tuple(sorted(columns)) for columns in own.values())
    columns = [column for parts in count for column in parts]
    places = np.full((len(count), max(map(len, count))), len(columns), dtype=np.int64)
    start = 0
    for number, parts in enumerate(count):
        places[number, : len(parts)] = range(start, start + len(parts))
        start += len(parts)
    weights = np.sqrt([size for parts, size in count.items() for _ in parts])
    return _People(np.array(columns, dtype=np.float64).T, weights, np.array(list(count.values())), places)


def _basis(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (rank, columns + 1) an orthonormal basis of the row space; the last column is 0."""
    if not len(matrix):
        return np.zeros((1, matrix.shape[1] + 1))
    squares, left = np.linalg.eigh(matrix @ matrix.T)
    kept = squares > _TOLERANCE * max(squares.max(), 1.0)
    basis = (left[:, kept] / np.sqrt(squares[kept])).T @ matrix
    return np.hstack([basis, np.zeros((len(basis), 1))])


def _gives_away(
    everything: NDArray[np.float64], known: NDArray[np.float64], people: _People, threshold: int, number: int
) -> bool:
    """Whether parts of a union of `number` classes with fewer than `threshold` people follow, not from `known` alone.

    Some combination of the rows touches no other part exactly if the projection P onto the row space has an eigenvalue
    1 within these parts; only there is it asked whether such a combination is a total, every weight 0 or 1.
    """
    small = _can_reach(everything, people, threshold, number)
    if comb(len(small), number) > _MOST_SETS:
        return True
    unions = combinations(small, number)
    while chunk := list(islice(unions, _CHUNK)):
        chosen = np.asarray(chunk)
        few = chosen[people.sizes[chosen].sum(axis=1) < threshold]
        columns = people.places[few].reshape(len(few), number * people.places.shape[1])
        suspect = columns[_followed(everything, columns) > _followed(known, columns)]
        if any(_is_a_total(everything, known, own[own < len(people.weights)], people.weights) for own in suspect):
            return True
    return False


def _can_reach(everything: NDArray[np.float64], people: _People, threshold: int, number: int) -> list[int]:
    """Return the small classes of which `number` together may have an eigenvalue 1: their traces in P add up to 1."""
    trace = (everything.T[people.places] ** 2).sum(axis=(1, 2))
    trace[people.sizes >= threshold] = 0
    others = np.sort(trace)[len(trace) - number + 1 :].sum()
    return np.flatnonzero((people.sizes < threshold) & (trace + others > 1 - 1e3 * _TOLERANCE)).tolist()


def _followed(basis: NDArray[np.float64], columns: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (unions,) how many independent combinations of the rows touch only these columns."""
    inside = basis.T[columns]
    values = np.linalg.eigvalsh(inside @ inside.transpose(0, 2, 1))
    return np.asarray((values > 1 - 1e3 * _TOLERANCE).sum(axis=1))


def _is_a_total(
    everything: NDArray[np.float64], known: NDArray[np.float64], parts: NDArray[np.int64], weights: NDArray[np.float64]
) -> bool:
    """Whether the total of some of these parts lies in the row space, and not in that of `known`."""
    if len(parts) > _MOST_PARTS:
        return True
    chosen = (np.arange(1, 2 ** len(parts))[:, None] >> np.arange(len(parts)) & 1) * weights[parts]
    length = (chosen**2).sum(axis=1)
    follows, told = (((chosen @ basis[:, parts].T) ** 2).sum(axis=1) for basis in (everything, known))
    return bool(np.any((length - follows < 1e3 * _TOLERANCE) & (length - told >= 1e3 * _TOLERANCE)))

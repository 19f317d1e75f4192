"""`compare_rubrics()`: which descriptors of different teams say the same, and which stand in one rubric only."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from nlp.documents.types import Descriptor
from nlp.embedding.types import Embedder
from nlp.errors import NothingToAnalyse
from nlp.readings.partition import centre
from nlp.rubrics.thresholds import Thresholds, thresholds
from nlp.rubrics.types import ElementComparison, Match, RubricComparison

OPPOSITE_MARGIN = 0.2
CENTRED_FROM = 30

Floats = NDArray[np.float64]


def compare_rubrics(descriptors: Sequence[Descriptor], embedder: Embedder | None = None) -> RubricComparison:
    """Match the descriptors of every two teams, element by element, across languages and levels.

    For each pair of teams the matching is the one with the largest sum of similarities above the threshold (Hungarian
    method), so a descriptor has at most one match per other team, and none where nothing is similar enough.

    Args:
        descriptors: of two or more teams.
        embedder: makes the vectors; the bundled model if None.

    Raises:
        NothingToAnalyse: there are descriptors of fewer than two teams.
    """
    teams = tuple(dict.fromkeys(descriptor.team for descriptor in descriptors))
    if len(teams) < 2:
        raise NothingToAnalyse(
            descriptors[0].source if descriptors else "",
            f"there are rubrics of {len(teams)} team{'s' if len(teams) != 1 else ''}, a comparison needs two",
            "Hand in the rubrics of two teams, or add a column team",
        )
    if embedder is None:
        from nlp.embedding import load_embedder

        embedder = load_embedder()
    similarities = _similarities([descriptor.text for descriptor in descriptors], embedder)
    limits = thresholds(descriptors, similarities)
    elements = dict.fromkeys(descriptor.element for descriptor in descriptors)
    levels = tuple(dict.fromkeys(descriptor.level for descriptor in descriptors))
    far = {levels[0], levels[-1]} if len(levels) > 2 else set()
    return RubricComparison(
        model=embedder.name,
        teams=teams,
        levels=levels,
        threshold=limits.same_level,
        elements=tuple(_compare_element(name, teams, descriptors, similarities, limits, far) for name in elements),
    )


def _similarities(texts: Sequence[str], embedder: Embedder) -> Floats:
    """Return (n, n) cosines; -1 for what the model cannot read, which is like nothing.

    From `CENTRED_FROM` texts on, less what all of them share: they speak of one partnership in one tone. With fewer the
    mean would take away what two of them have in common.
    """
    vectors = np.array(embedder.encode(texts), dtype=np.float64)
    known = np.asarray(embedder.known(texts), dtype=np.bool_)
    if known.sum() >= CENTRED_FROM:
        vectors[known] = centre(vectors[known])
    return np.where(known[:, None] & known[None, :], vectors @ vectors.T, -1.0)


def _compare_element(
    name: str,
    teams: Sequence[str],
    descriptors: Sequence[Descriptor],
    similarities: Floats,
    limits: Thresholds,
    far: set[str],
) -> ElementComparison:
    rows = {team: [row for row, d in enumerate(descriptors) if d.element == name and d.team == team] for team in teams}
    pairs = [
        pair
        for a, b in combinations(teams, 2)
        for pair in _match(descriptors, rows[a], rows[b], similarities, limits, far)
    ]
    matched = {row for pair in pairs for row in pair}
    matches = [
        Match(
            descriptors[a],
            descriptors[b],
            float(similarities[a, b]),
            {descriptors[a].level, descriptors[b].level} == far,
        )
        for a, b in pairs
    ]
    return ElementComparison(
        element=name,
        matched=tuple(
            sorted(matches, key=lambda match: (not match.crosses_levels, match.opposite_ends, -match.similarity))
        ),
        only_in={team: tuple(descriptors[row] for row in rows[team] if row not in matched) for team in teams},
    )


def _match(
    descriptors: Sequence[Descriptor],
    a: list[int],
    b: list[int],
    similarities: Floats,
    limits: Thresholds,
    far: set[str],
) -> list[tuple[int, int]]:
    """Return pairs of rows; a pair below its threshold gains nothing and is dropped."""
    if not a or not b:
        return []
    needed = np.array([[limits.between(descriptors[i], descriptors[j]) for j in b] for i in a])
    opposite = np.array([[{descriptors[i].level, descriptors[j].level} == far for j in b] for i in a])
    needed += np.where(opposite, OPPOSITE_MARGIN, 0.0)
    gain = np.maximum(similarities[np.ix_(a, b)] - needed, 0.0)
    left, right = linear_sum_assignment(gain, maximize=True)
    return [(a[i], b[j]) for i, j in zip(left, right, strict=True) if gain[i, j] > 0]

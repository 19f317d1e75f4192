"""How far readings can be trusted: of which notes the machine is sure, and whether to begin with readings at all.

Both are regressions whose weights were learnt on labelled elements that nobody here wrote, half of them to learn and
half to look at (ARCHITECTURE.md has the tables). They see only how the notes lie, never what a person said of them.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from nlp.statistics.verdicts import Trust

SURE = 0.75
LOWEST_BELOW, HIGHEST_FROM = 0.18, 0.42
FEWEST_SEEN, MOST_SEEN = 8, 120
"""Texts of the elements from which the weights were learnt."""

Labels = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How n texts lie in their readings.

    Attributes:
        inside: (n,) whether a text is in a reading; the other columns are of these only.
        ahead: how often a text fell together with the others of its reading, less how often with the texts of the next
            one, -1 to 1.
        close: its cosine to the centre of the others of its reading.
        closer: that, less its cosine to the next reading's centre.
        held: how often the texts of its reading fell together with each other, 0 to 1.
    """

    inside: NDArray[np.bool_]
    ahead: Floats
    close: Floats
    closer: Floats
    held: Floats

    @classmethod
    def of(cls, association: Floats, labels: Labels, close: NDArray[np.floating], owner: Labels) -> "Evidence":
        """Look at texts where they are.

        Args:
            association: (m, m) of the leaves that the texts belong to, the diagonal 1.
            labels: (n,) reading of each text from 0, negative for none.
            close: (n, readings) from `micro_clusters.fit`.
            owner: (n,) leaf of each text.
        """
        inside = labels >= 0
        own = labels[inside, None] == np.arange(close.shape[1])
        rows = owner[inside]
        texts = np.zeros((len(association), close.shape[1]))
        np.add.at(texts, (rows, labels[inside]), 1.0)
        shared = ((association @ texts)[rows] - own) / np.maximum(texts.sum(axis=0) - own, 1.0)
        together, next_together = _own_and_next(shared, own)
        near, next_near = _own_and_next(close[inside].astype(np.float64), own)
        held = np.bincount(labels[inside], together, close.shape[1]) / np.maximum(texts.sum(axis=0), 1.0)
        return cls(inside, together - next_together, near, near - next_near, held[labels[inside]])


def surely_inside(evidence: Evidence) -> NDArray[np.bool_]:
    """Return (n,) whether a text surely says what most of its reading says.

    Logistic regression on the columns of `Evidence`; sure is what is right with a probability of `SURE` or more.
    """
    value = -1.99 + 0.3 * evidence.ahead + 1.75 * evidence.close + 1.08 * evidence.closer + 2.25 * evidence.held
    sure = np.zeros(len(evidence.inside), dtype=np.bool_)
    sure[evidence.inside] = value >= log(SURE / (1 - SURE))
    return sure


def trust_score(evidence: Evidence) -> float:
    """Return the adjusted Rand index that such readings have with what people say, as far as that shows.

    Linear regression on the means of what `Evidence` has of each text, and on how many texts there are.
    """
    if not evidence.inside.any():
        return 0.0
    texts = min(max(len(evidence.inside), FEWEST_SEEN), MOST_SEEN)
    close, closer, held = (float(column.mean()) for column in (evidence.close, evidence.closer, evidence.held))
    return -0.239 - 0.077 * log(texts) - 1.458 * close + 2.431 * closer + 0.94 * held


def grade(evidence: Evidence) -> Trust:
    """Return how far the readings of an element can be trusted; what is smaller than all that was seen, never fully."""
    score = trust_score(evidence)
    if score < LOWEST_BELOW:
        return Trust.LOWEST
    enough = len(evidence.inside) >= FEWEST_SEEN
    return Trust.HIGHEST if score >= HIGHEST_FROM and enough else Trust.MIDDLE


def _own_and_next(values: Floats, own: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return the value of each row's own column, and the largest of its others or 0."""
    others = np.where(own, 0.0, values)
    return (values * own).sum(axis=1), others.max(axis=1, initial=0.0)

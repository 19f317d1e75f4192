"""Three ways to tell from a few placed notes what the others belong to; none is best everywhere, together they are.

Each gives (n, readings) logarithms of what it takes for probabilities, less their mean over the readings.
"""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.unit_vectors import to_unit_length

Floats = NDArray[np.float64]

REGULARISATION = 30.0
SHARPNESS = 12.0
ROUNDS = 3
PULL_OF_A_PERSON = 3.0
SMALLEST = 1e-6
FLAT = 1e-9


@dataclass(frozen=True, slots=True)
class Examples:
    """What a person placed.

    Attributes:
        rows: (p,) texts; a text that stands on two cards may be in two readings.
        readings: (p,) the reading of each, from 0.
        count: how many readings there are.
    """

    rows: NDArray[np.int64]
    readings: NDArray[np.int64]
    count: int


def logistic(likeness: Floats, examples: Examples) -> Floats:
    """Return (n, readings): multinomial logistic regression in the space that the placed notes span.

    What regularised regression learns lies in that space (the representer theorem), so its size is that of the few
    placed notes, whatever the vectors' is.

    Args:
        likeness: (n, p) of every text to those of the examples, a positive kernel.
        examples: of which `rows` tells the place of each in the first axis.
    """
    from sklearn.linear_model import LogisticRegression

    sizes, axes = np.linalg.eigh(likeness[examples.rows])
    kept = sizes > FLAT
    points = likeness @ (axes[:, kept] / np.sqrt(sizes[kept]))
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The number of unique classes", UserWarning)  # a codebook has one text a code
        model.fit(points[examples.rows], examples.readings)
    return centred(model.predict_log_proba(points))


def prototypes(points: Floats, examples: Examples) -> Floats:
    """Return (n, readings): likeness to the mean of each reading, which the notes that are not placed pull as well.

    A note pulls the means in proportion to how clearly it belongs to one of them; those that a person placed pull
    `PULL_OF_A_PERSON` times as hard.

    Args:
        points: (n, d) unit rows.
        examples: what a person placed.
    """
    told = np.zeros((len(points), examples.count))
    np.add.at(told, (examples.rows, examples.readings), 1.0)
    free = np.ones(len(points))
    free[examples.rows] = 0.0
    placed = told.T @ points
    weights = _softmax(SHARPNESS * points @ to_unit_length(placed).T)
    for _ in range(ROUNDS):
        pull = weights * (_margin(weights) * free)[:, None]
        means = to_unit_length(PULL_OF_A_PERSON * placed + pull.T @ points)
        weights = _softmax(SHARPNESS * points @ means.T)
    return centred(np.log(np.maximum(weights, SMALLEST)))


def centred(logarithms: Floats) -> Floats:
    """Return (n, readings) less the mean over the readings, none below that of `SMALLEST`."""
    bounded = np.maximum(logarithms, np.log(SMALLEST))
    return np.asarray(bounded - bounded.mean(axis=1, keepdims=True))


def _softmax(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _margin(weights: Floats) -> Floats:
    """Return (n,) the largest of each row less its second largest."""
    two = np.partition(weights, -2, axis=1)[:, -2:]
    return np.asarray(two[:, 1] - two[:, 0])

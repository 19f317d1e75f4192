"""How likely each note belongs to each reading, so that a confidence means the same for every element.

Three experts and what the names of the readings say are added up; the softmax of the sum is the confidence. What each
weighs was fitted on placings of one, two and four notes a reading, and of one a reading with six or twelve more, chosen
at random and as `ask.py` asks for them.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from nlp.sorting.experts import Examples, centred, logistic, prototypes
from nlp.sorting.names_of_readings import by_name
from nlp.sorting.prepare import PreparedElement

Floats = NDArray[np.float64]

WEIGHTS = np.array(
    [
        [0.23, 0.07],  # logistic regression
        [0.23, 0.00],  # the same on notes drawn towards their neighbours
        [0.15, 0.00],  # prototypes among notes drawn towards their neighbours
        [0.97, -0.09],  # names of the readings
    ]
)
"""What each counts with one note placed a reading, and how much more with every doubling.

Multinomial logistic regression over the notes of 74 elements, every kind of set weighed alike: arguments, open survey
answers, aspects, and intents in three languages, which are not part of this project, the gold sets and the sample; once
with names that tell something, once with "r1", "r2". Fitted on either half of the elements, the weights differ by at
most 0.3, and on the half that they were not fitted on, confidences of 0.2 to 0.3, ... 0.9 to 1 were right for 0.32,
0.36, 0.44, 0.54, 0.62, 0.72, 0.84 and 0.95 of 77,000 notes.
"""

MOST_DOUBLINGS = 3.0
SUREST = 0.99
"""No confidence is higher, not even of a note in the very words of a placed one."""

LESS_BY_NAME = 0.2
"""How much less is concluded where nothing but names is known: measured as `WEIGHTS` were, on readings with names."""

ONLY_READING = 0.5
"""The confidence in the only reading that there is: what else the notes may mean is not known yet."""


def confidences(
    element: PreparedElement, examples: Examples, names: Floats, aside: float = 0.0, by_name: float = 0.0
) -> Floats:
    """Return (n, readings) how probable it is that a person would place each text in each reading.

    It takes for granted that there is a note in every reading: which notes fit none cannot be told from the words
    (AUC 0.56 to 0.65), so only the share of those that were put aside counts.

    Args:
        element: its n texts.
        examples: what a person placed or wrote, at least one text.
        names: (readings, d), from `name_vectors`.
        aside: share of the notes a person decided on that fit no reading, 0 to 1.
        by_name: share of the readings that nothing but their name tells of, 0 to 1.
    """
    if examples.count == 1:
        found = np.full((len(element.points), 1), ONLY_READING)
    else:
        scores = _scores(element, examples, names) * (1.0 - LESS_BY_NAME * by_name)
        found = SUREST * softmax(scores, axis=1) + (1.0 - SUREST) / examples.count
        found[~element.known] = 1.0 / examples.count
    told = np.zeros_like(found)
    np.add.at(told, (examples.rows, examples.readings), 1.0)
    said = told.sum(axis=1) > 0
    share = told[said] / told[said].sum(axis=1, keepdims=True)
    found[said] = SUREST * share + (1.0 - SUREST) * found[said]
    return np.asarray(found * (1.0 - aside))


def _scores(element: PreparedElement, examples: Examples, names: Floats) -> Floats:
    rows = examples.rows
    told = np.stack(
        [
            logistic(element.points @ element.points[rows].T, examples),
            logistic(element.shifted @ element.shifted[rows].T, examples),
            prototypes(element.shifted, examples),
            by_name(element.points, names, examples),
        ],
        axis=2,
    )
    doublings = np.clip(np.log2(len(rows) / examples.count), 0.0, MOST_DOUBLINGS)
    return centred(told @ (WEIGHTS @ np.array([1.0, doublings])))

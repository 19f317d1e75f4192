"""The clustering of readings as an estimator of scikit-learn."""

from numbers import Integral

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils.validation import validate_data

from nlp.embedding.rows import unit_rows
from nlp.errors import UnusableNumber
from nlp.messages import Message
from nlp.readings.lay_out import NotesLaidOut
from nlp.readings.wordings import Wordings
from nlp.statistics.verdicts import Trust


class ReadingClusterer(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Clusters vectors as `interpret` does: few or many, by consensus, with points that stand alone.

    Only directions count: rows are brought to unit length, and a row of zeros stands alone. Rows that are equal count
    once. Nothing is left to chance, so there is no `random_state`: the same rows in any order have the same labels.

    Args:
        n_readings: how many clusters there are to be, as far as the points allow (2 rows each, ten at most); None
            leaves that to the points.

    Attributes:
        labels_: (n,) cluster of each row, from 0, largest first; -1 for rows that stand alone.
        n_readings_: how many clusters there are.
        stability_: (n_readings_,) mean Jaccard with the closest cluster in resamples, 0 to 1.
        trust_: how far the clusters can be trusted: "lowest", "middle" or "highest"; None where there is none. Learnt
            on sentence vectors, and worth little on others.
        n_features_in_: columns that were seen in `fit`.
        feature_names_in_: their names, where all are texts.
    """

    labels_: NDArray[np.int64]
    n_readings_: int
    stability_: NDArray[np.float64]
    trust_: Trust | None
    n_features_in_: int
    feature_names_in_: NDArray[np.object_]

    def __init__(self, n_readings: int | None = None) -> None:
        self.n_readings = n_readings

    def fit(self, X: ArrayLike, y: object = None) -> "ReadingClusterer":  # noqa: ARG002, N803 - scikit-learn's names
        """Find the clusters of n points.

        Args:
            X: (n, d) finite numbers, such as the vectors of n texts.
            y: is not used.

        Raises:
            ValueError: `X` is no table of finite numbers, or `n_readings` is no number from 1 on.
        """
        wanted = self.n_readings
        if wanted is not None and (not isinstance(wanted, Integral) or isinstance(wanted, bool) or wanted < 1):
            problem = Message("{value} readings cannot be laid out", {"value": repr(wanted)})
            raise UnusableNumber("", problem, Message("Give a whole number from 1 on, or None"))
        points = validate_data(self, X, dtype=np.float64)
        different, rows, counts = np.unique(
            unit_rows(points, len(points), "X"), axis=0, return_inverse=True, return_counts=True
        )
        rows = rows.ravel()
        known = np.asarray(different.any(axis=1))
        wordings = Wordings(("",) * len(different), np.sort(rows), different, known, counts > 1)
        laid_out = NotesLaidOut.of(wordings)
        found = laid_out.chosen() if wanted is None else laid_out.with_readings(int(wanted))
        self.labels_ = found.labels[rows]
        self.n_readings_ = len(found.stability)
        self.stability_ = found.stability
        self.trust_ = found.trust
        return self

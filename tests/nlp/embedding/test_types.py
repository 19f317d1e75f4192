"""Embeddings: ids and rows belong together."""

import numpy as np
import pytest

from nlp.embedding import Embeddings


def test_ids_and_unit_rows_travel_together():
    """One id for each row of unit length is accepted."""
    embeddings = Embeddings(("a", "b"), np.eye(2, 3, dtype=np.float32), "toy")
    assert len(embeddings) == 2
    assert embeddings.ids == ("a", "b")


@pytest.mark.parametrize(
    ("ids", "vectors", "message"),
    [
        (("a",), np.eye(2, dtype=np.float32), "1 ids"),
        (("a", "b"), np.eye(2), "float64"),
        (("a", "b"), np.zeros((2, 2), dtype=np.float32), "unit length"),
    ],
)
def test_what_does_not_fit_is_refused(ids, vectors, message):
    """A missing id, another number type and a zero row each raise ValueError."""
    with pytest.raises(ValueError, match=message):
        Embeddings(ids, vectors, "toy")

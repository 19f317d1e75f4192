"""What `manyvoices evaluate` counts."""

import pytest

from nlp.statistics.verdicts import Trust
from service.analyses.evaluation import GoldSet, measure_readings
from tests.nlp.readings.test_interpret import EMBEDDER, notes


def test_purity_is_a_count_of_notes():
    """Three readings of four notes, as they are found; with one note given another name eleven of twelve are right."""
    given = ["risk"] * 4 + ["joint"] * 4 + ["power"] * 4
    right = measure_readings(GoldSet("x", tuple(notes()), tuple(given)), EMBEDDER)
    assert (right.grouped, right.purity, right.adjusted_rand) == (1.0, 1.0, 1.0)
    assert right.sure_right == 1.0
    one_wrong = measure_readings(GoldSet("x", tuple(notes()), ("joint", *given[1:])), EMBEDDER)
    assert one_wrong.purity == pytest.approx(11 / 12)
    assert one_wrong.heap_purity >= 0.75
    assert one_wrong.trust in set(Trust)

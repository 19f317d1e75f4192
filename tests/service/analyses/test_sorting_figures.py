"""Figures of sorting, on notes that are easy to sort and on a case counted by hand."""

from math import isnan

import pytest

from nlp.documents.types import Unit
from service.analyses.sorting_figures import SortingFigures, mean_sorting, measure_sorting
from tests.embedders import BagOfWords

WORDS = {"money": "money moves line", "rain": "floods rain wait"}


def made() -> tuple[list[Unit], list[str]]:
    """Return eight notes of each reading, which share three words, and one that fits none."""
    readings = [name for name in WORDS for _ in range(8)] + [""]
    texts = [f"{WORDS.get(name, 'bridge road sky')} n{row}" for row, name in enumerate(readings)]
    units = [Unit(f"n{row}", text, "en", "made.csv", row, 0, len(text)) for row, text in enumerate(texts)]
    return units, readings


@pytest.mark.parametrize("named", [True, False])
def test_easy_notes_are_sorted_rightly(named):
    """Every reading that was given is found, whatever it is called, and heaps are pure."""
    units, readings = made()
    figures = measure_sorting("made", units, readings, BagOfWords(), named)
    assert (figures.best_right, figures.asked_best, figures.heap_purity) == (1.0, 1.0, 1.0)
    assert figures.names == ("as given" if named else "hidden")
    assert 0.8 < figures.placed <= 1.0
    assert figures.placed_right > 0.9


def test_everything_placed_leaves_nothing_to_measure():
    """With two notes a reading both are placed by hand: there is no share of the others."""
    units, readings = made()
    rows = [0, 1, 8, 9]
    figures = measure_sorting("made", [units[row] for row in rows], [readings[row] for row in rows], BagOfWords())
    assert isnan(figures.placed)
    assert isnan(figures.placed_right)
    assert figures.heaped == 0.0


def test_means_leave_out_what_could_not_be_measured():
    """A set in which the machine placed nothing does not count in the mean of what it placed rightly."""
    nan = float("nan")
    rows = [
        SortingFigures("a", "hidden", 0.5, 0.75, 0.5, 0.5, 0.5, 0.5, 0.25, 1.0),
        SortingFigures("b", "hidden", 0.0, nan, 0.25, 0.5, 0.5, 0.5, 0.0, nan),
    ]
    found = mean_sorting("mean", rows)
    assert (found.placed, found.placed_right, found.best_right, found.heap_purity) == (0.25, 0.75, 0.375, 1.0)

"""What all tests of the command line share."""

import pytest


@pytest.fixture(autouse=True)
def brief_figures_of_sorting(monkeypatch: pytest.MonkeyPatch) -> None:
    """One draw and no card asked for: the figures are right at any length, and `evaluate` takes minutes with all."""
    monkeypatch.setattr("service.analyses.sorting_figures.DRAWS", 1)
    monkeypatch.setattr("service.analyses.sorting_figures.ASKED", 1)

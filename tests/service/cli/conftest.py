"""What all tests of the command line share."""

import pytest


@pytest.fixture(autouse=True)
def brief_figures_of_sorting(monkeypatch: pytest.MonkeyPatch) -> None:
    """One draw and no card asked for: the figures are right at any length, and `evaluate` takes minutes with all."""
    monkeypatch.setattr("service.analyses.sorting_figures.DRAWS", 1)
    monkeypatch.setattr("service.analyses.sorting_figures.ASKED", 1)


@pytest.fixture(autouse=True)
def a_cache_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test finds what another one asked a model for, nor writes into the folder of whoever runs the tests."""
    monkeypatch.setenv("MANYVOICES_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))

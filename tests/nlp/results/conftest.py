"""Results to try things on."""

import pytest

from nlp.results.result import Result
from tests.nlp.results.every_kind import one_of_every_kind


@pytest.fixture(scope="session")
def results() -> tuple[Result, ...]:
    """One of every kind, in three scripts."""
    return one_of_every_kind()

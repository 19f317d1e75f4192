"""A finding, or why there is none."""

import pytest

from nlp.errors import EmbeddingError, NothingToAnalyse
from nlp.messages import Message
from service.analyses.outcomes import INSIDE, Failed, attempt
from service.errors import NotFound, StoreError

PROBLEM, REMEDY = Message("nobody says anything"), Message("Check it")


def failing(error: Exception) -> None:
    """Raise what is given."""
    raise error


def test_a_finding_is_given_as_it_is():
    """With what it was asked for."""
    assert attempt(max, 3, 5) == 5


@pytest.mark.parametrize("kind", [NothingToAnalyse, EmbeddingError])
def test_what_cannot_be_found_says_why_and_what_to_do(kind: type[NothingToAnalyse | EmbeddingError]):
    """In the one line of the error."""
    error = kind("chat.txt", PROBLEM, REMEDY)
    assert attempt(failing, error) == Failed(error.message)


def test_a_fault_of_the_program_fails_alone_and_is_logged(caplog: pytest.LogCaptureFixture):
    """Nothing of it is told but that it was one."""
    assert attempt(failing, ZeroDivisionError("secret")) == Failed(INSIDE)
    assert "secret" in caplog.text


@pytest.mark.parametrize("error", [NotFound("session", "x"), StoreError("", PROBLEM, REMEDY)])
def test_a_request_that_cannot_be_met_is_no_finding(error: Exception):
    """Nor is a database that cannot be used."""
    with pytest.raises(type(error)):
        attempt(failing, error)

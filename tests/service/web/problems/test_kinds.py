"""The table of problems."""

from http import HTTPStatus

import pytest

from nlp.errors import ManyvoicesError
from service.errors import Busy, Expired, NotFound, Refused
from service.web.problems.kinds import CODES, INTERNAL, KINDS, kind_of, kind_of_status


def _descendants(kind):
    return {kind, *(each for child in kind.__subclasses__() for each in _descendants(child))}


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (NotFound("session", "may"), "not-found", 404),
        (Expired(), "expired", 410),
        (Refused("", "", ""), "refused", 403),
        (Busy(), "busy", 503),
    ],
)
def test_each_error_has_the_kind_of_its_class(error, code, status):
    """Its code, its status, and a type that is made of the code."""
    kind = kind_of(error)
    assert (kind.code, kind.status, kind.type) == (code, status, f"urn:manyvoices:problem:{code}")


def test_whatever_is_raised_on_purpose_is_of_some_kind():
    """A class of its own has its parent's kind where it stands in no table."""
    for each in _descendants(ManyvoicesError):
        assert next(KINDS[kind] for kind in each.__mro__ if kind in KINDS).code in CODES


def test_codes_mean_one_status_each():
    """No two kinds of errors share a code."""
    codes = [kind.code for kind in KINDS.values()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("status", "code"), [(404, "no-such-address"), (405, "method-not-allowed"), (418, "malformed")]
)
def test_what_a_framework_refuses_has_a_kind(status, code):
    """By its status."""
    assert (kind_of_status(status).code, kind_of_status(status).status) == (code, status)
    assert kind_of_status(HTTPStatus.NOT_IMPLEMENTED).code == INTERNAL.code

"""How requests can fail, as the description tells it."""

import pytest

from service.web.app import create_app


@pytest.fixture
def description(settings, open_workspace):
    """The OpenAPI description."""
    return create_app(settings, open_workspace(settings)).openapi()


def test_every_operation_tells_how_it_can_fail_in_one_form(description):
    """`application/problem+json`, and the statuses that any request can get."""
    for operations in description["paths"].values():
        for operation in operations.values():
            failed = {status: each for status, each in operation["responses"].items() if status >= "400"}
            assert failed.keys() >= {"401", "403", "503"}
            for each in failed.values():
                assert each["content"] == {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
                }


def test_what_takes_a_body_tells_how_that_can_be_refused(description):
    """Too large, of another type, not as described."""
    for operations in description["paths"].values():
        for operation in operations.values():
            if "requestBody" in operation:
                assert operation["responses"].keys() >= {"413", "415", "422"}


def test_all_codes_stand_in_the_description(description):
    """As an enumeration."""
    codes = description["components"]["schemas"]["Problem"]["properties"]["code"]["enum"]
    assert {"not-found", "stale", "invalid-request", "missing-column"} <= set(codes)

"""The table of what every address needs, held against the addresses that there are."""

import pytest
from starlette.routing import BaseRoute

from service.access.permissions import IN_PROGRAMMES, Need
from service.access.routes import NEEDS
from service.web.access import addresses
from tests.service.working import create_app


@pytest.fixture(scope="module")
def routes(sample_workspace) -> list[BaseRoute]:
    """All routes of the service, pages and API."""
    return create_app(sample_workspace.settings, sample_workspace).routes


def test_every_address_stands_in_the_table_and_nothing_else(routes):
    """What somebody adds is refused until it is said what it needs."""
    there = {(method, each.template) for each in addresses(routes) for method in each.methods}
    assert there - set(NEEDS) == set(), "say in service/access/routes.py what these need"
    assert set(NEEDS) - there == set(), "no such address any more"


def test_what_lies_in_a_programme_needs_a_place_in_it():
    """And what lies in none cannot: there is nothing to have a place in."""
    for (_, path), need in NEEDS.items():
        assert (need in IN_PROGRAMMES) == ("/programmes/{slug}" in path)


def test_nothing_is_open_to_everybody_but_what_is_meant_for_them():
    """Files of the pages, and forms and rooms under their codes; the description of the API says nothing of anybody."""
    assert {path for (_, path), need in NEEDS.items() if need is Need.NOTHING} >= {"/static/{name}", "/f/{code}"}
    assert not [path for (_, path), need in NEEDS.items() if need is Need.NOTHING and "programmes" in path]

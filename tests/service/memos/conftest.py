"""A programme with readings, to talk about."""

import pytest

from tests.service.giving_back.conftest import notes, table


@pytest.fixture
def slug(workspace):
    """A programme with three meanings of one element, in two scripts."""
    made = workspace.programmes.create("সংস্কৃতি", ["A", "B", "C"]).slug
    workspace.files.add(made, [("march.csv", table(*notes()))])
    return made

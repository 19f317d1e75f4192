"""The programme of what is given back: three readings of one element, in two scripts."""

import pytest

from tests.service.giving_back.conftest import slug

__all__ = ("slug",)


@pytest.fixture
def workspace(settings, open_workspace):
    """An empty workspace; what differs between databases is tested with the tables."""
    return open_workspace(settings)

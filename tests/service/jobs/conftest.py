"""A programme whose work is to be done."""

import pytest

from tests.service.files import EVERYTHING


@pytest.fixture
def busy(workspace, programme):
    """A programme with all its files, nothing worked out yet."""
    workspace.files.add(programme, EVERYTHING)
    return programme

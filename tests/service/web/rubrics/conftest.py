"""A programme with a rubric, and somebody who looks at it."""

import pytest
from fastapi.testclient import TestClient

from service.rubrics.beginnings import Beginning, RubricStart
from tests.service.working import create_app


@pytest.fixture
def work(settings, open_workspace):
    """A programme with a rubric from the example."""
    work = open_workspace(settings)
    work.programmes.create("Delta", ["Consortium", "Nepal"])
    work.rubrics.begin("delta", "Consortium", Beginning(RubricStart.EXAMPLE, "en"))
    return work


@pytest.fixture
def browser(settings, work):
    """Somebody on the machine itself."""
    return TestClient(create_app(settings, work), base_url="http://localhost")

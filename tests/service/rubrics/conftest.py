"""Programmes in which rubrics are written."""

import pytest

from service.rubrics.beginnings import Beginning, RubricStart


@pytest.fixture
def workspace(settings, open_workspace):
    """An empty workspace; what differs between databases is tested in the store."""
    return open_workspace(settings)


@pytest.fixture
def slug(workspace):
    """A programme of which nothing is known but its name."""
    return workspace.programmes.create("Delta").slug


@pytest.fixture
def begun(workspace, slug):
    """The same with a rubric of the consortium in English and of a country in Nepali, both from the example."""
    workspace.rubrics.begin(slug, "Consortium", Beginning(RubricStart.EXAMPLE, "en"))
    workspace.rubrics.begin(slug, "नेपाल", Beginning(RubricStart.EXAMPLE, "ne"))
    return slug

"""Rubrics over the API."""

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

HERE = "/api/v1/programmes/delta/rubrics"


@pytest.fixture
def api(settings, open_workspace):
    """A program on the machine itself, and a programme."""
    work = open_workspace(settings)
    work.programmes.create("Delta")
    return TestClient(create_app(settings, work), base_url="http://localhost")


def test_a_rubric_from_its_beginning_to_a_version(api):
    """Begun, written with what was seen, kept, compared, removed."""
    begun = api.post(f"{HERE}/written", json={"team": "Nepal", "start": "example", "of": "ne"})
    assert (begun.status_code, begun.json()["slug"], len(begun.json()["cells"])) == (201, "nepal", 21)
    element = begun.json()["cells"][0]["element"]
    cells = f"{HERE}/written/nepal/elements/{element}"
    (first, *_) = api.get(cells).json()
    new = {"level": first["level"], "text": "खबर पुग्छ", "why": "plainer"}
    assert api.put(cells, json=new | {"before": first["text"]}).json()["text"] == "खबर पुग्छ"
    assert api.put(cells, json=new | {"text": "other", "before": first["text"]}).status_code == 409
    assert api.get(f"{cells}/history").json()[0]["why"] == "plainer"
    assert api.get(f"{cells}/beside").json() == []
    assert api.post(f"{HERE}/written/nepal/versions", json={}).json()["versions"][0]["name"] == "1"
    assert api.delete(f"{HERE}/written/nepal").status_code == 204
    assert api.get(f"{HERE}/written").json() == []
    assert api.get(f"{HERE}/written/nepal").status_code == 404
    assert api.get(cells).status_code == 404


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"do": "add", "name": "Heat"}, ["Trust", "Heat"]),
        ({"do": "rename", "element": "trust", "name": "Faith"}, ["Faith"]),
        ({"do": "split", "element": "Trust", "parts": ["Trust", "Honesty"]}, ["Trust", "Honesty"]),
        ({"do": "retire", "element": "trust"}, []),
    ],
)
def test_elements_are_changed(api, change, left):
    """Each change gives all of them."""
    api.post(f"{HERE}/elements", json={"do": "add", "name": "Trust"})
    answer = api.post(f"{HERE}/elements", json=change)
    assert [each["name"] for each in answer.json() if not each["retired"]] == left
    assert answer.json() == api.get(f"{HERE}/elements").json()
    assert len(api.get(f"{HERE}/elements/history").json()) == 2

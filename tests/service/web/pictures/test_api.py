"""Pictures of charts for programs."""

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app

pytest.importorskip("matplotlib")

HERE = "/api/v1/programmes/both-banks"
FILES = (
    "pictures/grid.svg",
    "pictures/over-time-1-1.svg",
    "pictures/rubrics-1.svg",
    "elements/communications/pictures/reading-1.svg",
    "sessions/session-2026-09-review/pictures/floor.svg",
)


@pytest.fixture(scope="module")
def client(sample_workspace):
    """The API of the sample programme."""
    with TestClient(create_app(sample_workspace.settings, sample_workspace), base_url="http://localhost") as given:
        yield given


@pytest.mark.parametrize("file", FILES)
def test_all_that_pages_have_is_here(client, file):
    """In the language that is asked for."""
    english, bangla = (client.get(f"{HERE}/{file}", params={"language": code}) for code in ("en", "bn"))
    assert english.status_code == bangla.status_code == 200
    assert english.headers["content-type"] == "image/svg+xml"
    assert english.content != bangla.content


def test_what_is_not_there_is_told_as_json(client):
    """The same problem as everywhere; a language that is not spoken is refused."""
    assert client.get(f"{HERE}/pictures/none.png").json()["problem"] == "there is no picture “none.png”"
    assert client.get(f"{HERE}/pictures/grid.png", params={"language": "xx"}).status_code == 422


def test_people_are_numbered_unless_names_are_asked_for(client):
    """As far as they agreed to that."""
    file = f"{HERE}/sessions/session-2026-03-review/pictures/people.svg"
    assert "Farhan Tanzil" not in client.get(file).text
    assert "Farhan Tanzil" in client.get(file, params={"names": True}).text

"""A whole programme as one file, by pages and by the API."""

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app
from tests.service.files import EVERYTHING


@pytest.fixture
def client(settings, open_workspace):
    """A browser on this machine, with one programme in the workspace."""
    workspace = open_workspace(settings)
    workspace.files.add(workspace.programmes.create("দুই তীর", ["North"]).slug, EVERYTHING)
    return TestClient(create_app(settings, workspace), base_url="http://localhost", follow_redirects=False)


@pytest.mark.parametrize(
    ("out", "back"),
    [
        ("/programmes/{}/programme.zip", "/programmes/import"),
        ("/api/v1/programmes/{}/export", "/api/v1/programmes/import"),
    ],
)
def test_what_one_hands_on_another_brings_in(client, out, back, tmp_path):
    """The file goes out whole, nothing of it is left on the disk, and comes in as a second programme."""
    given = client.get(out.format("দুই-তীর"))
    assert (given.status_code, given.headers["content-type"]) == (200, "application/zip")
    assert given.headers["content-disposition"].endswith(".zip")
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    brought = client.post(back, files={"file": ("programme.zip", given.content)})
    assert brought.status_code in {201, 303}
    slugs = [each["slug"] for each in client.get("/api/v1/programmes").json()]
    assert slugs == ["দুই-তীর", "দুই-তীর-2"]
    assert len(client.get("/api/v1/programmes/দুই-তীর-2/files").json()) == len(EVERYTHING)


def test_another_file_is_refused_with_one_line(client):
    """422 and the name of the file; nothing comes in."""
    for back in ("/programmes/import", "/api/v1/programmes/import"):
        refused = client.post(back, files={"file": ("notes.csv", b"text\nA note\n")})
        assert refused.status_code == 422
        assert "notes.csv" in refused.text
    assert len(client.get("/api/v1/programmes").json()) == 1
    assert client.get("/programmes/none/programme.zip").status_code == 404


def test_the_pages_lead_there(client):
    """The page of files has the way out, the first page the way in."""
    assert "/programme.zip" in client.get("/programmes/দুই-তীর/upload").text
    assert 'action="/programmes/import"' in client.get("/").text

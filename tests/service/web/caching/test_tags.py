"""Tags of what the API gives: nothing is sent twice, and nobody overrides what they have not seen."""

import pytest
from fastapi.testclient import TestClient

from service.access.types import Membership, Reader, Role
from service.web.app import create_app
from tests.service.web.access_people import known

API = "/api/v1/programmes/two-rivers"
TAGGED = ["", "/elements", "/elements/communications", "/sessions", "/rubrics", "/consent"]


@pytest.fixture
def client(workspace, full):
    """A service with a programme that has all its files."""
    return TestClient(create_app(workspace.settings, workspace), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", TAGGED)
def test_what_has_not_changed_is_not_sent_again(client, workspace, full, path):
    """Until anything of the programme changes; another language or question is another thing."""
    first = client.get(API + path)
    tag = first.headers["etag"]
    again = client.get(API + path, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["cache-control"] == "no-store"
    assert client.get(API + path, headers={"if-none-match": tag, "accept-language": "ne"}).status_code == 200
    assert client.get(API + path, params={"review": ""}, headers={"if-none-match": tag}).status_code != 304
    workspace.programmes.change(full, description="Another one")
    assert client.get(API + path, headers={"if-none-match": tag}).status_code == 200


def test_a_tag_opens_nothing(workspace, full):
    """Who may not see something is told so with the tag of somebody who may; who sees 304 has seen it."""
    here = {workspace.programmes.id_of(full): Membership(Role.FACILITATOR)}
    known(workspace, {"asha": Reader(1, "Asha", memberships=here), "nobody": Reader(2, "Nobody")})
    app = create_app(workspace.settings.model_copy(update={"sign_in": "always"}), workspace)
    asha, nobody = (
        TestClient(app, base_url="http://localhost", headers={"authorization": f"Bearer {who}"})
        for who in ("asha", "nobody")
    )
    tag = asha.get(f"{API}/consent").headers["etag"]
    assert nobody.get(f"{API}/consent", headers={"if-none-match": tag}).status_code == 404
    workspace.looks.write_down()
    assert asha.get(f"{API}/consent", headers={"if-none-match": tag}).status_code == 304
    assert [each.entry.of.id for each in workspace.journal.page(full, looked=True).done] == ["consent"]


def test_a_change_is_refused_of_what_was_changed_unseen(client, workspace, full):
    """And says what was changed; what others changed elsewhere is no matter; a tag of nobody has seen nothing."""
    tag = client.get(API).headers["etag"]
    first = client.patch(API, json={"name": "Both rivers"}, headers={"if-match": tag})
    assert first.status_code == 200
    late = client.patch(API, json={"name": "Rivers"}, headers={"if-match": tag})
    assert late.status_code == 409
    assert "Both rivers" in late.text
    consent = {"person": "Asha Rai", "consent": "counted only"}
    assert client.put(f"{API}/consent", json=consent, headers={"if-match": tag}).status_code < 300
    assert client.patch(API, json={"name": "Rivers"}, headers={"if-match": '"mine"'}).status_code == 409
    now = client.get(API).headers["etag"]
    assert client.patch(API, json={"name": "Rivers"}, headers={"if-match": now}).status_code == 200
    assert client.patch(API, json={"name": "Rivers two"}).status_code == 200

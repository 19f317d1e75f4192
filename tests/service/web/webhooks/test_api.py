"""Webhooks in the API."""

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.web.app import create_app

URL = "https://hooks.example.org/x"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace that may tell a host."""
    return open_workspace(Settings(data_dir=settings.data_dir, webhook_hosts=("hooks.example.org",)))


@pytest.fixture
def api(work):
    """A program that asks of a programme's webhooks."""
    slug = work.programmes.create("Two rivers").slug
    return TestClient(create_app(work.settings, work), base_url=f"http://localhost/api/v1/programmes/{slug}/webhooks")


def test_a_webhook_is_made_changed_and_removed(api):
    """With its secret once, and where it is found from then on."""
    made = api.post("", json={"url": URL, "events": ["form.closed"]})
    assert made.status_code == 201
    body = made.json()
    assert body["secret"].startswith("whsec_")
    where = made.headers["location"]
    found = api.get(f"http://localhost{where}").json()
    assert found == body["webhook"]
    assert "secret" not in found
    assert api.get("").json() == [found]
    changed = api.patch(f"http://localhost{where}", json={"is_on": False}).json()
    assert (changed["state"], changed["url"], changed["events"]) == ("off", URL, ["form.closed"])
    renewed = api.post(f"http://localhost{where}/secret").json()
    assert renewed["secret"] != body["secret"]
    assert api.delete(f"http://localhost{where}").status_code == 204
    assert api.get("").json() == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"url": ""},
        {"url": "https://other.example.org/"},
        {"url": "http://hooks.example.org/"},
        {"url": URL, "events": ["note.written"]},
    ],
)
def test_what_cannot_be_told_is_refused(api, body):
    """422, and nothing is kept."""
    assert api.post("", json=body).status_code == 422
    assert api.get("").json() == []


def test_a_test_is_a_delivery_of_its_own(api):
    """202 with where its outcome will be; it can be asked for again."""
    number = api.post("", json={"url": URL}).json()["webhook"]["id"]
    sent = api.post(f"/{number}/test")
    assert sent.status_code == 202
    found = api.get(f"http://localhost{sent.headers['location']}").json()
    assert found == sent.json()
    assert (found["event"], found["state"], found["attempts"]) == ("webhook.test", "waiting", 0)
    again = api.post(f"http://localhost{sent.headers['location']}")
    assert again.status_code == 202
    assert again.headers["location"] == sent.headers["location"]


def test_deliveries_come_in_pages(api):
    """Newest first, each once, linked to the next; what comes meanwhile shifts nothing."""
    number = api.post("", json={"url": URL}).json()["webhook"]["id"]
    sent = [api.post(f"/{number}/test").json()["id"] for _ in range(5)]
    first = api.get(f"/{number}/deliveries", params={"limit": 2})
    api.post(f"/{number}/test")
    seen, link = [each["id"] for each in first.json()], first.links.get("next")
    while link:
        page = api.get(f"http://localhost{link['url']}")
        seen += [each["id"] for each in page.json()]
        link = page.links.get("next")
    assert seen == sent[::-1]
    assert api.get(f"/{number}/deliveries", params={"after": "nonsense"}).status_code == 422

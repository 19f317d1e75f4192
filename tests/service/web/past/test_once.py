"""What is sent twice is done once, also at the same moment, and answered as the first time."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient

from tests.service.files import NOTES
from tests.service.working import create_app

KEY = "4f1c-9a"


@pytest.fixture
def client(workspace, settings):
    """A service without programmes."""
    with TestClient(create_app(settings, workspace), client=("127.0.0.1", 1), base_url="http://localhost") as given:
        yield given


def make(client, name="Two rivers", key=KEY):
    return client.post("/api/v1/programmes", json={"name": name}, headers={"Idempotency-Key": key})


def names(client):
    return [each["name"] for each in client.get("/api/v1/programmes").json()]


def test_the_same_request_again_is_answered_as_before(client):
    """With status and body; another key makes another one."""
    first, again = make(client), make(client)
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert names(client) == ["Two rivers"]
    assert make(client, key="other").json()["slug"] == "two-rivers-2"


def test_another_body_under_the_same_key_is_refused(client):
    """A key stands for one request; one that is too long is none."""
    make(client)
    assert make(client, name="Other").status_code == 422
    assert make(client, key="x" * 201).status_code == 422
    assert names(client) == ["Two rivers"]


def test_what_was_refused_can_be_sent_again_under_its_key(client):
    """Nothing was done, so nothing is remembered."""
    assert make(client, name=" ").status_code == 422
    assert make(client).status_code == 201


def test_files_sent_again_are_kept_once(client):
    """Although the borders between the parts are others each time."""
    slug = make(client).json()["slug"]

    def send(text):
        files = [("files", ("notes.csv", text))]
        return client.post(f"/api/v1/programmes/{slug}/files", files=files, headers={"Idempotency-Key": "files"})

    first, again = send(b"text\nWe wait.\n"), send(b"text\nWe wait.\n")
    assert first.status_code == 201
    assert first.json() == again.json()
    assert send(b"text\nOther.\n").status_code == 422


def test_what_was_done_stays_known_when_somebody_is_deleted(client, monkeypatch):
    """What was answered may name them and is forgotten; that it was done is not, or it would be done twice."""
    slug = make(client).json()["slug"]
    notes = [("files", ("notes.csv", b"text,participant\nWe wait.,Asha Rai\nWe meet.,Tom Bell\n"))]
    client.post(f"/api/v1/programmes/{slug}/files", files=notes)
    deletion = {"kind": "person", "name": "Asha Rai", "typed": "Asha Rai"}
    key = {"Idempotency-Key": "gone"}
    assert client.post(f"/api/v1/programmes/{slug}/deletions", json=deletion, headers=key).status_code == 200
    assert client.post(f"/api/v1/programmes/{slug}/deletions", json=deletion, headers=key).status_code == 200
    monkeypatch.setattr("service.web.past.once.PATIENCE", 0)
    answer = make(client)
    assert (answer.status_code, answer.json()["code"]) == (409, "being-done")
    assert names(client) == ["Two rivers"]


def test_two_at_once_make_one(client):
    """Both are answered alike."""
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: make(client).text, range(4)))
    assert len(set(answers)) == 1
    assert names(client) == ["Two rivers"]


def test_a_request_whose_first_takes_too_long_is_told_so(client, monkeypatch):
    """As every other problem, and when to come again."""
    make(client)
    monkeypatch.setattr("service.web.past.once.PATIENCE", 0)
    answer = make(client)
    assert (answer.status_code, answer.headers["content-type"]) == (409, "application/problem+json")
    assert answer.json()["code"] == "being-done"
    assert answer.headers["retry-after"] == "2"


def test_a_double_click_makes_one_thing(client):
    """The forms of the first page have a key each time they are shown; both clicks lead to the same place."""
    once = re.search(r'name="once" value="([^"]+)"', client.get("/?lang=en").text)[1]
    assert once not in client.get("/?lang=en").text
    sent = {"name": "Two rivers", "teams": "North", "once": once}
    led = {client.post("/programmes", data=sent, follow_redirects=False).headers["location"] for _ in range(2)}
    assert led == {"/programmes/two-rivers/upload"}
    assert names(client) == ["Two rivers"]


def test_files_that_are_kept_twice_are_kept_once(settings, workspace):
    """A second click on Keep, also one that comes while the first is at it, leads on as the first did."""
    workspace.programmes.create("Two rivers", ["North"])
    with TestClient(create_app(settings, workspace), client=("127.0.0.1", 1), base_url="http://localhost") as client:
        sent = client.post("/programmes/two-rivers/upload", files=[("files", ("notes.csv", NOTES))])
        place = sent.url.path
        (key,) = set(re.findall(r'id="keep"[^>]*><input type="hidden" name="once" value="([^"]+)"', sent.text))
        with ThreadPoolExecutor(4) as pool:
            clicks = [
                pool.submit(client.post, f"{place}/keep", data={"once": key}, follow_redirects=False) for _ in "abcd"
            ]
        answers = {(each.result().status_code, each.result().headers.get("location")) for each in clicks}
        assert answers == {(303, "/programmes/two-rivers")}
        assert [each.filename for each in workspace.files.every("two-rivers")] == ["notes.csv"]
        assert client.post(f"{place}/keep", data={"once": "another"}).status_code == 410

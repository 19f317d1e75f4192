"""Bodies that do not say how long they are."""

import json

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.web.app import create_app
from service.web.request_guard import FORM_OVERHEAD

CHUNK = b"x" * 100_000


@pytest.fixture
def work(settings, open_workspace):
    """A workspace that takes a megabyte."""
    return open_workspace(Settings(data_dir=settings.data_dir, max_upload_mb=1))


@pytest.fixture
def ask(work):
    """A program that sends."""
    return TestClient(create_app(work.settings, work), base_url="http://localhost")


def test_a_body_may_come_in_chunks(ask):
    """JSON and files, whole."""
    body = json.dumps({"name": "Two rivers"}).encode()
    made = ask.post(
        "/api/v1/programmes", content=iter([body[:5], body[5:]]), headers={"content-type": "application/json"}
    )
    assert "content-length" not in made.request.headers
    assert made.status_code == 201
    form = ask.build_request("POST", "/x", files=[("files", ("a.csv", b"text,team\nOne,North\n"))])
    content, kind = form.read(), form.headers["content-type"]
    kept = ask.post(
        f"{made.headers['location']}/files",
        content=iter([content[:30], content[30:]]),
        headers={"content-type": kind},
    )
    assert kept.status_code == 201, kept.text


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain"])
def test_no_more_is_read_than_is_taken(ask, work, kind):
    """413, before the rest has come."""
    slug = work.programmes.create("P").slug
    given = []

    def chunks():
        for number in range(100):
            given.append(number)
            yield CHUNK

    path = f"/api/v1/programmes/{slug}/files" if "form" in kind else "/api/v1/programmes"
    refused = ask.post(path, content=chunks(), headers={"content-type": kind})
    assert refused.status_code in ({413} if kind != "text/plain" else {413, 415, 422})
    if refused.status_code == 413:
        assert refused.json()["code"] == "too-large"


def test_a_phone_sends_no_more_than_an_answer_in_chunks_either(tmp_path, open_workspace):
    """As where the length is said."""
    settings = Settings(data_dir=tmp_path, phones=True)
    app = create_app(settings, open_workspace(settings))
    phone = TestClient(app, base_url="http://192.168.1.20:8000", client=("192.168.1.31", 50000))
    sent = phone.post(
        "/f/abcdef",
        content=iter([b"voice=1&missing=" + b"x" * 30_000]),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert sent.status_code in {403, 404}
    assert FORM_OVERHEAD > 20_000

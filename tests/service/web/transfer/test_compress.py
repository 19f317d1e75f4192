"""Compressed answers, and those that are not."""

import gzip

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app


@pytest.fixture
def ask(workspace, full):
    """A program that asks for notes."""
    workspace.jobs.do_all()
    return TestClient(create_app(workspace.settings, workspace), base_url=f"http://localhost/api/v1/programmes/{full}")


def test_what_is_long_is_compressed_for_who_takes_it(ask):
    """The same JSON, fewer bytes, and what caches have to know."""
    packed, plain = ask.get("/notes"), ask.get("/notes", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


def test_what_is_short_is_not(ask):
    """It would get longer."""
    assert "content-encoding" not in ask.get("").headers


@pytest.mark.parametrize(
    ("headers", "is_packed"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin", "cookie": "a=b"}, True),
        ({"sec-fetch-site": "none", "cookie": "a=b"}, True),
        ({"sec-fetch-site": "cross-site", "cookie": "a=b"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"cookie": "a=b"}, False),
    ],
)
def test_no_other_site_learns_from_the_length(ask, headers, is_packed):
    """What another site may have let the browser ask for is sent as it is."""
    assert ("content-encoding" in ask.get("/notes", headers=headers).headers) is is_packed


def test_the_tag_of_what_is_compressed_still_serves(ask):
    """Weak, since its bytes are others; it is answered 304, and changes with it are let through."""
    packed, plain = ask.get("/elements"), ask.get("/elements", headers={"accept-encoding": "identity"})
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"
    for tag in (packed.headers["etag"], plain.headers["etag"]):
        assert ask.get("/elements", headers={"if-none-match": tag}).status_code == 304
    seen = {"if-match": packed.headers["etag"]}
    assert ask.patch("", json={"description": "One"}, headers=seen).status_code == 200
    assert ask.patch("", json={"description": "Two"}, headers=seen).status_code == 409


def test_files_that_are_packed_already_are_sent_as_they_are(ask):
    """Workbooks are."""
    assert "content-encoding" not in ask.get("/data", params={"format": "xlsx"}).headers


def test_pages_are_compressed_too(workspace, programme):
    """For the reader's own browser."""
    browser = TestClient(create_app(workspace.settings, workspace), base_url="http://localhost")
    with browser.stream("GET", "/", headers={"sec-fetch-site": "none"}) as page:
        assert page.headers["content-encoding"] == "gzip"
        assert b"<!doctype html>" in gzip.decompress(b"".join(page.iter_raw())).lower()

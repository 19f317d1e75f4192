"""The pages as a browser gets them."""

import re
from itertools import pairwise

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.exports.html import build_report
from service.web.http_errors import add_handlers
from service.web.router import router
from tests.service.presentation.fake import ROSTER, FakeWorkspace

HOME = "/programmes/two-rivers"
PAGES = [
    "/",
    HOME,
    f"{HOME}?review=March",
    f"{HOME}/elements/communications",
    f"{HOME}/elements/team-identity",
    f"{HOME}/rubrics",
    f"{HOME}/sessions",
    f"{HOME}/sessions/session-1",
    f"{HOME}/sessions/session-1?names=0",
    f"{HOME}/upload",
    f"{HOME}/tally",
    f"{HOME}/report",
    f"{HOME}/report.html",
    f"{HOME}/over-time",
    f"{HOME}/over-time?names=0",
    f"{HOME}/forms",
    f"{HOME}/forms/k7mq2x",
    "/f/k7mq2x",
    "/f/k7mq2x?sent=once",
]
HOSTILE = '<script>alert("x")</script>'


def client(workspace=None):
    app = FastAPI()
    add_handlers(app)
    given = workspace or FakeWorkspace()
    app.include_router(router(lambda: given))
    return TestClient(app, follow_redirects=False)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_every_page_speaks_every_language(path, code):
    """The page says its language, has one first heading, and no heading level is skipped."""
    response = client().get(path, headers={"accept-language": code})
    assert response.status_code == 200
    assert f'<html lang="{code}">' in response.text
    levels = [int(level) for level in re.findall(r"<h([1-6])", response.text)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_inline_script_and_no_other_origin(path):
    """What the content security policy forbids is not there."""
    text = client().get(path).text
    assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)", text)
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", text)
    assert not re.search(r"url\(", text)


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_unique(path):
    """Links inside a page lead to one place."""
    ids = re.findall(r'\bid="([^"]+)"', client().get(path).text)
    assert len(ids) == len(set(ids))


def test_an_empty_installation_begins_with_three_steps():
    """First start offers the sample before anything else."""
    text = client(FakeWorkspace(empty=True)).get("/").text
    assert text.index("Try it with the sample programme") < text.index("Name the programme and its teams")


@pytest.mark.parametrize("path", [HOME, f"{HOME}/sessions", f"{HOME}/report"])
def test_empty_pages_teach(path):
    """A programme without files still has its pages."""
    response = client(FakeWorkspace(empty=True)).get(path)
    assert response.status_code == 200
    assert path.endswith("report") or "example" in response.text


def test_the_language_is_remembered():
    """Asking once is enough."""
    visitor = client()
    assert "সেশন" in visitor.get(f"{HOME}/sessions?lang=bn").text
    assert '<html lang="bn">' in visitor.get("/").text
    assert '<html lang="en">' in visitor.get("/?lang=en").text


def test_the_language_switch_keeps_the_question():
    """The review stays chosen, and nothing of the address can break out of it."""
    text = client().get(f"{HOME}?review=March&x=%22%3E%3Cb%3E").text
    assert f"{HOME}?review=March&amp;x=%22%3E%3Cb%3E&amp;lang=bn" in text


def test_hostile_names_stay_text():
    """Programme, team, note, file and person with markup in their names."""
    workspace = FakeWorkspace(name=HOSTILE)
    given = workspace.readings("x")
    unit = given["elements"][0]["readings"][0]["units"][0]
    unit.update(text=HOSTILE, team=HOSTILE)
    workspace.readings = lambda *_, **__: given
    visitor = client(workspace)
    pages = [visitor.get(path).text for path in PAGES]
    sent = visitor.post(f"{HOME}/upload", files={"files": (f"{HOSTILE}.csv", HOSTILE.encode())})
    pages.append(visitor.get(sent.headers["location"]).text)
    pages.append(visitor.get(f"/programmes/{HOSTILE.replace('/', '')}").text)
    assert not any("<script>" in page for page in pages)
    assert sum("&lt;script&gt;" in page for page in pages) > 8


def test_errors_are_calm():
    """The one clear line on a page, both in the reader's language."""
    response = client().get("/programmes/nowhere?lang=ne")
    assert response.status_code == 404
    assert '<p class="lead">“<span lang="en">nowhere</span>” नामको कार्यक्रम छैन।' in response.text
    assert "यो यहाँ छैन" in response.text
    assert "Traceback" not in response.text


def test_upload_preview_keep_and_discard():
    """A preview shows each file; keeping leads to the programme, discarding back to the form."""
    visitor = client()
    files = [("files", ("notes.csv", b"hello")), ("files", ("s.vtt", b"WEBVTT")), ("files", ("empty.csv", b""))]
    sent = visitor.post(f"{HOME}/upload", files=files)
    assert (sent.status_code, sent.headers["location"]) == (303, f"{HOME}/upload/t1")
    text = visitor.get(f"{HOME}/upload/t1").text
    assert "2 of 3 files were understood" in text
    assert "the file is empty" in text
    assert 'name="roster:s.vtt"' in text
    assert f'href="{HOME}/upload/t1?lang=ne"' in text
    assert visitor.post(f"{HOME}/upload/t1/keep", data={"roster:s.vtt": "roster.csv"}).headers["location"] == HOME
    assert visitor.post(f"{HOME}/upload/t1/discard").headers["location"] == f"{HOME}/upload"
    assert visitor.post(f"{HOME}/upload/t1/keep").status_code == 410
    assert visitor.get(f"{HOME}/upload/t1").status_code == 410


def test_forms_lead_on():
    """A new programme leads to its files, the sample to its findings, removing back to the list."""
    visitor = client()
    made = visitor.post("/programmes", data={"name": "X", "teams": "A\n\nB\nA"})
    assert (made.status_code, made.headers["location"]) == (303, f"{HOME}/upload")
    assert visitor.post("/sample").headers["location"] == HOME
    assert visitor.post(f"{HOME}/files/1/remove").headers["location"] == f"{HOME}/upload"


def test_static_files_and_no_others():
    """The style sheet is small, and a path cannot leave the folder."""
    visitor = client()
    style = visitor.get("/static/manyvoices.css")
    assert style.status_code == 200
    assert len(style.content) < 20_000
    assert visitor.get("/static/..%2Frouter.py").status_code == 404


def test_the_report_stands_alone():
    """One file: style inside, no script, no link, no name."""
    html = build_report(FakeWorkspace(), "two-rivers")
    assert "<style>" in html
    assert not re.search(r"<script|<link|href=|src=", html)
    assert not any(person.name in html for person in ROSTER)


def test_the_report_names_people_only_when_asked():
    """The facilitator decides."""
    html = build_report(FakeWorkspace(), "two-rivers", names=True)
    assert "Clara Boyd" in html
    assert "People are named." in html


def test_the_report_keeps_the_order_of_the_evening():
    """What we heard, where we differ, who was heard, what we agreed, how it was made."""
    html = build_report(FakeWorkspace(), "two-rivers", language="ne")
    places = [html.index(f'id="{name}"') for name in ("heard", "differ", "who", "agreed", "made")]
    assert places == sorted(places)
    assert "हामीले के सुन्यौं" in html

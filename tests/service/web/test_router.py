"""The pages as a browser gets them."""

import re
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app as create_as_shipped
from tests.service.files import EVERYTHING, TRANSCRIPT
from tests.service.working import create_app

HOME = "/programmes/both-banks"
SESSION = f"{HOME}/sessions/session-2026-03-review"
READ_ONLY = [
    "/",
    HOME,
    f"{HOME}?review=March 2026",
    f"{HOME}/elements/communications",
    f"{HOME}/elements/communications/edit",
    f"{HOME}/elements/communications?review=March 2026",
    f"{HOME}/rubrics",
    f"{HOME}/sessions",
    SESSION,
    f"{SESSION}?names=0",
    f"{SESSION}?group=woman&percent=50",
    f"{HOME}/upload",
    f"{HOME}/settings",
    f"{HOME}/tally",
    f"{HOME}/report",
    f"{HOME}/report.html",
    f"{HOME}/over-time",
    f"{HOME}/over-time?names=0",
    f"{HOME}/forms",
    f"{HOME}/power",
]
HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def visitor(sample_workspace):
    """A browser at the sample programme; it only looks."""
    sample_workspace.jobs.do_all()
    app = create_as_shipped(sample_workspace.settings, sample_workspace.for_readers())
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def writer(settings, open_workspace):
    """A browser at an installation of its own, and its workspace."""
    workspace = open_workspace(settings)
    app = create_app(settings, workspace)
    return TestClient(app, base_url="http://localhost", follow_redirects=False), workspace


@pytest.mark.parametrize("path", READ_ONLY)
@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_every_page_speaks_every_language(visitor, path, code):
    """The page says its language, has one first heading, and no heading level is skipped."""
    response = visitor.get(path, headers={"accept-language": code})
    assert response.status_code == 200
    assert f'<html lang="{code}">' in response.text
    levels = [int(level) for level in re.findall(r"<h([1-6])", response.text)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("path", READ_ONLY)
def test_pages_have_no_inline_script_and_no_other_origin(visitor, path):
    """What the content security policy forbids is not there."""
    text = visitor.get(path).text
    assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)", text)
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", text)
    assert not re.search(r"url\(", text)


@pytest.mark.parametrize("path", READ_ONLY)
def test_ids_are_unique(visitor, path):
    """Links inside a page lead to one place."""
    ids = re.findall(r'\bid="([^"]+)"', visitor.get(path).text)
    assert len(ids) == len(set(ids))


def test_the_form_of_those_present_speaks_every_language(writer):
    """Open, sent, and what the facilitator sees of it."""
    visitor, workspace = writer
    workspace.programmes.create("P")
    code = workspace.feedback.add_form("p", "Day one").code
    for language in ("en", "bn", "ne"):
        for path in (f"/f/{code}", f"/f/{code}?sent=once", "/programmes/p/forms", f"/programmes/p/forms/{code}"):
            response = visitor.get(path, headers={"accept-language": language})
            assert response.status_code == 200
            assert f'<html lang="{language}">' in response.text


def test_an_empty_installation_begins_with_three_steps(writer):
    """First start offers the sample before anything else."""
    text = writer[0].get("/").text
    assert text.index("Try it with the sample programme") < text.index("Name the programme and its teams")


@pytest.mark.parametrize("path", ["", "/sessions", "/report"])
def test_empty_pages_teach(writer, path):
    """A programme without files still has its pages."""
    visitor, workspace = writer
    workspace.programmes.create("P")
    response = visitor.get(f"/programmes/p{path}")
    assert response.status_code == 200
    assert path == "/report" or "example" in response.text


def test_the_language_is_remembered(visitor):
    """Asking once is enough."""
    assert "সেশন" in visitor.get(f"{HOME}/sessions?lang=bn").text
    assert '<html lang="bn">' in visitor.get("/").text
    assert '<html lang="en">' in visitor.get("/?lang=en").text


def test_the_language_switch_keeps_the_question(visitor):
    """The review stays chosen, and nothing of the address can break out of it."""
    text = visitor.get(f"{HOME}?review=March+2026&x=%22%3E%3Cb%3E").text
    assert f"{HOME}?review=March+2026&amp;x=%22%3E%3Cb%3E&amp;lang=bn" in text


def test_hostile_names_stay_text(writer):
    """Programme, team, note, file and person with markup in their names."""
    visitor, workspace = writer
    workspace.programmes.create(HOSTILE, [HOSTILE])
    (slug,) = [each.slug for each in workspace.programmes.every()]
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    notes = f"text,element,team,participant\n{quoted} one,Trust,{quoted},{quoted}\nAnother,Trust,{quoted},Asha Rai\n"
    record = TRANSCRIPT.replace(b"Tom Bell", b"Tom &lt;script&gt;")
    workspace.files.add(slug, [(f"{HOSTILE}.csv", notes.encode()), ("s.vtt", record)])
    home = f"/programmes/{slug}"
    paths = ["/", home, f"{home}/elements/trust", f"{home}/upload", f"{home}/sessions/s", f"{home}/report"]
    pages = [visitor.get(path).text for path in paths]
    sent = visitor.post(f"{home}/upload", files={"files": (f"{HOSTILE}.csv", HOSTILE.encode())})
    pages.append(visitor.get(sent.headers["location"]).text)
    pages.append(visitor.get(f"/programmes/{HOSTILE.replace('/', '')}").text)
    assert not any("<script>" in page for page in pages)
    assert sum("&lt;script&gt;" in page for page in pages) > 6


def test_errors_are_calm(visitor):
    """The one clear line on a page in the reader's language."""
    response = visitor.get("/programmes/nowhere?lang=ne")
    assert response.status_code == 404
    assert "nowhere" in response.text
    assert "यो यहाँ छैन" in response.text
    assert "Traceback" not in response.text


def test_upload_preview_keep_and_discard(writer):
    """A preview shows each file; keeping leads to the programme, discarding back to the form."""
    visitor, workspace = writer
    workspace.programmes.create("P")
    files = [("files", file) for file in (*EVERYTHING, ("empty.csv", b""))]
    where = visitor.post("/programmes/p/upload", files=files).headers["location"]
    text = visitor.get(where).text
    assert "6 of 7 files were understood" in text
    assert "the file is empty" in text
    assert 'name="roster:session-2026-03-18.vtt"' in text
    assert f'href="{where}?lang=ne"' in text
    chosen = {"roster:session-2026-03-18.vtt": "roster.csv"}
    assert visitor.post(f"{where}/keep", data=chosen).headers["location"] == "/programmes/p"
    assert visitor.post(f"{where}/keep").status_code == 410
    assert visitor.get(where).status_code == 410
    other = visitor.post("/programmes/p/upload", files=files[:1]).headers["location"]
    assert visitor.post(f"{other}/discard").headers["location"] == "/programmes/p/upload"


def test_forms_lead_on(writer):
    """A new programme leads to its files, removing back to the list."""
    visitor, workspace = writer
    made = visitor.post("/programmes", data={"name": "X", "teams": "A\n\nB\nA"})
    assert (made.status_code, made.headers["location"]) == (303, "/programmes/x/upload")
    workspace.files.add("x", EVERYTHING[:1])
    assert visitor.post("/programmes/x/files/1/remove").headers["location"] == "/programmes/x/upload"
    assert workspace.files.every("x") == ()


def test_the_sample_leads_to_its_findings(visitor):
    """It is there already and stays the only one."""
    assert visitor.post("/sample").headers["location"] == HOME


def test_static_files_and_no_others(visitor):
    """The style sheet is small, and a path cannot leave the folder."""
    style = visitor.get("/static/manyvoices.css")
    assert style.status_code == 200
    assert len(style.content) < 20_000
    assert visitor.get("/static/..%2Frouter.py").status_code == 404


def test_the_report_is_downloaded_under_a_plain_name(visitor):
    """Browsers save it as report.html."""
    response = visitor.get(f"{HOME}/report.html")
    assert response.headers["content-disposition"] == 'attachment; filename="report.html"'


def test_the_programme_is_read_once_a_page(visitor, sample_workspace, monkeypatch):
    """Warm pages ask the store for the programme and for nothing else."""
    pages = [HOME, f"{HOME}/elements/communications", f"{HOME}/rubrics", f"{HOME}/sessions", f"{HOME}/over-time"]
    for path in pages:
        visitor.get(path)
    reads = []
    reading = sample_workspace._database.reading
    monkeypatch.setattr(sample_workspace._database, "reading", lambda: reads.append(1) or reading())
    for path in pages:
        reads.clear()
        visitor.get(path)
        assert len(reads) == 1, path

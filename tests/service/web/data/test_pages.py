"""The page "Take the data with you", and its files, on pages and in the API."""

import io
import json

import openpyxl
import pytest
from fastapi.testclient import TestClient

from service.exports.tables.formats import FORMATS
from service.exports.transcripts.formats import TRANSCRIPT_FORMATS
from service.settings import Settings
from tests.service.files import EVERYTHING
from tests.service.working import create_app

SESSION = "session-2026-03-18"
AT = "http://127.0.0.1:8000"


@pytest.fixture
def client(tmp_path, open_workspace):
    settings = Settings(data_dir=tmp_path)
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", EVERYTHING)
    with TestClient(create_app(settings, workspace), base_url=AT) as one:
        yield one


def test_the_page_offers_every_format_with_whom_it_is_for(client):
    """Names or numbers go into the links."""
    page = client.get("/programmes/p/data")
    assert page.status_code == 200
    for name in FORMATS:
        assert f"/programmes/p/data/file?format={name}&amp;names=0" in page.text
    for name in TRANSCRIPT_FORMATS:
        assert f"/programmes/p/sessions/{SESSION}/transcript?format={name}&amp;names=0" in page.text
    assert "For Excel and LibreOffice" in page.text
    assert "names=1" in client.get("/programmes/p/data?names=1").text


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_the_page_speaks_the_reader_s_language(client, code):
    """No sentence stays English."""
    page = client.get(f"/programmes/p/data?lang={code}").text
    assert "For Excel and LibreOffice" not in page
    assert "One row" not in page


@pytest.mark.parametrize("address", ["/programmes/p", "/programmes/p/report", f"/programmes/p/sessions/{SESSION}"])
def test_other_pages_lead_to_it(client, address):
    """From the programme, the report and a session."""
    assert "/programmes/p/data" in client.get(address).text


@pytest.mark.parametrize("address", ["/programmes/p/data/file", "/api/v1/programmes/p/data"])
def test_the_data_comes_as_a_file(client, address):
    """With a name, its media type, numbers for people, and the dictionary in the reader's language."""
    found = client.get(address, params={"format": "xlsx", "lang": "ne"})
    assert found.status_code == 200
    assert found.headers["content-type"] == FORMATS["xlsx"].media_type
    assert found.headers["content-disposition"] == "attachment; filename*=UTF-8''p.xlsx"
    assert found.headers["manyvoices-result"] == "current"
    book = openpyxl.load_workbook(io.BytesIO(found.content))
    assert "नोट" in str(list(book["dictionary"].values))
    named = client.get(address, params={"format": "jsonl", "names": "1"}).text
    assert "Asha Rai" in named
    assert "Asha" not in client.get(address, params={"format": "jsonl"}).text
    assert {json.loads(line)["kind"] for line in named.splitlines()} >= {"about", "note", "turn"}


@pytest.mark.parametrize("place", ["/programmes/p", "/api/v1/programmes/p"])
def test_a_transcript_comes_as_a_file(client, place):
    """In each format."""
    for name, form in TRANSCRIPT_FORMATS.items():
        found = client.get(f"{place}/sessions/{SESSION}/transcript", params={"format": name})
        assert (found.status_code, found.headers["content-type"]) == (200, form.media_type)
        assert found.headers["content-disposition"].endswith(f"{SESSION}{form.ending}")


def test_what_is_not_there_is_one_line(client):
    """A format, a session, a programme."""
    refused = client.get("/api/v1/programmes/p/data", params={"format": "sav"})
    assert refused.status_code == 422
    assert "data does not leave as sav" in refused.text
    assert client.get("/api/v1/programmes/p/sessions/none/transcript").status_code == 404
    assert client.get("/programmes/p/data/file?format=sav").status_code == 422
    assert client.get("/programmes/none/data").status_code == 404

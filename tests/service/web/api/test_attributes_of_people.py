"""What files say of single people stays in the files: no answer of the API gives it."""

import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from tests.service.files import ROSTER, TRANSCRIPT
from tests.service.working import create_app

OWN = ("খালিপা", "sandalwood", "चप्पल", "barefooted", "bootlaces")
"""What a column of the notes, and one of the roster, says of one person each."""
NOTES = "text,element,team,participant,date,shoe\n" + "".join(
    f"We share the news in time {number},Communications,North,Person {number},2026-03-1{number},{shoe}\n"
    for number, shoe in enumerate(OWN)
)
AS_WRITTEN = re.compile(r"/(content|archive|data|export\w*)\b")
"""Addresses that give files as they were handed in, or tables for whoever has the files."""


@pytest.fixture
def client(tmp_path, open_workspace):
    settings = Settings(data_dir=tmp_path)
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("P").slug
    roster = ROSTER.decode().splitlines()
    shod = [f"{line},{shoe}" for line, shoe in zip(roster, ("shoe", *OWN), strict=False)]
    files = [("notes.csv", NOTES.encode()), ("roster.csv", "\n".join(shod).encode()), ("march.vtt", TRANSCRIPT)]
    workspace.files.add(slug, files)
    return TestClient(create_app(settings, workspace), base_url="http://localhost", follow_redirects=False)


def addresses(client):
    """Every address of the API that is read, as far as it can be filled in."""
    (note, *_) = client.get("/api/v1/programmes/p/notes").json()
    (session, *_) = client.get("/api/v1/programmes/p/sessions").json()
    (file, *_) = client.get("/api/v1/programmes/p/files").json()
    known = {"slug": "p", "element": "communications", "session": session["slug"], "note": quote(note["id"])}
    known |= {"file": file["id"], "attribute": "gender"}
    for path, operations in client.get("/api/v1/openapi.json").json()["paths"].items():
        if "get" in operations and not AS_WRITTEN.search(path):
            wanted = re.findall(r"{(\w+)}", path)
            if set(wanted) <= known.keys():
                asked = "?q=news" if path.endswith("/search") else ""
                yield path.format(**known) + asked


def test_no_answer_tells_what_files_say_of_one_person(client):
    """Beside team and author any other attribute of a note would show a group of one."""
    answers = {address: client.get(address) for address in addresses(client)}
    given = {address: answer.text for address, answer in answers.items() if answer.status_code == 200}
    assert len(given) >= 20
    assert any("We share the news in time 3" in text for address, text in given.items() if "search" in address)
    assert [address for address, text in given.items() if any(own in text for own in OWN)] == []

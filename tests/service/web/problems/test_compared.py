"""Attributes that are asked for and that nobody has."""

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from tests.service.files import NOTES, ROSTER, TRANSCRIPT
from tests.service.working import create_app

HERE = "/api/v1/programmes/p"
SESSION = "/sessions/session-2026-03-18"


@pytest.fixture
def serve(tmp_path, open_workspace):
    """Makes a service with some files in a programme."""

    def made(*files):
        settings = Settings(data_dir=tmp_path)
        work = open_workspace(settings)
        work.programmes.create("P")
        if files:
            work.files.add("p", files)
        return TestClient(create_app(settings, work), base_url="http://localhost")

    return made


FILES = (("notes.csv", NOTES), ("roster.csv", ROSTER), ("session-2026-03-18.vtt", TRANSCRIPT))


@pytest.mark.parametrize(
    ("path", "kind"), [("/elements", "readings"), (SESSION, "participation"), ("/over-time", "over time")]
)
def test_an_attribute_of_nobody_is_refused_by_name(serve, path, kind):
    """In what is asked and in what is to be worked out; those that are there are named."""
    program = serve(*FILES)
    subject = path.rpartition("/")[2] if kind == "participation" else ""
    asked = program.get(HERE + path, params={"by": ["team", "shoe"]})
    wanted = program.post(f"{HERE}/analyses", json={"kind": kind, "subject": subject, "by": ["shoe"]})
    for answer, pointer in ((asked, "/query/by"), (wanted, "/body/by")):
        assert answer.status_code == 422, answer.text
        (fault,) = answer.json()["errors"]
        assert fault["pointer"] == pointer
        assert "shoe" in fault["detail"]
        assert "team" not in fault["detail"]
        assert "team" in answer.json()["remedy"]


def test_what_somebody_has_goes_on(serve):
    """Asked for first, then answered; the usual attributes may lack where nobody names them."""
    program = serve(*FILES)
    assert program.get(f"{HERE}/elements", params={"by": ["team"]}).status_code in (200, 404)
    assert program.post(f"{HERE}/analyses", json={"kind": "readings", "by": ["team"]}).status_code == 202
    assert program.get(f"{HERE}/elements", params={"by": ["team"]}).status_code == 200
    assert program.get(f"{HERE}{SESSION}").status_code == 200


def test_without_notes_and_sessions_everything_can_be_asked(serve):
    """There is nothing in the answer."""
    program = serve()
    assert program.get(f"{HERE}/elements", params={"by": ["shoe"]}).json()["elements"] == []
    assert program.get(f"{HERE}/over-time", params={"by": ["shoe"]}).status_code == 200


def test_without_a_roster_there_is_nobody_to_compare(serve):
    """As the library says it."""
    program = serve(FILES[2])
    answer = program.get(HERE + SESSION, params={"by": ["shoe"]})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/query/by")
    assert program.get(HERE + SESSION).status_code == 200

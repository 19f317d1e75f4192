"""The API as a program sees it."""

from dataclasses import fields

import pytest
from fastapi.testclient import TestClient

from nlp.messages import Message
from nlp.participation.feedback import ObserversView
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.types import RubricComparison
from service.programmes.programmes import Programmes
from service.web.problems.model import Problem
from tests.service.files import BAD, EVERYTHING, KINDS, NOTES, every_unit
from tests.service.working import create_app

API = "/api/v1/programmes"


@pytest.fixture
def client(settings, open_workspace):
    """The service on an empty database."""
    with TestClient(create_app(settings, open_workspace(settings)), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def programme(client):
    """The address of a programme without files."""
    made = client.post(API, json={"name": "দুই তীর", "teams": ["North", "South", "West"], "description": "d"})
    assert made.status_code == 201
    return f"{API}/{made.json()['slug']}"


@pytest.fixture
def full(client, programme):
    """The address of a programme with all its files."""
    sent = client.post(f"{programme}/files", files=upload(*EVERYTHING))
    assert sent.status_code == 201
    assert [file["kind"] for file in sent.json()] == KINDS
    return programme


def upload(*files):
    return [("files", file) for file in files]


def test_a_programme_and_its_files(client, full):
    """What was made and sent can be read again."""
    (listed,) = client.get(API).json()
    assert listed == client.get(full).json()
    assert listed["name"] == "দুই তীর"
    assert listed["elements"] == ["Communications", "Entrepreneurial culture"]
    assert [file["filename"] for file in client.get(f"{full}/files").json()] == [name for name, _ in EVERYTHING]


def test_the_analyses(client, full):
    """Readings, one element, rubrics, sessions, participation and ratings."""
    client.post(f"{full}/analyses", json={"kind": "readings", "by": ["team", "gender"]})
    readings = client.get(f"{full}/elements", params={"by": ["team", "gender"]}).json()
    assert readings["by"] == ["team", "gender"]
    assert (
        readings["elements"][0]
        == client.get(f"{full}/elements/communications", params={"by": ["team", "gender"]}).json()
    )
    assert all(unit["team"] for element in readings["elements"] for unit in every_unit(element))
    drift = client.get(f"{full}/drift").json()
    assert drift["order"] == ["March 2026", "September 2026"]
    assert (drift["elements"][0]["notes"], drift["elements"][0]["unplaced"]) == (
        {"March 2026": 3, "September 2026": 1},
        0,
    )
    assert client.get(f"{full}/rubrics").json()["elements"][0]["matched"][0]["crosses_levels"] is True
    (session,) = client.get(f"{full}/sessions").json()
    participation = client.get(f"{full}/sessions/{session['slug']}").json()
    assert participation["speakers"][0]["name"] == "Asha Rai"
    assert "Hari Lama" in participation["not_known"]
    expected = {"by": "gender", "expected": "man=0.2"}
    refused = client.get(f"{full}/sessions/{session['slug']}", params=expected | {"expected": "boss=0.2"})
    assert (refused.status_code // 100, "nobody on the roster is boss" in refused.text) == (4, True)
    assert client.get(f"{full}/sessions/{session['slug']}", params=expected).status_code == 200
    assert len(client.get(f"{full}/ratings").json()) == 3


def test_a_file_can_be_removed(client, full):
    """Its id is gone afterwards."""
    first = client.get(f"{full}/files").json()[0]["id"]
    assert client.delete(f"{full}/files/{first}").status_code == 204
    assert client.delete(f"{full}/files/{first}").status_code == 404
    assert len(client.get(f"{full}/files").json()) == len(EVERYTHING) - 1


@pytest.mark.parametrize(("name", "data"), BAD, ids=[name for name, _ in BAD])
def test_a_bad_file_is_one_line_and_nothing_is_stored(client, programme, name, data):
    """422 with problem, source, place, remedy and message; the good file beside it is not kept either."""
    response = client.post(f"{programme}/files", files=upload(("notes.csv", NOTES), (name, data)))
    assert response.status_code == 422
    error = response.json()
    Problem.model_validate(error)
    assert error["errors"][0]["file"] == name
    assert error["source"] == name
    assert error["problem"]
    assert error["remedy"]
    assert error["message"]["values"]["problem"]["text"] == error["problem"]
    assert error["problem"] in error["message"]["text"]
    assert client.get(f"{programme}/files").json() == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/no", None, 404),
        ("GET", "/no/elements", None, 404),
        ("GET", "{}/elements?review=May", None, 404),
        ("GET", "{}/elements/no", None, 404),
        ("GET", "{}/sessions/no", None, 404),
        ("DELETE", "{}/files/1", None, 404),
        ("DELETE", "{}/files/99999999999999999999", None, 422),
        ("GET", "{}/nowhere", None, 404),
        ("PUT", "{}", None, 405),
        ("POST", "", {"name": "  "}, 422),
        ("POST", "", {"name": "x" * 201}, 422),
        ("POST", "", {}, 422),
        ("POST", "{}/files", None, 422),
        ("GET", "{}/elements?" + "&".join(["by=a"] * 7), None, 422),
    ],
)
def test_every_refusal_has_the_same_form(client, programme, method, path, body, status):
    """One line with problem and remedy, whatever went wrong."""
    address = path.format(programme) if path.startswith("{}") else API + path
    response = client.request(method, address, json=body)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate(response.json())
    assert (problem.status, problem.type) == (status, f"urn:manyvoices:problem:{problem.code}")
    assert problem.message.text == problem.detail


def test_broken_json_is_refused(client):
    """Neither a crash nor a stack trace."""
    response = client.post(API, content=b'{"name": ', headers={"content-type": "application/json"})
    assert response.status_code == 422
    assert response.json()["code"] == "invalid-request"


def test_a_bug_is_said_calmly(settings, open_workspace, monkeypatch):
    """An error that nobody expected gives 500 in the same form, without its inner words."""
    workspace = open_workspace(settings)
    app = create_app(settings, workspace)
    monkeypatch.setattr(Programmes, "every", lambda _: 1 / 0)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        response = client.get(API)
    assert response.status_code == 500
    assert "division" not in response.text
    assert response.json()["problem"]


RESULTS = (
    Interpretation,
    ElementReadings,
    Drift,
    RubricComparison,
    Participation,
    OverSessions,
    ObserversView,
    Message,
)


@pytest.mark.parametrize("kind", RESULTS)
def test_the_description_names_every_field_of_a_result(client, kind):
    """From the types themselves, and leaves room for the attributes of notes beside them."""
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    described = next(schema for name, schema in schemas.items() if name in (kind.__name__, f"{kind.__name__}-Output"))
    assert set(described["properties"]) == {each.name for each in fields(kind)}
    assert described.get("additionalProperties", True) is not False


def test_the_description_is_whole(client):
    """Every answer of the OpenAPI description has a form, and what people have to send has an example."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert len(paths) >= 10
    assert all(path.startswith("/api/v1/") for path in paths)
    for operations in paths.values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                assert status == "204" or all(form["schema"] for form in response["content"].values())


def test_half_an_emoji_in_a_name_is_a_clear_line(client):
    """JSON can carry what no text is: the line that says it is not there says so too, with U+FFFD."""
    client.post("/api/v1/programmes", json={"name": "P"})
    body = b'{"session": "day \\ud83d"}'
    response = client.post("/api/v1/programmes/p/forms", content=body, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["problem"]) == (404, "there is no session “day \ufffd”")

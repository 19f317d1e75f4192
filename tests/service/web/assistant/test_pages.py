"""The page of the assistant, without any script; and that there is none where the settings name no model."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.openai_server import serving
from tests.service.assistant.chat_server import ChatServer
from tests.service.assistant.test_assistant import knows, with_readings
from tests.service.web.description.strictly import Strictly
from tests.service.working import create_app

HOME = "/programmes/p/assistant"
API = "/api/v1/programmes/p/assistant"


@pytest.fixture
def address():
    """Where a model is that knows what to say."""
    with serving(ChatServer(knows)) as address:
        yield address


@pytest.fixture
def desk_on(settings, open_workspace):
    """Opens the facilitator's browser on an installation whose model is at some address."""

    def opened(address):
        given = settings.model_copy(update={"assistant_url": address, "assistant_model": "toy"})
        work = with_readings(open_workspace(given))
        return TestClient(create_app(given, work), base_url="http://localhost")

    return opened


def test_from_asking_to_taking_and_refusing(desk_on, address):
    """Marked until somebody takes it; then the reading is called so, and the history says what proposed it."""
    desk = desk_on(address)
    assert "What does the assistant propose?" in desk.get("/programmes/p").text
    assert "The assistant has proposed nothing yet." in desk.get(HOME).text
    page = desk.post(HOME, data={"language": "en", "element": "culture"})
    page = desk.get(HOME).text
    assert "4 proposals wait to be checked." in page
    assert page.count("machine-made, not checked") == 4
    assert "The last run asked all that there was to ask." in page
    assert "it was in another script" in page
    name, sentence, *_ = re.findall(r'id="proposal-([0-9]+)"', page)
    desk.post(f"{HOME}/proposals/{name}/accept")
    after = desk.post(f"{HOME}/proposals/{sentence}/accept").text
    assert "2 proposals wait to be checked." in after
    assert "Checked and taken by Someone here" in after
    element = desk.get("/programmes/p/elements/culture").text
    assert "proposed by a machine, checked by a person" in element
    assert "named by a person" in element
    assert "Proposed by toy at 127.0.0.1:" in desk.get("/programmes/p/history").text
    (other, *_) = set(re.findall(r'id="proposal-([0-9]+)"', after)) - {name, sentence}
    assert "1 proposal waits to be checked." in desk.post(f"{HOME}/proposals/{other}/reject").text
    tables = desk.get("/programmes/p/data.jsonl")
    assert tables.status_code in (200, 404)


def test_another_machine_needs_a_confirmed_sentence(desk_on):
    """Nothing can be asked before; whoever confirmed it and when stands there, and it can be taken back."""
    desk = desk_on("https://models.example.org/v1")
    page = desk.get(HOME).text
    sentence = "Notes of P will be sent to models.example.org, another machine, and read there by toy"
    assert sentence in page
    assert "In which language?" not in page
    refused = desk.post(HOME, data={"language": "en"})
    assert refused.status_code == 422
    assert "would read the notes" in refused.text
    wrong = desk.post(f"{HOME}/allow", data={"host": "other.example.org"})
    assert wrong.status_code == 422
    after = desk.post(f"{HOME}/allow", data={"host": "models.example.org", "who": "Rina"}).text
    assert "In which language?" in after
    assert "Rina confirmed on" in after
    assert sentence in after
    assert sentence in desk.post(f"{HOME}/forbid").text
    assert "In which language?" not in desk.get(HOME).text


def test_the_same_through_the_api(desk_on, address):
    """How it stands, asking, taking, refusing."""
    desk = desk_on(address)
    assert desk.get(API).json()["may_be_sent"] is True
    asked = desk.post(f"{API}/runs", json={"language": "en"})
    assert asked.status_code == 202
    stands = desk.get(API).json()
    assert (stands["run"]["ended"], len(stands["proposals"])) == ("done", 4)
    number = stands["proposals"][0]["number"]
    taken = desk.put(f"{API}/proposals/{number}/accepted", json={"who": "Rina"}).json()
    assert taken["proposals"][0]["accepted_by"] == "Rina"
    assert desk.delete(f"{API}/proposals/{number}").status_code == 204
    assert desk.post(f"{API}/runs", json={"language": "fr"}).status_code == 422
    assert desk.post(f"{API}/runs", json={"language": "en", "element": "none"}).status_code == 404


def test_without_a_model_no_page_speaks_of_it(settings, open_workspace):
    """Off by default: no link, no page, nothing in the API."""
    work = with_readings(open_workspace(settings))
    desk = TestClient(create_app(settings, work), base_url="http://localhost")
    for path in ("/programmes/p", "/programmes/p/elements/culture"):
        assert "assistant" not in desk.get(path).text.lower()
    assert desk.get(HOME).status_code == 404
    assert desk.get(API).status_code == 404
    assert desk.post(HOME, data={"language": "en"}).status_code == 404


def test_what_the_api_answers_is_as_described(desk_on, address):
    """Every answer of the assistant, good and refused, against the description."""
    desk = desk_on(address)
    strictly = Strictly(desk.get("/api/v1/openapi.json").json())
    calls = [
        ("GET", API, None),
        ("POST", f"{API}/runs", {"language": "en"}),
        ("GET", API, None),
        ("PUT", f"{API}/proposals/1/accepted", {"who": "Rina"}),
        ("PUT", f"{API}/proposals/99/accepted", {}),
        ("DELETE", f"{API}/proposals/1", None),
        ("PUT", f"{API}/allowed", {"host": address.removeprefix("http://").removesuffix("/v1"), "who": "Rina"}),
        ("PUT", f"{API}/allowed", {"host": "elsewhere"}),
        ("DELETE", f"{API}/allowed", None),
        ("GET", "/api/v1/programmes/p/jobs", None),
    ]
    faults = [
        fault
        for method, url, body in calls
        for fault in strictly.faults(method, url, desk.request(method, url, json=body))
    ]
    assert faults == [], faults

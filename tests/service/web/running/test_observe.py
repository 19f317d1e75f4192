"""What every request goes through first: health, readiness, figures, its id and its line in the log."""

import asyncio
import io
import json
import logging

import pytest
from fastapi.testclient import TestClient

from service.running.logs import JsonLines, NamedValues, log_to_stderr, places
from service.settings import Settings
from service.web.app import create_app
from service.web.running.observe import Observe
from tests.own_loop import wait_for

SENTINELS = ("Gulabi Tharu", "গোপন কথা", "गोप्य कुरा", "secretword", "tok3n-of-mine")


@pytest.fixture
def logged(monkeypatch):
    """What is logged, as JSON lines, at every level."""
    stream = io.StringIO()
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    monkeypatch.setattr("sys.stderr", stream)
    log_to_stderr(Settings(log_format="json", log_level="debug"))
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers[:] = before
    root.setLevel(level)
    logging.getLogger("manyvoices").setLevel(logging.NOTSET)


@pytest.fixture
def client(settings, open_workspace):
    """A browser on this machine."""
    chosen = settings.model_copy(update={"metrics": True, "metrics_token": "open-sesame"})
    app = create_app(chosen, open_workspace(chosen))
    return TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5), raise_server_exceptions=False)


def test_it_says_whether_it_lives_and_is_ready(client, settings, tmp_path):
    """Without the database it still lives; whoever asks from elsewhere hears no details."""
    assert (client.get("/health").json(), client.get("/ready").json()) == (
        {"alive": True},
        {"ready": True, "failing": []},
    )
    (tmp_path / "manyvoices.db").rename(tmp_path / "away.db")
    ready = client.get("/ready")
    assert (ready.status_code, ready.json()) == (503, {"ready": False, "failing": ["database"]})
    stranger = client.get("/ready", headers={"x-forwarded-for": "203.0.113.9"})
    assert (stranger.status_code, stranger.json()) == (503, {"ready": False})
    assert client.get("/health").status_code == 200


def test_the_log_has_a_line_a_request_and_nothing_that_people_wrote(client, logged):
    """A whole walk: names, notes, addresses, queries and headers of it are nowhere in the log."""
    made = client.post("/programmes", data={"name": SENTINELS[0], "teams": "North"}, follow_redirects=False)
    slug = made.headers["location"].split("/")[2]
    notes = "text,element\n" + "".join(f"{text},Trust\n" for text in SENTINELS)
    files = {"files": (f"{SENTINELS[1]}.csv", notes.encode())}
    preview = client.post(f"/programmes/{slug}/upload", files=files, follow_redirects=False).headers["location"]
    client.post(f"{preview}/keep", follow_redirects=False)
    for path in ("", "/elements/trust", f"/elements/{SENTINELS[2]}", f"?review={SENTINELS[3]}", "/upload"):
        client.get(f"/programmes/{slug}{path}")
    client.get("/programmes/none", headers={"authorization": f"Bearer {SENTINELS[4]}"})
    lines = [line for line in logged() if line["event"] == "request"]
    assert len(lines) >= 9
    assert {"/programmes", "/programmes/{slug}", "/programmes/{slug}/elements/{element}"} <= {
        line["route"] for line in lines
    }
    assert all({"time", "method", "route", "status", "ms", "request"} <= line.keys() for line in lines)
    everything = json.dumps(logged(), ensure_ascii=False)
    for text in (*SENTINELS, slug, preview.split("/")[-1]):
        assert text not in everything


def test_a_bug_is_logged_under_the_code_that_the_page_shows(client, logged, monkeypatch):
    """The log has the place in the code, not the words of the error; the page has the code alone."""

    def fail(*_: object) -> None:
        raise ValueError(SENTINELS[3])

    monkeypatch.setattr("service.programmes.programmes.Programmes.every", fail)
    monkeypatch.setattr("service.programmes.programmes.Programmes.get", fail)
    page = client.get("/", headers={"x-request-id": "from-the-proxy-1"})
    assert page.status_code == 500
    assert "from-the-proxy-1" in page.text
    (line,) = [line for line in logged() if line.get("error")]
    assert (line["request"], line["status"], line["level"]) == ("from-the-proxy-1", 500, "error")
    assert "ValueError at" in line["error"]
    assert SENTINELS[3] not in json.dumps(logged())


def test_what_the_end_of_the_service_cuts_off_is_no_error(logged):
    """A request that still goes on when the service has to end is told as cut off (499), not as broken (500)."""

    async def end_meanwhile() -> None:
        begun, counted = asyncio.Event(), []

        async def app(*_: object) -> None:
            begun.set()
            await asyncio.sleep(60)

        observe = Observe(app, failing=lambda: (), count=lambda *told: counted.append(told[:3]))
        scope = {"type": "http", "path": "/programmes", "method": "GET", "headers": []}
        request = asyncio.create_task(observe(scope, None, None))
        await begun.wait()
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
        assert counted == [("GET", "-", 499)]

    wait_for(end_meanwhile())
    (line,) = [line for line in logged() if line["event"] == "request"]
    assert (line["status"], line["level"]) == (499, "info")
    assert "error" not in line


@pytest.mark.parametrize("given", ["x", "a b c d e f", "১২৩৪৫৬৭৮", "a" * 65, 'a"b\\c=d;e', ""])
def test_an_id_that_is_not_sane_is_replaced(client, given):
    """Only letters, digits and three signs come into the log and the answer."""
    answered = client.get("/static/site.css", headers={"x-request-id": given.encode()}).headers["x-request-id"]
    assert answered != given
    assert len(answered) == 16


def test_figures_are_for_this_machine_and_for_whoever_has_the_token(client):
    """Requests by route and status, and the size of the database; without names."""
    client.get("/programmes/nowhere")
    figures = client.get("/metrics").text
    assert 'manyvoices_requests_total{method="GET",route="/programmes/{slug}",status="404"} 1.0' in figures
    assert "manyvoices_database_bytes" in figures
    assert "nowhere" not in figures
    elsewhere = {"x-forwarded-for": "203.0.113.9"}
    assert "manyvoices_requests" not in client.get("/metrics", headers=elsewhere).text
    token = {**elsewhere, "authorization": "Bearer open-sesame"}
    assert "manyvoices_requests" in client.get("/metrics", headers=token).text
    token["authorization"] = "Bearer another"
    assert "manyvoices_requests" not in client.get("/metrics", headers=token).text


def test_both_forms_are_one_line(monkeypatch):
    """Text has names and values, values with spaces in quotes."""
    record = logging.LogRecord("manyvoices.x", logging.INFO, "", 0, "two\nlines", None, None)
    record.fields = {"route": "/a b", "ms": 1.5}
    text, machine = NamedValues().format(record), JsonLines().format(record)
    assert "\n" not in text + machine
    assert text.endswith('event="two\\nlines" route="/a b" ms=1.5')
    assert json.loads(machine)["ms"] == 1.5


def test_an_error_is_told_without_its_words():
    """Its kind, what led to it, and where."""
    try:
        try:
            raise KeyError("secretword")
        except KeyError as error:
            raise ValueError("secretword") from error
    except ValueError as error:
        told = places(error)
    assert told.startswith("ValueError at ")
    assert "because of KeyError" in told
    assert "secretword" not in told

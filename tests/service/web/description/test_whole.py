"""Everything that is answered stands in the description: the whole of a programme, asked for and looked through."""

import re
import shutil
from datetime import UTC as UTC_ZONE
from datetime import datetime
from itertools import product

import pytest
from fastapi.testclient import TestClient

from service.assistant.types import MadeWith, ProposalKind, Proposed
from service.settings import Settings
from service.store import Database, programmes
from service.store.assistant import proposals
from tests.service.files import NOTES
from tests.service.web.description.strictly import Strictly
from tests.service.working import create_app

API = "/api/v1/programmes"
UTC = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z")
LIKE_A_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*")
ELSEWHERE = {"/api/v1/account", "/api/v1/account/tokens"}
"""Where only who is signed in goes; these are open to who works on the machine."""


@pytest.fixture(scope="module")
def walk(tmp_path_factory, sample_folder):
    """The sample programme with something of everything in it; what was asked, and every fault in what was answered."""
    folder = tmp_path_factory.mktemp("whole") / "data"
    shutil.copytree(sample_folder, folder)
    assistant = {"assistant_url": "http://127.0.0.1:9/v1", "assistant_model": "toy"}
    settings = Settings(data_dir=folder, webhook_hosts=("hooks.example.org",), **assistant)
    _propose(settings)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        yield Walk(client)


def _propose(settings):
    """Have a model said a sentence, so that there is one to take and to refuse."""
    database = Database.open(settings.url)
    with database.writing() as db:
        (programme, *_) = programmes.every(db)
        content = Proposed(ProposalKind.SENTENCE, "Communications", "News.", "en", MadeWith("toy", "reading-1", 1))
        assert proposals.add(db, programme.id, content, datetime.now(UTC_ZONE)) == 1
    database.close()


class Walk:
    """Goes through the API and keeps what is not as described."""

    def __init__(self, client):
        self.client = client
        self.strictly = Strictly(client.get("/api/v1/openapi.json").json())
        self.faults = set()
        self.times = set()
        self.token = ""
        self.here = f"{API}/{client.get(API).json()[0]['slug']}"

    def ask(self, method, path, **more):
        """Ask, and hold the answer against the description."""
        url = path if path.startswith("/api") else self.here + path
        answer = self.client.request(method, url, **more)
        self.faults |= {*self.strictly.faults(method, url, answer)}
        if answer.content and answer.headers.get("content-type", "").endswith("json"):
            self.times |= {text for text in _texts(answer.json()) if LIKE_A_TIME.fullmatch(text)}
        return answer.json() if answer.content and "json" in answer.headers["content-type"] else answer

    def get(self, path, **more):
        """Ask for what is there."""
        return self.ask("GET", path, **more)


def _texts(value):
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)


@pytest.fixture(scope="module")
def walked(walk):
    """The walk after all of it."""
    _make(walk)
    element, session = _named(walk)
    _look(walk, element, session)
    return walk


def _named(walk):
    element = walk.get("/elements")["elements"][0]
    return element, walk.get("/sessions")[0]["slug"]


def _make(walk):
    """Something of everything that can be made."""
    element, session = _named(walk)
    slug = element.get("slug", "communications")
    walk.ask("PATCH", "", json={"description": "About two banks"})
    walk.ask("POST", "/copy", json={"name": "Next", "files": ["rubric"]})
    walk.ask("POST", API, json={"name": "Other"})
    walk.ask("PATCH", f"/sessions/{session}", json={"title": "Review"})
    walk.ask("PUT", f"/sessions/{session}/attendance", json={"others": "absent"})
    label = walk.get(f"/sessions/{session}")["speakers"][0]["name"]
    walk.ask("PUT", f"/sessions/{session}/names", json={"label": label, "kind": "room"})
    form = walk.ask("POST", "/forms", json={"title": "Day one", "session": session})["code"]
    walk.ask("POST", f"/forms/{form}/answers", json=[{"voice": n, "missing": f"time {n}"} for n in (1, 2, 4, 5)])
    walk.ask("PATCH", f"/forms/{form}", json={"is_open": False})
    walk.ask("DELETE", f"/forms/{form}/after-many")
    action = walk.ask("POST", "/actions", json={"what": "Call", "until": "2026-12-01", "made_of": of_reading(element)})
    walk.ask("PUT", f"/actions/{action['code']}/verdict", json={"became": "too early"})
    walk.ask("PATCH", f"/actions/{action['code']}", json={"status": "doing"})
    walk.ask("POST", "/left-as-it-is", json={"reason": "Not ours", "made_of": of_reading(element)})
    reading = element["readings"][0]
    ids = [unit["id"] for unit in reading["units"]]
    for edit in (
        {"kind": "rename", "reading": reading["id"], "name": "Calls"},
        {"kind": "split", "notes": ids[:2], "name": "Two"},
        {"kind": "move", "notes": ids[:1], "to": None},
        {"kind": "merge", "reading": element["readings"][1]["id"], "into": reading["id"]},
        {"kind": "layout", "readings": 3},
    ):
        walk.ask("POST", "/edits", json={"element": slug} | edit)
    wall = walk.ask("POST", f"/elements/{slug}/sorting", json={"do": "begin", "start": "heaps"})
    for pile, name in zip(wall["piles"], ("Speed", "Care"), strict=False):
        walk.ask("POST", f"/elements/{slug}/sorting", json={"do": "name", "pile": pile["id"], "name": name})
    room = walk.ask("POST", f"/elements/{slug}/sorting/rooms", json={"cards": 5})["code"]
    walk.ask("PATCH", f"/elements/{slug}/sorting/rooms/{room}", json={"is_open": False})
    walk.ask("POST", "/names", json={"say": "rename", "kind": "team", "name": "Nepal", "new": "Nepal team"})
    walk.ask("POST", "/rubrics/written", json={"team": "Consortium", "start": "team", "of": "Consortium"})
    walk.ask("POST", "/rubrics/written", json={"team": "Gone", "start": "team", "of": "Consortium"})
    cell = {"level": "well-functioning", "text": "News comes in time", "why": "plainer"}
    walk.ask("PUT", "/rubrics/written/consortium/elements/communications", json=cell)
    walk.ask("POST", "/rubrics/written/consortium/versions", json={"why": "agreed"})
    walk.ask("DELETE", "/rubrics/written/gone")
    cell = {"team": "consortium", "element": "communications", "level": "well-functioning"}
    room = walk.ask("POST", "/rubrics/rooms", json=cell)["code"]
    for number in range(3):
        walk.client.post(f"/w/{room}", data={"text": f"News {number}", "token": f"tokentoken{number}"})
    walk.ask("PATCH", f"/rubrics/rooms/{room}", json={"is_open": False})
    walk.ask("POST", f"/rubrics/rooms/{room}/agreed", json={"text": "News comes in time to all"})
    walk.ask("DELETE", "/rubrics/rooms/" + walk.ask("POST", "/rubrics/rooms", json=cell)["code"])
    walk.ask(
        "POST",
        "/rubrics/elements",
        json={"do": "split", "element": "communications", "parts": ["Communications", "Calls"]},
    )
    walk.ask("PUT", "/consent", json={"consent": "quote without name"})
    walk.ask("PUT", "/keeping", json={"months": 24})
    walk.ask("POST", "/deletions", json={"kind": "programme"})
    walk.ask("POST", "/analyses", json={"kind": "readings", "by": ["team", "language"]})
    walk.ask("POST", "/giving-back", json={})
    walk.ask("POST", "/stages/said", json={"stage": "advise", "why": "We listen"})
    walk.get("/assistant")
    walk.ask("PUT", "/assistant/allowed", json={"host": "127.0.0.1:9", "who": "Rina"})
    walk.ask("POST", "/assistant/runs", json={"language": "ne", "element": slug})
    walk.ask("PUT", "/assistant/proposals/1/accepted", json={})
    walk.ask("DELETE", "/assistant/proposals/1")
    walk.ask("DELETE", "/assistant/allowed")
    memo = {"kind": "session", "id": walk.get("/sessions")[0]["slug"], "text": "Why?"}
    number = walk.ask("POST", "/memos", json=memo)["number"]
    walk.ask("POST", f"/memos/{number}/answers", json={"text": "Because"})
    walk.ask("PATCH", f"/memos/{number}", json={"closed": True})
    _share(walk)
    channel = walk.ask("POST", "/channels", json={"title": "What should change?"})["code"]
    for number in range(3):
        walk.client.post(f"/c/{channel}", data={"message": f"Call earlier {number}", "token": f"tokentoken{number}"})
    walk.ask("POST", "/reviews", json={"name": "May 2027"})
    walk.ask("PATCH", "/reviews/may-2027", json={"date": walk.get("/reviews/may-2027")["date"]})
    walk.ask("PUT", "/reviews/may-2027/agenda", json={"parts": [{"kind": "ratings", "minutes": 45}]})
    notes = walk.ask("POST", "/notes-on-phones", json={"title": "What changed?", "asks_team": True})["code"]
    walk.client.post(f"/n/{notes}", data={"text": "We call first", "key": "keykeykey"})
    walk.ask("POST", f"/notes-on-phones/{notes}/bring")
    walk.ask("POST", "/notes-on-phones/bring")
    (note,) = walk.get(f"/notes-on-phones/{notes}/notes")
    walk.ask("PATCH", f"/notes-on-phones/{notes}/notes/{note['id']}", json={"is_hidden": True})
    walk.ask("PATCH", f"/notes-on-phones/{notes}", json={"is_open": False})
    survey = walk.ask("POST", "/surveys", json={"ready": "after a session"})["code"]
    walk.ask("PUT", f"/surveys/{survey}", json=walk.get(f"/surveys/{survey}")["content"])
    walk.ask("PATCH", f"/surveys/{survey}", json={"state": "open"})
    people = [{"values": {"1": ["4"], "4": [f"Call earlier {number}"]}} for number in range(4)]
    walk.ask("POST", f"/surveys/{survey}/answers", json=people)
    walk.ask("PATCH", f"/surveys/{survey}", json={"state": "closed"})
    walk.ask("POST", f"/surveys/{survey}/files", json={"review": "May 2026"})
    walk.ask("PUT", f"/outcomes/q/{survey}", json={"text": "We call at eleven."})
    walk.ask("PUT", "/reviews/may-2027/took", json={"seconds": [1200]})
    other = walk.ask("POST", "/reviews", json={"name": "Later"})["slug"]
    walk.ask("PUT", f"/reviews/{other}/session", json={"session": None})
    walk.get(f"/reviews/{other}/hanging")
    rated = {"element": element["element"], "level": "emerging", "reason": "We call"}
    walk.ask("PUT", "/reviews/may-2027/ratings", json={"way": "collective", "team": "Nepal team", "ratings": [rated]})
    walk.ask("PUT", "/reviews/may-2027/ratings/phones", json={"is_open": True})
    walk.ask("POST", "/reviews/may-2027/ratings/take-in")
    people = [{"name": f"Person {number}"} for number in range(9)]
    plan = {"review": "March 2026", "day": "2026-03-18", "people": people, "rounds": 2}
    cafe = walk.ask("POST", "/cafes", json=plan)["code"]
    walk.ask("POST", f"/cafes/{cafe}/arrange")
    seated = walk.ask("PUT", f"/cafes/{cafe}/people", json={"people": people[:8]})["seating"]["rounds"][0]
    walk.pair = {"one": seated[0]["guests"][0], "other": seated[1]["guests"][0]}
    walk.ask("POST", f"/cafes/{cafe}/swap", json=walk.pair)
    walk.ask("POST", f"/cafes/{cafe}/notes", json={"round": 1, "table": 1, "texts": ["Too late", "Too much"]})
    walk.ask("POST", f"/cafes/{cafe}/notes/gather")
    walk.ask("PATCH", f"/cafes/{cafe}", json={"over": 1})
    walk.ask("PUT", "/calendar", json={"names": True})
    walk.ask("POST", "/questions/own", json={"text": "Who calls?", "place": f"elements/{slug}"})
    walk.ask("POST", "/publications", json={"title": "Both Banks", "formats": ["html"]})
    walk.ask("POST", "/publications", json={"title": "Both Banks", "formats": ["docx"]})
    walk.ask("PUT", "/report/choice", json={"quotes": True}, params={"for": "funder"})
    preview = walk.ask("POST", "/previews", files=[("files", ("notes.csv", NOTES)), ("files", ("x.png", b"\x89PNG"))])
    change = {"position": 0, "plan": {"team": "Nepal"}}
    walk.token = walk.ask("POST", f"/previews/{preview['token']}", json=[change])["token"]
    kept = walk.ask("POST", "/files", files=[("files", ("more.csv", NOTES))])
    walk.ask("POST", f"/files/{kept[0]['id']}/preview")
    walk.ask("DELETE", f"/files/{kept[0]['id']}")
    walk.ask("POST", "/people/invitations".join(("/api/v1", "")), json={"name": "Asha"})
    walk.ask("POST", "/members/invitations", json={"name": "Asha", "role": "observer"})
    hook = walk.ask("POST", "/webhooks", json={"url": "https://hooks.example.org/manyvoices"})["webhook"]["id"]
    walk.ask("POST", f"/webhooks/{hook}/test")
    walk.ask("PATCH", f"/webhooks/{hook}", json={"is_on": False})


def _share(walk):
    """Share an action, and bring in a library in which it stands under another id."""
    action = walk.ask("POST", "/actions", json={"what": "Call early"})["code"]
    words = {"kind": "action", "id": action, "words": "Call early", "about": "Communications"}
    shared = walk.ask("POST", "/library", json=words)["id"]
    walk.ask("PUT", f"/library/{shared}", json={**words, "words": "Call earlier"})
    data = walk.client.get("/api/v1/library/export").content
    for sign in "ef":
        file = [("file", ("library.json", data.replace(shared.encode(), sign.encode() * 32)))]
        walk.ask("POST", "/api/v1/library/import", files=file)
    walk.ask("DELETE", f"/api/v1/library/{'e' * 32}")
    walk.ask("DELETE", f"/api/v1/library/files/{walk.get('/api/v1/library/files')[0]['number']}")
    other = walk.ask("POST", "/actions", json={"what": "Call late"})["code"]
    walk.ask("DELETE", f"/library/{walk.ask('POST', '/library', json={**words, 'id': other})['id']}")


def of_reading(element):
    """The source that is the first reading of an element."""
    return {"origin": "reading", "id": element["readings"][0]["id"], "element": element["element"]}


def _look(walk, element, session):
    """Ask for everything with GET, at every place that there is."""
    got = {
        "slug": [walk.here.rpartition("/")[2]],
        "element": [each.get("slug", "communications") for each in walk.get("/elements")["elements"]],
        "session": [each["slug"] for each in walk.get("/sessions")],
        "review": [each["slug"] for each in walk.get("/reviews")],
        "file": [each["id"] for each in walk.get("/files")][:4],
        "rubric": ["consortium"],
        "stage": [each["number"] for each in walk.get("/stages")["said"]],
        "shared": [each["id"] for each in walk.get("/library")],
        "memo": [each["number"] for each in walk.get("/memos")],
        "note": [walk.get("/notes")[0]["id"]],
        "job": [each["id"] for each in walk.get("/jobs")][:3],
        "publication": [each["id"] for each in walk.get("/publications")],
        "token": [walk.token],
        "kind": ["q"],
        "webhook": [each["id"] for each in walk.get("/webhooks")],
        "picture": ["grid.png", "map.png", "people.svg"],
    }
    got["delivery"] = [each["id"] for each in walk.get(f"/webhooks/{got['webhook'][0]}/deliveries")]
    codes = {
        "forms": [each["code"] for each in walk.get("/forms")],
        "giving-back": [each["code"] for each in walk.get("/giving-back")],
        "rubrics/rooms": [each["code"] for each in walk.get("/rubrics/rooms")],
        "channels": [each["code"] for each in walk.get("/channels")],
        "notes-on-phones": [each["code"] for each in walk.get("/notes-on-phones")],
        "surveys": [each["code"] for each in walk.get("/surveys")],
        "outcomes/{kind}": [each["code"] for each in walk.get("/surveys")],
        "cafes": [each["code"] for each in walk.get("/cafes")],
        "actions": [each["action"]["code"] for each in walk.get("/actions")],
        "rooms": [each["code"] for slug in got["element"] for each in walk.get(f"/elements/{slug}/sorting/rooms")],
    }
    for path, methods in walk.strictly.paths.items():
        if "get" not in methods:
            continue
        places = re.findall(r"\{([a-z_]+)\}", path)
        kind = next((kind for kind in codes if f"/{kind}/{{code}}" in path), "")
        for values in product(*(codes[kind] if place == "code" else got.get(place, []) for place in places)):
            url = path.format(**dict(zip(places, values, strict=True)))
            walk.get(url)
    for more in ({"q": "time"}, {"q": "late", "by": "meaning"}):
        walk.get("/search", params=more)
    walk.get(f"/cafes/{codes['cafes'][0]}/swap", params=walk.pair)
    walk.get("/history", params={"looked": True})


def test_every_field_that_is_answered_is_described(walked):
    """Nothing is left over, nothing has another form than is told, and every status is one of those that are told."""
    assert not walked.faults, "\n".join(sorted(walked.faults))


def test_the_walk_went_everywhere(walked):
    """Every address that can be asked was answered as it should be at least once."""
    answered = {path for method, path, status in walked.strictly.seen if method == "GET" and status in (200, 202)}
    asked = {path for path, methods in walked.strictly.paths.items() if "get" in methods}
    assert asked - answered == ELSEWHERE
    changed = {(method, path): status < 400 for method, path, status in sorted(walked.strictly.seen) if method != "GET"}
    assert [each for each, done in changed.items() if not done] == []


def test_times_have_one_form(walked):
    """RFC 3339 in UTC, with a Z."""
    assert walked.times
    assert [time for time in walked.times if not UTC.fullmatch(time)] == []

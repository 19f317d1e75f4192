"""Every address with everybody who could ask: what they get, and that nothing else comes through."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from shutil import copyfile

import pytest
from fastapi.testclient import TestClient
from starlette.responses import Response

from service.names.types import NameKind
from service.settings import Settings
from service.store import Database
from service.web.access import Gate, addresses
from service.web.app import create_app
from service.web.http_errors import answer
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.web.access_people import SECRETS, Things, Told, client, fill, known, people

OPEN = {
    "GET /static/{name}",
    "POST /n/{code}/take-back",
    *(f"{method} /{kind}/{{code}}" for method in ("GET", "POST") for kind in "frgcnqvtw"),
    "GET /a/{code}",
}
COMING_IN = {
    "GET /sign-in",
    "POST /sign-in",
    "GET /sign-in/elsewhere",
    "GET /sign-in/elsewhere/back",
    "POST /sign-out",
    "GET /invitation/{secret}",
    "POST /invitation/{secret}",
    "POST /invitation/{secret}/join",
    "GET /password/{secret}",
    "POST /password/{secret}",
}
DESCRIBED = {"GET /api/v1/openapi.json", "HEAD /api/v1/openapi.json"}
SIGNED_IN = {
    "GET /",
    "GET /account",
    "POST /account",
    "POST /account/password",
    "POST /account/sign-ins/{number}/end",
    "POST /account/sign-ins/end-others",
    "POST /account/tokens",
    "POST /account/tokens/{number}/revoke",
    "GET /api/v1/programmes",
    "GET /api/v1/account",
    "PATCH /api/v1/account",
    "GET /api/v1/account/tokens",
    "POST /api/v1/account/tokens",
    "DELETE /api/v1/account/tokens/{number}",
}
PEOPLE = {
    "GET /people",
    "POST /people/invite",
    "POST /people/invitations/{number}/take-back",
    "POST /people/{number}",
    "POST /people/{number}/password",
    "GET /api/v1/people",
    "GET /api/v1/people/invitations",
    "POST /api/v1/people/invitations",
    "DELETE /api/v1/people/invitations/{number}",
    "PATCH /api/v1/people/{number}",
    "POST /api/v1/people/{number}/password",
}
MAKERS = {
    "POST /programmes",
    "POST /programmes/import",
    "POST /sample",
    "POST /api/v1/programmes",
    "POST /api/v1/programmes/import",
    "GET /library",
    "GET /library.json",
    "POST /library/import",
    "GET /library/import/{token}",
    "POST /library/import/{token}/keep",
    "POST /library/import/{token}/discard",
    "POST /library/files/{number}/remove",
    "POST /library/{shared}/remove",
    "GET /api/v1/library",
    "GET /api/v1/library/export",
    "POST /api/v1/library/import",
    "GET /api/v1/library/files",
    "DELETE /api/v1/library/files/{number}",
    "GET /api/v1/library/{shared}",
    "DELETE /api/v1/library/{shared}",
}
HOME, API = "/programmes/{slug}", "/api/v1/programmes/{slug}"
READERS = {
    f"GET {HOME}",
    f"GET {HOME}/published",
    f"GET {HOME}/published/{{publication}}",
    f"GET {API}",
    f"GET {API}/publications",
    f"GET {API}/publications/{{publication}}",
    f"GET {API}/publications/{{publication}}/content",
}
WRITERS = {
    f"GET {HOME}/notes",
    f"GET {HOME}/notes/{{note}}",
    f"GET {HOME}/search",
    f"GET {HOME}/upload",
    f"POST {HOME}/upload",
    f"GET {HOME}/upload/{{token}}",
    f"POST {HOME}/upload/{{token}}",
    f"POST {HOME}/upload/{{token}}/keep",
    f"POST {HOME}/upload/{{token}}/discard",
    f"GET {HOME}/upload/{{token}}/files/{{position}}/pages/{{number}}",
    f"POST {HOME}/files/{{number}}/settings",
    f"POST {HOME}/files/{{number}}/remove",
    f"GET {API}/files",
    f"POST {API}/files",
    f"GET {API}/files/{{file}}",
    f"DELETE {API}/files/{{file}}",
    f"POST {API}/files/{{file}}/preview",
    f"GET {API}/notes",
    f"GET {API}/notes/{{note}}",
    f"GET {API}/search",
    f"GET {API}/open",
    f"POST {API}/previews",
    f"GET {API}/previews/{{token}}",
    f"POST {API}/previews/{{token}}",
    f"DELETE {API}/previews/{{token}}",
    f"POST {API}/previews/{{token}}/keep",
}
MAY: Mapping[str, set[str]] = {
    "nobody": SIGNED_IN,
    "observer": SIGNED_IN | READERS,
    "member": SIGNED_IN | READERS | WRITERS,
    "member of another team": SIGNED_IN | READERS | WRITERS,
    "administrator": SIGNED_IN | MAKERS | PEOPLE,
    "member there": SIGNED_IN,
    "facilitator elsewhere": SIGNED_IN | MAKERS,
}
"""Who may do what, beside what everybody may; a facilitator may everything in the programme."""
BODIES = {
    "PATCH": {},
    f"PATCH {API}/channels/{{code}}": {"is_open": False},
    f"PATCH {API}/notes-on-phones/{{code}}": {"is_open": False},
    f"PATCH {API}/notes-on-phones/{{code}}/notes/{{note}}": {"is_hidden": True},
    f"PATCH {API}/cafes/{{code}}": {"over": 1},
    f"PUT {API}/cafes/{{code}}/people": {"people": []},
    f"POST {API}/cafes/{{code}}/swap": {"one": "a", "other": "b"},
    f"POST {API}/cafes/{{code}}/notes": {"round": 1, "table": 1, "texts": ["yes"]},
    f"PATCH {API}/elements/{{element}}/sorting/rooms/{{code}}": {"is_open": False},
    f"PATCH {API}/webhooks/{{webhook}}": {"is_on": False},
    f"PUT {API}/members/{{number}}": {"role": "observer"},
    f"PUT {API}/sessions/{{session}}/roster": {"roster": None},
    f"PUT {API}/sessions/{{session}}/attendance": {"people": {}},
    f"PUT {API}/sessions/{{session}}/names": {"label": "A", "kind": "unknown"},
    f"PUT {API}/reviews/{{review}}/agenda": {"parts": [{"minutes": 5}]},
    f"PUT {API}/reviews/{{review}}/took": {"seconds": []},
    f"PUT {API}/reviews/{{review}}/session": {"session": None},
    f"PUT {API}/reviews/{{review}}/ratings": {"way": "collective", "team": "North", "ratings": []},
    f"PUT {API}/reviews/{{review}}/ratings/phones": {"is_open": True},
    f"POST {API}/forms/{{code}}/answers": [{"voice": 4}],
    f"POST {API}/forms/{{code}}/reflection/notes": {"text": "yes"},
    f"POST {API}/forms/{{code}}/reflection/notes/take": {"notes": [1]},
    f"POST {API}/forms/{{code}}/reflection/intentions": {"text": "yes"},
    f"PUT {API}/sessions/{{session}}/power": [],
    f"PUT {API}/sessions/{{session}}/first-names": {"only": True},
    f"PUT {API}/elements/{{element}}/critical": {"readings": ["nobodys"]},
    f"POST {API}/previews/{{token}}": [],
    f"POST {API}/rubrics/written/{{rubric}}/versions": {},
    f"POST {API}/rubrics/rooms/{{code}}/agreed": {"text": "News"},
    f"PATCH {API}/rubrics/rooms/{{code}}": {"is_open": False},
    f"PUT {API}/rubrics/written/{{rubric}}/elements/{{element}}": {"level": "emerging", "text": "News"},
    f"POST {API}/giving-back/{{code}}/answers": [{"answers": [{"reading": "1", "verdict": "yes"}]}],
    f"POST {API}/channels/{{code}}/rounds/{{round}}/replies": {"text": "yes"},
    f"PATCH {API}/memos/{{memo}}": {"closed": True},
    f"PUT {API}/library/{{shared}}": {"kind": "action", "words": "yes"},
    f"POST {API}/memos/{{memo}}/answers": {"text": "yes"},
    f"PUT {API}/assistant/allowed": {"host": "127.0.0.1:9"},
    f"POST {API}/assistant/runs": {"language": "en"},
    f"PUT {API}/assistant/proposals/{{proposal}}/accepted": {},
    f"POST {API}/channels/{{code}}/notes": {"messages": ["nobodys"]},
    f"PUT {API}/surveys/{{code}}": {"title": {"en": "Again"}},
    f"PATCH {API}/surveys/{{code}}": {"state": "open"},
    f"POST {API}/surveys/{{code}}/answers": [{"values": {"1": ["5"]}}],
    f"POST {API}/surveys/{{code}}/files": {"review": ""},
    f"PUT {API}/outcomes/{{kind}}/{{code}}": {"text": "yes"},
    f"PUT {API}/actions/{{code}}/verdict": {"became": "changed"},
}
NEXT_WEEK = (date.today() + timedelta(days=7)).isoformat()
FIELDS = {
    "until": NEXT_WEEK,
    "day": NEXT_WEEK,
    "team": "North",
    "way": "collective",
    "round": "1",
    "text": "yes",
    "messages": "nobodys",
} | {
    "place": "observer",
    "state": "present",
    "label": "A",
    "kind": "unknown",
    "choice": "0",
    "level": "emerging",
    "on": "1",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory, sqlite_tables):
    """A service with two programmes that have the same of everything."""
    folder = tmp_path_factory.mktemp("access")
    copyfile(sqlite_tables, folder / sqlite_tables.name)
    assistant = {"assistant_url": "http://127.0.0.1:9/v1", "assistant_model": "toy"}
    settings = Settings(data_dir=folder, sign_in="always", **assistant)
    work = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: EMBEDDER)
    for number in range(1, 9):
        work.accounts.add(f"person{number}")
    here, there = fill(work, "Quillwater"), fill(work, "Otherbank")
    known(work, people(work.programmes.id_of(here.slug), work.programmes.id_of(there.slug)))
    yield work, create_app(settings, work), here, there
    work.close()


_OF_ONE_REQUEST = re.compile(rb'"instance":"[^"]*",')
_ENDLESS = ("/events", "/progress")
"""Answers that go on as long as somebody listens."""


def routes(app) -> list[tuple[str, str]]:
    return sorted({(method, each.template) for each in addresses(app.routes) for method in each.methods})


def filled(template: str, things: Things, slug: str | None = None) -> str:
    """Return a path with names of what a programme has."""
    kinds = {
        "/rubrics/rooms/": "writing",
        "/w/": "writing",
        "/forms/": "form",
        "/f/": "form",
        "/giving-back/": "ask",
        "/g/": "ask",
        "/channels/": "channel",
        "/c/": "channel",
        "/notes-on-phones/": "gathering",
        "/n/": "gathering",
        "/surveys/": "survey",
        "/q/": "survey",
        "/outcomes/": "survey",
        "/v/": "rating",
        "/cafes/": "cafe",
        "/t/": "cafe",
        "/actions/left/": "left",
        "/left-as-it-is/": "left",
        "/actions/": "action",
        "/a/": "calendar",
    }
    kind = next((kind for part, kind in kinds.items() if part in template), "room")
    number = things.of["entry" if "/history/" in template else "number"]
    pictures = {"elements": "map.svg", "sessions": "floor.svg"}
    picture = next((file for part, file in pictures.items() if f"/{part}/" in template), "grid.svg")
    names = {
        **things.of,
        "picture": picture,
        "slug": slug or things.slug,
        "code": things.of[kind],
        "number": number,
        "kind": "q",
    }
    return template.format(**names, element="communications", name="manyvoices.css")


def test_everybody_gets_what_the_table_says(made):
    """All addresses, all people: let through, told that it is not for them, or told that there is nothing."""
    work, app, here, there = made
    through = Gate(Response(status_code=204), work.programmes.id_of, answer)

    async def gate(scope, receive, send) -> None:
        await through({**scope, "app": app}, receive, send)

    wrong = []
    for who, reader in people(work.programmes.id_of(here.slug), work.programmes.id_of(there.slug)).items():
        browser = TestClient(Told(gate, reader), base_url="http://localhost", follow_redirects=False)
        for method, template in routes(app):
            status = browser.request(method, filled(template, here)).status_code
            expected = _expected(who, f"{method} {template}")
            if status not in expected:
                wrong.append((who, method, template, status, expected))
    assert wrong == []


def _expected(who: str, route: str) -> set[int]:
    inside = "/programmes/{slug}" in route
    if route in OPEN | DESCRIBED | COMING_IN:
        return {204}
    if who == "stranger":
        return {303, 401}
    if who == "facilitator":
        return {403} if route in PEOPLE else {204}
    if route in MAY[who]:
        return {204}
    return {404} if inside and not MAY[who] >= READERS else {403}


def test_what_is_refused_is_refused_by_the_service_itself(made):
    """The same through the whole service: nobody gets an answer that the table does not give."""
    work, app, here, _ = made
    before = work.findings(here.slug).at.row.revision
    for who in ("nobody", "observer", "member", "administrator", "facilitator elsewhere"):
        browser = client(app, who)
        for method, template in routes(app):
            expected = _expected(who, f"{method} {template}")
            if 204 not in expected:
                assert browser.request(method, filled(template, here)).status_code in expected, (who, template)
    assert work.findings(here.slug).at.row.revision == before


@pytest.mark.parametrize("who", ["observer", "member", "member of another team", "facilitator"])
def test_pages_that_may_be_seen_are_there(made, who):
    """No page breaks for want of a right; of another's file, upload or picture there is nothing."""
    _, app, here, _ = made
    browser = client(app, who)
    for method, template in routes(app):
        if method == "GET" and 204 in _expected(who, f"GET {template}") and not template.endswith(_ENDLESS):
            status = browser.get(filled(template, here)).status_code
            gone = {303, 401, 410, 422} if f"GET {template}" in COMING_IN else set()
            of_others = re.search("{note}|{file}", template) if "another" in who else None
            gone |= {404, 410} if "{token}" in template or of_others else set()
            assert status in {200, *gone}, template


def test_a_programme_that_may_not_be_known_of_answers_as_one_that_is_not_there(made):
    """Byte for byte, pages and API, whatever is asked of it."""
    _, app, here, _ = made
    for who in ("nobody", "administrator", "facilitator elsewhere"):
        browser = client(app, who)
        for method, template in routes(app):
            if "/programmes/{slug}" in template:
                real = browser.request(method, filled(template, here))
                made_up = browser.request(method, filled(template, here, "zzzz"))
                assert real.status_code == made_up.status_code == 404
                said = real.content.replace(here.slug.encode(), b"zzzz")
                assert _OF_ONE_REQUEST.sub(b"", said) == _OF_ONE_REQUEST.sub(b"", made_up.content)


def test_things_of_another_programme_are_not_found_through_ones_own(made):
    """Files, uploads, forms, rooms, changes, choices, sessions, publications: none by its id, read or written."""
    work, app, here, there = made
    assert there.of["session"] == here.of["session"]
    foreign = Things(here.slug, {**there.of, "session": "session-of-nobody", "rubric": "nobody"})
    before = work.findings(there.slug).at.row.revision
    browser = client(app, "facilitator")
    for method, template in routes(app):
        named = re.sub(r"\{(slug|element|reader|format|picture)\}", "", template)
        if "/programmes/{slug}" not in template or "{" not in named:
            continue
        send = partial(browser.request, method, filled(template, foreign))
        body = BODIES.get(f"{method} {template}", BODIES.get(method))
        label = {"params": {"label": "A"}} if method == "DELETE" and template.endswith("/names") else {}
        if template.startswith("/api/"):
            response = send(**label) if method in {"GET", "DELETE"} or body is None else send(json=body)
        else:
            response = send() if method == "GET" else send(data=FIELDS)
        assert response.status_code in {404, 410}, (method, template, response.status_code, response.text[:300])
    assert work.findings(there.slug).at.row.revision == before
    assert len(work.publications.every(there.slug)) == 1


def test_an_address_in_no_table_is_open_to_nobody_but_who_sits_here(made):
    """A route that somebody added and forgot to say what it needs."""
    work, _, here, _ = made
    app = create_app(work.settings, work)
    app.add_api_route("/programmes/{slug}/forgotten", lambda slug: slug)
    for who in ("stranger", *MAY, "facilitator"):
        assert client(app, who).get(f"/programmes/{here.slug}/forgotten").status_code in {303, 401, 404}


@pytest.mark.parametrize(
    "path",
    [
        "//programmes/quillwater",
        "/programmes//quillwater",
        "/PROGRAMMES/quillwater",
        "/programmes/quillwater/../quillwater",
    ],
)
def test_addresses_written_in_other_ways_open_nothing(made, path):
    """The gate and the service read a path alike."""
    _, app, _, _ = made
    assert client(app, "nobody").get(path).status_code == 404


def test_a_refusal_says_what_to_do(made):
    """One line on the page, in the reader's language, and the same for programs."""
    _, app, here, _ = made
    browser = client(app, "observer")
    page = browser.get(f"/programmes/{here.slug}/report", headers={"accept-language": "ne"})
    assert page.status_code == 403
    assert "सहजकर्ता" in page.text
    line = browser.get(f"/api/v1/programmes/{here.slug}/elements").json()
    assert line["problem"] == "this is for facilitators of the programme"
    assert line["remedy"].startswith("Ask a facilitator")


# what a member receives

_OF_NOBODY = {"/r/{code}", "/v/{code}", "/w/{code}", "/api/v1/openapi.json"}
"""Cards, cells and elements that a facilitator lays before everybody in the room, and made-up examples."""


def _everything_for(browser, app, who: str, things: Things) -> dict[str, bytes]:
    """Return the answers to all that somebody may read, and to files of the own and of another team."""
    found = {}
    for method, template in routes(app):
        if method == "GET" and 204 in _expected(who, f"GET {template}") and template not in _OF_NOBODY:
            path = filled(template, things)
            found[path] = browser.get(path).content
    for address in (f"/programmes/{things.slug}?lang=bn", f"/programmes/{things.slug}/notes?page=2"):
        found[address] = browser.get(address).content
    for code in ("bn", "ne"):
        found[code] = browser.get(f"/programmes/{things.slug}", headers={"accept-language": code}).content
    return found


def _as_sent(text: str) -> set[bytes]:
    return {text.encode(), json.dumps(text).strip('"').encode(), text.encode("utf-16-le")}


def test_a_member_receives_nothing_that_another_team_wrote(made):
    """No answer has a word of its notes, in any script; those of the own team are there, and facilitators see all."""
    _, app, here, _ = made
    own = _everything_for(client(app, "member"), app, "member", here)
    every = b"".join(own.values())
    for text in SECRETS["North"]:
        assert text.encode() in own[f"/programmes/{here.slug}/notes"]
        assert text.encode() in own[f"/api/v1/programmes/{here.slug}/notes"]
    for text in SECRETS["South"]:
        assert not [each for each in _as_sent(text) if each in every]
    assert b"Quillwater South" not in every
    assert b"south.csv" not in every
    seen = client(app, "facilitator").get(f"/api/v1/programmes/{here.slug}/notes").content
    assert all(text.encode() in seen for texts in SECRETS.values() for text in texts)


def test_an_observer_receives_nothing_but_what_is_published(made):
    """No note, no name of an element, a review or a file."""
    _, app, here, _ = made
    every = b"".join(_everything_for(client(app, "observer"), app, "observer", here).values())
    words = [*SECRETS["North"], *SECRETS["South"], "Communications", "March 2026", "north.csv", "Asha"]
    assert not [text for text in words if text.encode() in every]
    assert b"What we heard" in every


# what a member does with files


def _notes(team: str, *texts: str) -> bytes:
    return ("text,team\n" + "".join(f"{text},{team}\n" for text in texts)).encode()


def test_a_member_brings_notes_of_the_own_team(made):
    """Seen before they are kept, and kept as the team's; a file that names no team is taken for its own."""
    work, app, here, _ = made
    browser = client(app, "member")
    with_acting = browser.post(
        f"/programmes/{here.slug}/upload", files=[("files", ("mine.txt", "আমাদের নতুন কথা\nNews of our own\n".encode()))]
    )
    assert browser.get(with_acting.headers["location"]).status_code == 200
    kept = browser.post(f"{with_acting.headers['location']}/keep")
    assert kept.headers["location"] == f"/programmes/{here.slug}"
    notes = [note for note in work.findings(here.slug).notes(frozenset({"North"})) if note.source == "mine.txt"]
    assert [note.text for note in notes] == ["আমাদের নতুন কথা", "News of our own"]
    mine = next(
        each for each in browser.get(f"/api/v1/programmes/{here.slug}/files").json() if "mine" in each["filename"]
    )
    assert (
        client(app, "member of another team").delete(f"/api/v1/programmes/{here.slug}/files/{mine['id']}").status_code
        == 404
    )
    assert browser.delete(f"/api/v1/programmes/{here.slug}/files/{mine['id']}").status_code == 204


@pytest.mark.parametrize(
    "file",
    [
        ("south.csv", _notes("South", "Told by a member of North")),
        ("mixed.csv", b"text,team\nOurs,North\nTheirs,South\n"),
        ("nobody.csv", b"text,team\nOurs,North\nNobody's,\n"),
        ("roster.csv", b"name,team\nAsha Rai,North\n"),
        ("talk.txt", b"Asha Rai: Good morning.\nTom Bell: Good morning to you.\nAsha Rai: Let us begin.\n"),
    ],
    ids=lambda file: file[0],
)
def test_a_member_brings_nothing_of_others(made, file):
    """Notes of another team or of none, rosters and transcripts are refused in one line, through pages and API."""
    work, app, here, _ = made
    browser, before = client(app, "member"), work.files.every(here.slug)
    response = browser.post(f"/api/v1/programmes/{here.slug}/files", files=[("files", file)])
    assert response.status_code == 403
    assert "not of your team, North" in response.json()["problem"]
    assert work.files.every(here.slug) == before


def test_files_of_others_cannot_be_told_from_what_one_brings(made):
    """Bringing their very bytes does not say that they are there, nor change how they are read."""
    work, app, here, _ = made
    rows = "\n".join(f"{text},Communications,South,Quillwater South" for text in SECRETS["South"])
    theirs = f"text,element,team,participant\n{rows}\n".encode()
    browser, before = client(app, "member"), work.files.every(here.slug)
    shown = browser.post(f"/api/v1/programmes/{here.slug}/previews", files=[("files", ("mine.csv", theirs))]).json()
    (file,) = shown["files"]
    assert (file["added_before"], file["same_notes"], file["settings"]["of"], file["settings"]["like"]) == (
        "",
        [],
        None,
        "",
    )
    assert browser.post(f"/api/v1/programmes/{here.slug}/previews/{shown['token']}/keep").status_code == 403
    assert work.files.every(here.slug) == before


def test_what_waits_is_seen_by_whoever_brought_it(made):
    """And by facilitators; another member of the programme finds nothing under its address."""
    _, app, here, _ = made
    path = f"/api/v1/programmes/{here.slug}/previews"
    brought = client(app, "member").post(path, files=[("files", ("a.csv", _notes("North", "One")))]).json()
    token = brought["token"]
    assert client(app, "member of another team").get(f"{path}/{token}").status_code == 410
    assert client(app, "facilitator").get(f"{path}/{token}").status_code == 200
    assert client(app, "member").delete(f"{path}/{token}").status_code == 204


def test_a_team_that_was_renamed_keeps_its_members(made):
    """The place names the team as it was called then; so its notes are still seen."""
    work, app, _, there = made
    work.names.rename(there.slug, NameKind.TEAM, "North", "উত্তর")
    seen = client(app, "member there").get(f"/api/v1/programmes/{there.slug}/notes").content
    assert all(text.encode() in seen for text in SECRETS["North"])
    assert not [text for text in SECRETS["South"] if text.encode() in seen]

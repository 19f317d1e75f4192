"""What the page of the live tally hands to its script."""

import html
import json
import re

import pytest
from fastapi.testclient import TestClient

from nlp.documents.types import Person
from service.presentation.i18n import NAMES, language
from service.presentation.sessions.tally import tally_view
from service.presentation.template import STATIC, render
from service.web.routes.static import FILES, WORKER, WORKER_SCOPE
from tests.service.presentation.around import AROUND
from tests.service.presentation.sessions.made import ROSTER
from tests.service.working import create_app

SCRIPTS = sorted(STATIC.rglob("tally*.js"))
EN = language("en")


def client(workspace):
    app = create_app(workspace.settings, workspace)
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


def page(sample, people):
    view = tally_view(people, EN)
    return render("sessions/tally.html", EN, programme=sample.at.programme, here="sessions", **AROUND, view=view)


def handed_over(text, name):
    return json.loads(html.unescape(re.search(rf'data-{name}="([^"]*)"', text)[1]))


def test_everybody_on_the_roster_can_be_chosen(sample):
    """Names in their order and language; aliases and attributes go along for the list of those present."""
    text = page(sample, ROSTER)
    assert re.findall(r'type="checkbox" value="([^"]+)"', text) == [html.escape(person.name) for person in ROSTER]
    assert [(person["name"], person["lang"]) for person in handed_over(text, "people")][3:5] == [
        ("Dipesh Rokaya", "en"),
        ("রেহানা পারভীন", "bn"),
    ]
    assert handed_over(text, "people")[0]["aliases"] == ["আনিকা"]
    assert handed_over(text, "people")[0]["attributes"] == dict(ROSTER[0].attributes)


def test_a_programme_without_a_roster_can_be_tallied(sample):
    """Names are then typed in."""
    text = page(sample, ())
    assert handed_over(text, "people") == []
    assert 'id="more"' in text


def test_hostile_names_stay_text(sample):
    """Quotes and tags cannot leave the attribute."""
    text = page(sample, (Person('"><script>x</script>', ("'",), {"team": "<b>"}),))
    assert "<script>x" not in text
    assert handed_over(text, "people")[0]["name"] == '"><script>x</script>'


@pytest.mark.parametrize("code", NAMES)
def test_scripts_find_every_message_they_say(code):
    """No script asks for a message that is not handed over, and none is handed over in vain."""
    sources = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    words = json.loads(tally_view((), language(code)).words_json)
    assert len(words["digits"]) == 10
    quoted = set(re.findall(r'"([a-z_]+)"', sources))
    assert words.keys() - {"digits"} <= quoted
    said = re.findall(r"(?:say|complain)\(([^)]*?)(?:, \{|\))", sources)
    asked = {name for each in said for name in re.findall(r'"([a-z_]+)"', each)}
    assert asked - words.keys() == set()


@pytest.mark.parametrize("of_sample", [True, False], ids=["with sessions", "without"])
def test_pages_about_sessions_lead_to_the_tally(of_sample, sample_workspace, settings, open_workspace):
    """The page of the programme and that of its sessions; the tally of the real roster is there."""
    workspace = sample_workspace if of_sample else open_workspace(settings)
    slug = workspace.programmes.every()[0].slug if of_sample else workspace.programmes.create("Tally").slug
    home = f"/programmes/{slug}"
    visitor = client(workspace)
    for path in (home, f"{home}/sessions"):
        assert f'href="{home}/tally"' in visitor.get(path).text
    people = handed_over(visitor.get(f"{home}/tally").text, "people")
    assert [person["name"] for person in people] == [person.name for person in workspace.findings(slug).at.people]


def test_an_unknown_programme_has_no_tally(sample_workspace):
    """The calm page of every error."""
    assert client(sample_workspace).get("/programmes/nowhere/tally").status_code == 404


def test_only_the_worker_may_serve_pages(sample_workspace):
    """Its scope reaches beyond its folder; no other file gets that right."""
    visitor = client(sample_workspace)
    allowed = {name: visitor.get(f"/static/{name}").headers.get("service-worker-allowed") for name in FILES}
    assert {name for name, scope in allowed.items() if scope} == {WORKER}
    assert allowed[WORKER] == WORKER_SCOPE


def test_two_sessions_of_the_same_people_each_have_their_roster(settings, open_workspace):
    """A list of those present that is the same as the last one is not stored twice, and still counts."""
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("Tally").slug
    visitor = client(workspace)
    for name, voice in (("2026-05-14 Planning", "Rina"), ("2026-05-21 Review", "Bishal")):
        files = [
            ("files", (f"{name}.vtt", f"WEBVTT\n\n00:01.000 --> 00:09.000\n<v {voice}>\n".encode())),
            ("files", (f"{name} roster.csv", b"name,aliases,counted in the room\nRina,,yes\nBishal,,yes\n")),
        ]
        sent = visitor.post(f"/programmes/{slug}/upload", files=files)
        text = visitor.get(sent.headers["location"]).text
        assert f'<option value="{name} roster.csv" selected>' in text
        keep = re.search(r'action="([^"]+/keep)"', text)[1]
        visitor.post(keep, data={f"roster:{name}.vtt": f"{name} roster.csv"})
    findings = workspace.findings(slug)
    heard = [findings.participation(session.slug) for session in findings.at.sessions]
    assert [(each.speakers[0].name, each.silent) for each in heard] == [("Rina", ("Bishal",)), ("Bishal", ("Rina",))]
    assert [(session.title, session.date) for session in findings.at.sessions] == [
        ("Planning", "2026-05-14"),
        ("Review", "2026-05-21"),
    ]

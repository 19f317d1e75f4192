"""The page of the names, its forms, and names in the reader's language everywhere."""

import html

import pytest
from fastapi.testclient import TestClient

from tests.service.annotations.test_joined_names import ENGLISH, IN_BANGLA, NOTES, RATINGS
from tests.service.working import create_app

PAGE = "/programmes/p/names"
FILES = {"en.csv": ENGLISH, "bn.csv": IN_BANGLA, "notes.csv": NOTES, "ratings.csv": RATINGS}


@pytest.fixture
def workspace_of(settings, open_workspace):
    """A workspace with files in two languages."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", [(name, text.encode()) for name, text in FILES.items()])
    return workspace


@pytest.fixture
def client(settings, workspace_of):
    """Its pages."""
    with TestClient(create_app(settings, workspace_of), base_url="http://localhost") as client:
        yield client


def say(client, what, **said):
    answered = client.post(f"{PAGE}/{what}", data=said)
    assert (answered.status_code, answered.url.path) == (200, PAGE)
    return answered.text


def test_one_tap_joins_and_one_refuses(client, workspace_of):
    """Without a script; neither is asked again."""
    asked = client.get(PAGE).text
    assert asked.count("Yes, the same") == len(workspace_of.names.of("p").proposals)
    joined = say(client, "join", kind="element", name="যোগাযোগ", into="Communications")
    refused = say(client, "refuse", kind="level", name="ভালো চলছে", into="Well-functioning")
    assert [page.count("Yes, the same") for page in (asked, joined, refused)] == [
        asked.count("Yes, the same") - taken for taken in range(3)
    ]


def test_everything_about_a_name_can_be_changed(client, workspace_of):
    """Renamed, called otherwise in a language, moved, parted."""
    say(client, "join", kind="element", name="COMMS", into="Communications")
    say(client, "rename", kind="element", name="Communications", new="Talking")
    say(client, "call", kind="element", name="Talking", language="ne", called="सञ्चार")
    say(client, "move", kind="element", name="Talking", places="1")
    say(client, "part", kind="element", name="COMMS")
    elements = {each.name: each for each in workspace_of.names.of("p").elements}
    assert list(elements) == ["যোগাযোগ", "Talking", "COMMS"]
    assert elements["Talking"].languages == {"ne": "सञ्चार"}


def test_names_stand_in_the_readers_language(client, workspace_of):
    """On the programme's page, the element's, that of the rubrics and in the report, where one was given."""
    for each in workspace_of.names.of("p").proposals:
        workspace_of.names.join("p", each.kind, each.name, each.into)
    for page in ("", "/elements/communications", "/rubrics", "/report"):
        shown = client.get(f"/programmes/p{page}?lang=bn").text
        assert "যোগাযোগ" in shown, page
        assert ">Communications<" not in shown, page
    assert "যোগাযোগ" not in client.get("/programmes/p?lang=en").text


def test_a_match_can_be_refused_and_the_refusal_undone(client, workspace_of):
    """On the page of the rubrics, without a script."""
    say(client, "join", kind="element", name="যোগাযোগ", into="Communications")
    ends = {"a": "We call every week", "b": "We call every week"}
    refused = client.post("/programmes/p/rubrics/matches", data={**ends, "same": "no"}).text
    assert "do not say the same" in refused
    undone = client.post("/programmes/p/rubrics/matches", data={**ends, "same": "undo"}).text
    assert "do not say the same" not in undone
    assert workspace_of.matches.of("p") == ()


def test_many_are_joined_at_once(client, workspace_of):
    """Those that are ticked, and no other; nothing is ticked before somebody does it."""
    page = client.get(PAGE).text
    assert "checked" not in page
    first, *others = workspace_of.names.of("p").proposals
    assert len(others) > 1
    ticked = [f"{each.kind}\t{each.name}\t{each.into}" for each in others]
    assert all(each in html.unescape(page) for each in ticked)
    say(client, "join-ticked", same=ticked)
    left = workspace_of.names.of("p").proposals
    assert [(each.name, each.into) for each in left] == [(first.name, first.into)]
    say(client, "join-ticked")
    assert client.post(f"{PAGE}/join-ticked", data={"same": ["nonsense"]}).status_code == 422


def test_all_proposals_are_taken_at_once_and_the_programme_leads_to_them(client, workspace_of):
    """The first page says how many there are, the button takes them, and then nothing is asked."""
    open_ = len(workspace_of.names.of("p").proposals)
    assert open_ > 1
    first = client.get("/programmes/p").text
    assert f"{open_} names may mean the same as another one" in first
    pairs = [f"{each.kind}\t{each.name}\t{each.into}" for each in workspace_of.names.of("p").proposals]
    assert f"Yes to all {open_}" in client.get(PAGE).text
    say(client, "join-ticked", same=pairs)
    assert len(workspace_of.names.of("p").proposals) < open_
    assert f"{open_} names may mean" not in client.get("/programmes/p").text


def test_rubrics_without_a_team_are_named(client, workspace_of):
    """Two rubrics are there, and the page says what is missing to compare them."""
    workspace_of.programmes.create("Q")
    rubric = "element,level,descriptor\nTrust,Good,We ring\nTrust,Weak,টাকা দেরিতে আসে\n"
    other = "element,level,descriptor\nविश्वास,राम्रो,गल्ती सबैको अगाडि भनिन्छ\nविश्वास,कमजोर,गल्ती लुकाइन्छ\n"
    for name, text in (("one.csv", rubric), ("दुई.csv", other)):
        workspace_of.files.add("q", [(name, text.encode())])
    shown = html.unescape(client.get("/programmes/q/rubrics").text)
    assert "one.csv" in shown
    assert "दुई.csv" in shown
    assert "Say which team each is of." in shown
    preview = client.post("/programmes/q/upload", files=[("files", ("three.csv", f"{rubric}Money,Weak,x\n".encode()))])
    assert "Whose rubric is it?" in preview.text

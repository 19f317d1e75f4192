"""The pages of the library, without any script: from a reading into it, and from one installation to another."""

import re

import pytest
from fastapi.testclient import TestClient

from service.library.types import LibraryKind, SharedWords
from service.privacy.types import Doomed
from tests.service.giving_back.conftest import notes, table
from tests.service.working import create_app

HOME = "/programmes/p/library"
SAID = "সাহস <b>আছে</b> 🙂"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with two programmes with readings."""
    workspace = open_workspace(settings)
    for name in ("P", "Q"):
        workspace.programmes.create(name, ["A", "B", "C"])
        workspace.files.add(name.lower(), [("march.csv", table(*notes()))])
    return workspace


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def fields(page):
    found = dict(re.findall(r'name="(kind|id|element|entry)" value="([^"]*)"', page.text))
    return {**found, "about": "Culture", "language": "bn", "words": SAID}


def share(desk, **more):
    page = desk.get("/programmes/p/elements/culture")
    (link, *_) = re.findall(r'href="(/programmes/p/library/share[^"]+)"', page.text)
    form = desk.get(link.replace("&amp;", "&"))
    return desk.post(HOME, data={**fields(form), **more})


def test_from_a_reading_into_the_library(desk):
    """Exactly the words, with the credit that was chosen, every sign as a sign; changed and taken back."""
    assert "Nothing is in the library yet." in desk.get("/library").text
    assert "1 thing is shared." in share(desk, whose="own", credit="a partnership <i>in</i> Nepal").text
    library = desk.get("/library").text
    assert "সাহস &lt;b&gt;আছে&lt;/b&gt; 🙂" in library
    assert "a partnership &lt;i&gt;in&lt;/i&gt; Nepal" in library
    (link,) = re.findall(rf'href="({HOME}/[0-9a-f]{{32}})"', desk.get(HOME).text)
    form = desk.get(link)
    assert "Take it back" in form.text
    desk.post(HOME, data={**fields(form), "words": "In other words", "whose": "=P"})
    library = desk.get("/library").text
    assert ("In other words" in library, "সাহস" in library) == (True, False)
    assert "Nothing is shared yet." in desk.post(f"{link}/take-back").text
    assert "Nothing is in the library yet." in desk.get("/library").text


def test_what_is_refused_keeps_what_was_typed(desk, work):
    """In one line; words of a note are shared once somebody has ticked."""
    own = work.findings("p").element("culture").readings[0].units[0].text
    refused = share(desk, words=own, whose="own", credit="us all")
    assert refused.status_code == 422
    assert "somebody wrote just these words in a note" in refused.text
    assert "us all" in refused.text
    assert "1 thing is shared." in share(desk, words=own, sure="true").text


def test_beside_ones_own_readings(desk, work):
    """Another programme sees it, with what was done; one's own page says that there is nothing."""
    own = work.findings("p").element("culture").readings[0]
    share(desk, words=own.units[0].text, sure="true")
    code = work.actions.make("p", "Meet on Mondays").code
    said = SharedWords(LibraryKind.ACTION, "en", "Culture", "Meet on Mondays", came_of="It changed")
    work.shares.share("p", code, "", said)
    there = desk.get("/programmes/q/elements/culture/others").text
    assert "Beside 1 of your readings others say something alike." in there
    assert "Meet on Mondays" in there
    assert "Other programmes have shared no readings yet." in desk.get("/programmes/p/elements/culture/others").text
    assert "/programmes/q/elements/culture/others" in desk.get("/programmes/q/elements/culture").text


def test_from_one_installation_to_another(desk, work):
    """Exported, looked at, brought in, found by its words, taken out."""
    share(desk)
    data = desk.get("/library.json").content
    assert desk.get(f"{HOME}.json").json()["entries"] == desk.get("/library.json").json()["entries"]
    work.deletion.delete("p", Doomed.PROGRAMME, "", "P")
    looked = desk.post("/library/import", files={"file": ("নেপাল <b>.json", data)})
    assert "1 entry comes into the library." in looked.text
    assert "Nothing is in the library yet." in desk.get("/library").text
    assert "নেপাল &lt;b&gt;.json" in desk.post(f"{looked.url.path}/keep").text
    assert "1 entry is in the library." in desk.get("/library", params={"q": "সাহস"}).text
    again = desk.post("/library/import", files={"file": ("x.json", data)})
    assert "Nothing in it is new here." in again.text
    assert desk.post(f"{again.url.path}/discard").url.path == "/library"
    (gone,) = re.findall(r'action="(/library/files/\d+/remove)"', desk.get("/library").text)
    assert "Nothing is in the library yet." in desk.post(gone).text
    refused = desk.post("/library/import", files={"file": ("x.json", b"PK")})
    assert (refused.status_code, "this is no file of a library" in refused.text) == (422, True)


def test_programs_share_and_bring_in(desk, work):
    """The same over the API."""
    api = "/api/v1/programmes/p/library"
    reading = work.findings("p").element("culture").readings[0]
    new = {"kind": "reading", "id": reading.id, "element": "culture", "words": "Daring", "language": "en"}
    made = desk.post(api, json=new)
    assert (made.status_code, made.headers["location"]) == (201, f"{api}/{made.json()['id']}")
    place = made.headers["location"]
    assert desk.put(place, json={"kind": "reading", "words": "Daring more"}).json()["version"] == 2
    assert [each["words"] for each in desk.get(api).json()] == ["Daring more"]
    data = desk.get(f"{api}/export").content
    assert desk.get("/api/v1/library", params={"kind": "action"}).json() == []
    assert desk.get("/api/v1/programmes/q/elements/culture/others").json()["readings"]
    assert desk.delete(place).status_code == 204
    looked = desk.post("/api/v1/library/import?preview=true", files={"file": ("x.json", data)}).json()
    assert [len(looked[part]) for part in ("new", "newer", "here", "gone")] == [0, 0, 0, 1]
    data = data.replace(made.json()["id"].encode(), b"f" * 32)
    assert len(desk.post("/api/v1/library/import", files={"file": ("x.json", data)}).json()["new"]) == 1
    assert desk.get(f"/api/v1/library/{'f' * 32}").json()["brought_in"] == "x.json"
    (file,) = desk.get("/api/v1/library/files").json()
    assert desk.delete(f"/api/v1/library/files/{file['number']}").status_code == 204
    assert desk.delete(f"/api/v1/library/{'f' * 32}").status_code == 404


def test_from_a_descriptor(desk, work):
    """All of them stand under what is shared; each leads to its words, its level and its language."""
    work.files.add("p", [("rubric.csv", "element,level,descriptor,team\nCulture,emerging,আমরা শিখছি,A\n".encode())])
    (link,) = re.findall(rf'href="({HOME}/share[^"]+kind=descriptor[^"]+)"', desk.get(HOME).text)
    form = desk.get(link.replace("&amp;", "&"))
    assert 'value="emerging"' in form.text
    assert '<option value="bn" selected>' in form.text
    assert "A descriptor of" in desk.post(HOME, data={**fields(form), "level": "emerging"}).text

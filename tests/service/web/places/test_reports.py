"""The page Publish: four readers, what goes in, a preview, and files."""

import pytest
from fastapi.testclient import TestClient

from service.access.types import Membership, Reader, Role
from service.settings import Settings
from service.web.app import create_app as service
from tests.service.files import EVERYTHING
from tests.service.web.access_people import client as asking
from tests.service.web.access_people import known
from tests.service.working import create_app

AT = "http://127.0.0.1:8000"
PAGE, API = "/programmes/p/publish", "/api/v1/programmes/p/report"
NEXT = "We meet in May. মে মাসে বসব। मे मा बस्छौँ।"


@pytest.fixture
def client(tmp_path, open_workspace):
    """A browser on the machine itself."""
    settings = Settings(data_dir=tmp_path)
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", EVERYTHING)
    with TestClient(create_app(settings, workspace), base_url=AT, follow_redirects=False) as one:
        yield one


def test_four_readers_with_what_each_will_see(client):
    """And who can open it then."""
    page = client.get(PAGE).text
    assert all(f'href="{PAGE}/{reader}"' in page for reader in ("facilitator", "participants", "funder", "room"))
    assert "Only facilitators can open it." in page
    assert client.get(f"{PAGE}/nobody").status_code in {404, 422}


def test_what_is_chosen_is_seen_and_stays(client):
    """The preview follows the choice, and the next report begins with it; other readers keep theirs."""
    form = {"elements": "communications", "questions": "1", "next_steps": NEXT}
    answer = client.post(f"{PAGE}/participants", data=form)
    assert answer.headers["location"] == f"{PAGE}/participants#preview"
    page = client.get(f"{PAGE}/participants").text
    preview = page[page.index('id="preview"') :]
    assert "মে মাসে বসব।" in preview
    assert "Reading 1" in preview or "report-reading" not in preview
    kept = client.get(f"{API}/choice", params={"for": "participants"}).json()
    assert (kept["elements"], kept["questions"], kept["quotes"]) == (["communications"], True, False)
    assert client.get(f"{API}/choice", params={"for": "room"}).json()["elements"] is None


def test_all_ticked_takes_in_what_comes_later(client):
    """A choice of everything names nothing."""
    page = client.get(f"{PAGE}/funder").text
    elements = [part.split('"')[0] for part in page.split('name="elements" value="')[1:]]
    sessions = [part.split('"')[0] for part in page.split('name="sessions" value="')[1:]]
    client.post(f"{PAGE}/funder", data={"elements": elements, "sessions": sessions})
    kept = client.get(f"{API}/choice", params={"for": "funder"}).json()
    assert (kept["elements"], kept["sessions"], kept["quotes"]) == (None, None, True)


def test_the_preview_is_what_the_file_says(client):
    """Section by section."""
    client.put(f"{API}/choice", params={"for": "participants"}, json={"next_steps": NEXT})
    file = client.get("/programmes/p/report/participants/html?lang=en")
    assert file.headers["content-disposition"] == "attachment; filename*=UTF-8''p-participants-en.html"
    page = client.get(f"{PAGE}/participants?lang=en").text
    body = file.text[file.text.index('<section class="') : file.text.rindex("</section>")]
    assert body in page
    assert client.get(API, params={"for": "participants"}).text == file.text


def test_a_format_of_another_reader_is_refused(client):
    """In one line."""
    answer = client.get(API, params={"for": "funder", "format": "pptx"})
    assert answer.status_code == 422
    assert "not made as pptx" in answer.text


def test_who_may_not_read_is_told_that_there_is_nothing(open_workspace, settings):
    """A member sees what is for teams, an observer what is for everybody; neither the facilitator's report."""
    work = open_workspace(settings.model_copy(update={"sign_in": "always"}))
    work.programmes.create("P", ["North"])
    work.files.add("p", EVERYTHING)
    here = work.programmes.id_of("p")
    places = {
        "facilitator": Membership(Role.FACILITATOR),
        "member": Membership(Role.MEMBER, "North"),
        "observer": Membership(Role.OBSERVER),
    }
    known(work, {who: Reader(at, who, memberships={here: place}) for at, (who, place) in enumerate(places.items(), 1)})
    work.findings("p").readings()
    app, listed = service(work.settings, work), "/api/v1/programmes/p/publications"
    work.jobs.do_all()
    for reader in ("facilitator", "participants", "funder"):
        made = asking(app, "facilitator").post(listed, json={"reader": reader, "title": reader})
        assert made.status_code == 201, made.text
    seen = {who: [each["reader"] for each in asking(app, who).get(listed).json()] for who in places}
    assert seen == {
        "facilitator": ["funder", "participants", "facilitator"],
        "member": ["funder", "participants"],
        "observer": ["funder"],
    }
    first = next(
        each["id"] for each in asking(app, "facilitator").get(listed).json() if each["reader"] == "facilitator"
    )
    for where in (f"{listed}/{first}", f"{listed}/{first}/content", f"/programmes/p/published/{first}"):
        assert asking(app, "member").get(where).status_code == 404
        assert asking(app, "facilitator").get(where).status_code == 200
    assert asking(app, "observer").get("/programmes/p").text.count('href="/programmes/p/published/') == 1


def test_files_that_take_a_while_are_made_behind_the_page(tmp_path, open_workspace):
    """The page that follows says what is made and how far it is, lets it be stopped, and lists what is there."""
    settings = Settings(data_dir=tmp_path)
    work = open_workspace(settings)
    work.programmes.create("P")
    work.files.add("p", EVERYTHING)
    work.jobs.do_all()
    listed = "/programmes/p/published"
    with TestClient(service(settings, work.for_readers()), base_url=AT, follow_redirects=False) as one:
        form = {"title": "Spring", "languages": ["en", "ne"], "formats": ["html", "docx"], "reader": "participants"}
        answer = one.post(listed, data=form)
        assert (answer.status_code, answer.headers["location"]) == (303, listed)
        page = one.get(f"{listed}?lang=en").text
        assert page.count('href="/programmes/p/published/') == 2
        assert page.count("<li data-job=") == 2
        assert 'For participants · <span lang="ne">नेपाली</span> · to write on (Word)' in page
        assert "publications=true" in page
        assert '<noscript><meta http-equiv="refresh"' in page
        assert "Word" not in one.get("/programmes/p/work?lang=en").text
        first = page.split('<li data-job="')[1].split('"')[0]
        assert one.post(f"/programmes/p/work/{first}/cancel").headers["location"] == listed
        work.jobs.do_all()
        page = one.get(f"{listed}?lang=en").text
        assert page.count('href="/programmes/p/published/') == 3
        assert "Not made" in page
        assert page.count("<li data-job=") == 1
        assert "data-progress" not in page
        one.post(f"/programmes/p/work/{first}/again")
        work.jobs.do_all()
        page = one.get(f"{listed}?lang=en").text
        assert page.count('href="/programmes/p/published/') == 4
        assert "data-job" not in page


def test_the_api_answers_with_what_is_being_made(client):
    """202 with a job each; what is made is in the list. 201 where all of it is there at once."""
    listed = "/api/v1/programmes/p/publications"
    assert client.get("/api/v1/programmes/p/jobs").status_code == 200
    answer = client.post(listed, json={"formats": ["html", "docx"]})
    assert answer.status_code == 202
    (job,) = answer.json()
    assert (job["kind"], job["state"]) == ("publication", "waiting")
    assert client.get(f"/api/v1/programmes/p/jobs/{job['id']}").json()["state"] == "done"
    assert [each["format"] for each in client.get(listed).json()] == ["docx", "html"]
    again = client.post(listed, json={})
    assert (again.status_code, [each["format"] for each in again.json()]) == (201, ["html"])
    assert len(client.get(listed).json()) == 2

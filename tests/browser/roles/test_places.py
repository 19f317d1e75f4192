"""A member of a team and an observer, from their invitation to what each of them may read, on a phone and on a desk."""

from pathlib import Path

import pytest

from service.access.types import Role
from service.settings import Settings
from service.web.app import create_app
from service.workspace import Workspace
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser
CHECKS = (Path(__file__).parents[1] / "checks.js").read_text(encoding="utf-8")
PASSWORD = "the river rises early"
HOME = "/programmes/both-banks"
OWN = ("Heronsong by the lock", "ফোন করলে উত্তর পাই", "हाम्रो आफ्नै कुरा")
OTHERS = ("Zebrafinch whispers", "গোপনকথা শুধু ওদের", "गोप्यकुरा उनीहरूको")
REPORT = '<!doctype html><html lang="en"><title>What we heard</title><h1>What we heard together</h1></html>'


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """A service where everybody signs in, with notes of two teams and one published report."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("places"), sign_in="always")
    work = Workspace.open(settings)
    work.programmes.create("Both banks", ["উত্তর", "South"])
    for file, team, texts in (("north.csv", "উত্তর", OWN), ("south.csv", "South", OTHERS)):
        rows = [f"{text},Trust,{team},2026-03-{day}" for day, text in enumerate(texts, 10)]
        work.files.add("both-banks", [(file, "\n".join(["text,element,team,date", *rows]).encode())])
    work.publications.publish("both-banks", "What we heard", "en", REPORT.encode())
    with serving(create_app(settings, work)) as address:
        yield work, address
    work.close()


def come_in(service, page, login, role, team=""):
    """Take an invitation, and go to the programme."""
    work, address = service
    page.goto(address + work.links.invite(login, "both-banks", role, team).path)
    page.locator("#login").fill(login)
    page.locator("#password").fill(PASSWORD)
    page.locator("main .button").click()
    page.wait_for_url(f"{address}/")
    page.goto(address + HOME)


def check(page):
    """Nothing is wider than the screen, and names, labels, targets and contrast are right."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert page.evaluate(CHECKS) == [], page.url


def refused(page, address, path, status):
    """The page answers, calmly, that this is not for who asks."""
    assert page.goto(address + path).status == status, path
    page.errors.clear()  # the browser writes down the status
    assert page.locator("h1").count() == 1
    return page.content()


def test_a_member_reads_what_the_own_team_wrote(service, open_page):
    """In Bangla on a phone: own notes in three scripts, what is published, and nothing of the other team."""
    _, address = service
    page = open_page(390, locale="bn")
    come_in(service, page, "rina", Role.MEMBER, "উত্তর")
    assert page.locator("html").get_attribute("lang") == "bn"
    assert "৩টি নোট" in page.locator(".lead").inner_text()
    seen = [page.content()]
    check(page)
    page.get_by_role("link", name="আমাদের নোট পড়ুন").click()
    assert sorted(page.locator(".own-note").all_inner_texts()) == sorted(OWN)
    seen.append(page.content())
    check(page)
    for path in ("/published", "/upload"):
        page.goto(address + HOME + path)
        seen.append(page.content())
        check(page)
    seen += [refused(page, address, HOME + path, 403) for path in ("/elements/trust", "/members", "/report")]
    assert not [text for text in (*OTHERS, "south.csv") if text in "".join(seen)]


def test_an_observer_reads_what_is_published(service, open_page):
    """The report as it was published, and no page of notes, files or people, in its place or beside it."""
    _, address = service
    page = open_page(1280, locale="en-GB")
    come_in(service, page, "funder", Role.OBSERVER)
    seen = [page.content()]
    check(page)
    page.get_by_role("link", name="What we heard").first.click()
    assert page.locator("h1").inner_text() == "What we heard together"
    paths = ("/notes", "/upload", "/elements/trust", "/report", "/members", "/history", "/search?q=Heronsong")
    seen += [refused(page, address, HOME + path, 403) for path in paths]
    assert not [text for text in (*OWN, *OTHERS, "north.csv", "south.csv") if text in "".join(seen)]

"""Markup in every field of every form, in every file and name: pages show it as the text that it is."""

from collections.abc import Iterator
from shutil import copyfile

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.web.access_people import fill
from tests.service.web.hostile.crawl import HOST, Crawl, Page
from tests.service.working import create_app

TAG, ATTRIBUTE = "hostile-tag", "onhostile"
MARKUP = f"\"'></script></textarea></title><{TAG} {ATTRIBUTE}=1>&amp;"
ESCAPED = MARKUP.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
QUOTED = '"' + MARKUP.replace('"', '""') + '"'
NOTES = f"text,element,team,participant,{QUOTED}\n{QUOTED},Communications,North,{QUOTED},x\n".encode()
ROSTER = f"name,team,gender,organisation\nAsha Rai,{QUOTED},{QUOTED},{QUOTED}\n{QUOTED},North,woman,{QUOTED}\n".encode()
SPOKEN = f"WEBVTT\n\n00:00:00.000 --> 00:00:30.000\n<v {ESCAPED}>Hello {ESCAPED}</v>\n".encode()
LEAVE = "/(remove|delet|take-back|discard|end|revoke|sign-out|retire|merge|names/|import)"
ON_PHONES = {
    "f": "form",
    "r": "room",
    "g": "ask",
    "c": "channel",
    "n": "gathering",
    "q": "survey",
    "v": "rating",
    "t": "cafe",
    "w": "writing",
}


@pytest.fixture(scope="module")
def crawl(tmp_path_factory, sqlite_tables) -> Iterator[Crawl]:
    """Somebody has sent markup in all fields of all forms of a programme that has it in its files already."""
    folder = tmp_path_factory.mktemp("hostile")
    copyfile(sqlite_tables, folder / sqlite_tables.name)
    settings = Settings(data_dir=folder)
    work = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: EMBEDDER)
    here = fill(work, "Quillwater")
    work.files.add(here.slug, [(f"{MARKUP}.csv", NOTES), ("people.csv", ROSTER), ("hostile.vtt", SPOKEN)])
    client = TestClient(create_app(settings, work), base_url=HOST, follow_redirects=False)
    made = Crawl(client, MARKUP, (f"{MARKUP}.csv", NOTES), LEAVE)
    session = f"{HOST}/programmes/{here.slug}/sessions/hostile"
    made.go(session, f"{HOST}/", *(f"{HOST}/{kind}/{here.of[name]}" for kind, name in ON_PHONES.items()))
    yield made
    work.close()


@pytest.mark.timeout(600)
def test_all_forms_were_sent_and_most_were_taken(crawl):
    """Nothing is an error of the service, and the markup has really come in."""
    statuses = [answer.status_code for _, answer in crawl.answers]
    assert max(statuses) < 500
    assert len(crawl.sent) > 100
    assert statuses.count(303) > 80


@pytest.mark.timeout(600)
def test_markup_is_text_on_every_page(crawl):
    """No tag and no attribute of it, and no sign escaped twice, at first and at the end."""
    shown = 0
    for what, answer in [*crawl.answers, *crawl.again()]:
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = Page(str(answer.url), answer.text)
            assert not page.tags[TAG], what
            assert not page.attributes[ATTRIBUTE], what
            assert not any(f"&lt;{TAG}" in words for words in page.words), what
            shown += f"<{TAG}" in " ".join(page.words)
    assert shown > 100

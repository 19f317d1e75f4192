"""Files that leave and files that come take no thread from pages."""

import asyncio
from inspect import iscoroutinefunction
from threading import Event, Lock

import pytest
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from service.web.app import routes
from service.web.running.apart import AT_ONCE, made_apart, read_apart
from tests.own_loop import wait_for
from tests.service.working import create_app

MANY = 60
"""More than all threads that pages have."""


PAGES, API = "/programmes/{slug}", "/api/v1/programmes/{slug}"
APART = [
    *(("GET", PAGES + path) for path in ("/data/file", "/programme.zip", "/report.html", "/report/{reader}/{format}")),
    *(("GET", PAGES + path) for path in ("/pictures/{picture}", "/elements/{element}/pictures/{picture}")),
    *(("POST", PAGES + path) for path in ("/upload", "/upload/{token}", "/upload/{token}/keep")),
    *(("GET", API + path) for path in ("/data", "/export", "/report", "/pictures/{picture}")),
    *(("POST", API + path) for path in ("/files", "/previews", "/previews/{token}/keep")),
    ("POST", "/programmes/import"),
    ("POST", "/api/v1/programmes/import"),
]


class Slow:
    """Work that goes on until it is let go, and knows how much of it was done at once."""

    def __init__(self):
        self.let_go, self.lock = Event(), Lock()
        self.now, self.most = 0, 0

    def work(self, number: int) -> int:
        """Wait, and give back the number."""
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.let_go.wait(60)
        with self.lock:
            self.now -= 1
        return number


@pytest.mark.parametrize("apart", [made_apart, read_apart])
def test_pages_are_made_while_very_many_files_are_asked_for(apart):
    """A few files are made at once, the others wait, and all of them are made in the end."""
    slow = Slow()

    async def ask():
        asked = [asyncio.create_task(apart(slow.work)(number)) for number in range(MANY)]
        await asyncio.sleep(0)
        page = await run_in_threadpool(lambda: "page")
        slow.let_go.set()
        return page, await asyncio.gather(*asked)

    assert wait_for(ask()) == ("page", list(range(MANY)))
    assert slow.most <= AT_ONCE


def test_what_takes_long_is_apart():
    """Every address that gives a programme, a report or a chart as a file, or reads files that were sent."""
    views = {
        (method, each.path): each.endpoint for each in iter_route_contexts(routes()) for method in each.methods or ()
    }
    assert [place for place in APART if not iscoroutinefunction(views[place])] == []


def test_a_file_is_given_as_before(settings, open_workspace):
    """With its name, and by the rights of who asks; what is not there says so."""
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("P", ["A"]).slug
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        given = client.get(f"/programmes/{slug}/data/file", params={"format": "csv"})
        assert (given.status_code, "attachment" in given.headers["content-disposition"]) == (200, True)
        assert client.get(f"/programmes/{slug}x/data/file").status_code == 404
        assert client.get(f"/programmes/{slug}/data/file", params={"format": "x"}).status_code == 422

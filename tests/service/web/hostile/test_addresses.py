"""Every place of every address with what nobody would name a thing by: never an error of the service."""

import re
from collections.abc import Iterator
from random import Random
from shutil import copyfile

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.store import Database
from service.web.access import addresses
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.web.access_people import Things, fill
from tests.service.web.hostile.odd_requests import every_address, odd_request
from tests.service.web.test_access import BODIES, FIELDS, filled
from tests.service.working import create_app

BEYOND = "99999999999999999999"
ENDLESS = ("/events", "/progress")
NUMBERED = {"file", "number", "publication", "job", "entry", "memo", "said", "webhook", "delivery"}
GONE = {303, 404, 410, 422}
OWN = {"slug", "name", "format", "picture", "reader", "kind"}


@pytest.fixture(scope="module")
def made(tmp_path_factory, sqlite_tables) -> Iterator[tuple[TestClient, Things]]:
    """A service with a programme that has one of everything."""
    folder = tmp_path_factory.mktemp("addresses")
    copyfile(sqlite_tables, folder / sqlite_tables.name)
    settings = Settings(data_dir=folder)
    work = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: EMBEDDER)
    here = fill(work, "Quillwater")
    client = TestClient(create_app(settings, work), base_url="http://localhost", follow_redirects=False)
    yield client, here
    work.close()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("value", [BEYOND, "-1", "%00", "x" * 600])
def test_what_is_not_there_is_not_there(made, value):
    """A number beyond all bounds, one below none, an empty sign, a name of 600 letters."""
    client, here = made
    routes = addresses(client.app.routes)
    for method, template in sorted({(method, each.template) for each in routes for method in each.methods}):
        for name in set(re.findall(r"\{(\w+)\}", template)) - OWN:
            if template.endswith(ENDLESS):
                continue
            path = filled(template.replace(f"{{{name}}}", value), here)
            status = _asked(client, method, template, path)
            assert status in GONE, (method, path, status)
            if name in NUMBERED and method == "GET":
                assert status in ({404, 422} if template.startswith("/api/") else {404, 410}), path


def _asked(client: TestClient, method: str, template: str, path: str) -> int:
    if template.startswith("/api/"):
        body = BODIES.get(f"{method} {template}", BODIES.get(method))
        return client.request(method, path, **({} if body is None else {"json": body})).status_code
    return client.request(method, path, **({"data": FIELDS} if method == "POST" else {})).status_code


@pytest.mark.timeout(600)
def test_no_odd_request_is_an_error_of_the_service(made):
    """Odd bytes, numbers beyond all bounds, lists for texts, fields twice over, bodies of other kinds.

    At every other address; `python -m benchmarks.fuzzing.requests` takes all of them, for as long as one likes.
    """
    client, here = made
    chance = Random(16)
    for one in every_address(client.app)[::2]:
        asked = odd_request(one, here, chance)
        headers = {name.encode(): value for name, value in asked.headers.items()}
        answer = client.request(asked.method, asked.url, headers=headers, content=asked.content)
        assert answer.status_code < 500, asked


def test_files_where_texts_are_meant_are_no_error(made):
    """Every field of every form, sent as a file."""
    client, here = made
    for one in every_address(client.app):
        if one.method == "POST" and not one.template.startswith("/api/"):
            files = dict.fromkeys((*FIELDS, *one.form), ("x.txt", b"yes"))
            answer = client.post(filled(one.template, here), files=files)
            assert answer.status_code < 500, one.template

"""HEAD at the addresses that can be got."""

import pytest
from fastapi.testclient import TestClient

from service.web.access import addresses
from service.web.app import create_app
from tests.service.web.access_people import client, fill, known, people


@pytest.fixture
def ask(workspace, full):
    """A program that asks."""
    return TestClient(create_app(workspace.settings, workspace), base_url="http://localhost")


@pytest.mark.parametrize("path", ["", "/files", "/notes", "/elements", "/nowhere", "/report?format=html"])
def test_a_head_is_that_of_the_answer(ask, full, path):
    """Status and headers as for GET, the length too, and no body."""
    where = f"/api/v1/programmes/{full}{path}"
    whole, head = ask.get(where), ask.head(where)
    assert head.status_code == whole.status_code
    assert head.content == b""
    same = ("content-type", "content-length", "etag", "content-encoding", "manyvoices-result")
    assert [head.headers.get(name) for name in same] == [whole.headers.get(name) for name in same]


def test_pages_have_heads_and_what_is_told_endlessly_ends(ask, full):
    """Also the stream that keeps a page current."""
    assert ask.head("/").status_code == 200
    assert ask.head(f"/programmes/{full}/progress").status_code == 200


def test_who_asks_for_a_head_has_seen_and_taken_nothing(tmp_path, settings, open_workspace):
    """Neither a look nor an export stands in the history."""
    work = open_workspace(settings.model_copy(update={"sign_in": "always"}))
    here = fill(work, "Quillwater")
    known(work, people(work.programmes.id_of(here.slug), 0))
    program = client(create_app(work.settings, work), "facilitator")
    for path in ("/elements", "/data?format=jsonl", f"/files/{here.of['file']}/content"):
        assert program.head(f"/api/v1/programmes/{here.slug}{path}").status_code == 200
    work.looks.write_down()
    assert work.journal.page(here.slug, looked=True).done == ()
    assert program.get(f"/api/v1/programmes/{here.slug}/files/{here.of['file']}/content").status_code == 200
    assert len(work.journal.page(here.slug, looked=True).done) == 1


def test_where_nothing_can_be_got_nothing_has_a_head(ask, full):
    """405 or 404, as GET is."""
    app = ask.app
    paths = [each.template for each in addresses(app.routes) if each.methods == {"POST"}]
    assert paths
    assert (
        ask.head(f"/api/v1/programmes/{full}/copy").status_code
        == ask.get(f"/api/v1/programmes/{full}/copy").status_code
    )

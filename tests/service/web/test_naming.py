"""Naming a reading from wherever its name is shown, in one or several languages."""

import pytest

from tests.nlp.readings.test_interpret import RISK
from tests.service.web.api.test_edits import client, reading  # noqa: F401

PAGES = "/programmes/p", "/programmes/p/elements/culture", "/programmes/p/report"
FORM = "/programmes/p/elements/culture/edit"


@pytest.mark.parametrize("page", PAGES)
def test_naming_is_one_tap_away(client, page):  # noqa: F811
    """Element, grid and report lead to the form of that very reading, which stands open with proposals."""
    found = reading(client, RISK[0])
    there = f"{FORM}?reading={found['id']}"
    assert f'href="{there}#reading-{found["id"]}"' in client.get(page).text
    form = client.get(there).text
    assert f'id="reading-{found["id"]}" open' in form
    assert all(f'name="name" value="{proposal}"' in form for proposal in found["proposals"])
    assert found["proposals"]


def test_a_file_to_take_along_leads_nowhere(client):  # noqa: F811
    """The report that stands alone has no address of this service in it."""
    assert "/edit" not in client.get("/programmes/p/report.html").text


def test_a_name_in_each_language(client):  # noqa: F811
    """The form takes a name for all and others beside it; readers of Bangla see theirs, on page and in the API."""
    asked = {"reading": reading(client, RISK[0])["id"], "name": "Daring", "name-bn": "সাহস", "name-ne": ""}
    assert client.post(f"{FORM}/name", data=asked, follow_redirects=False).status_code == 303
    assert "সাহস" in client.get(f"{PAGES[1]}?lang=bn").text
    assert "Daring" in client.get(f"{PAGES[1]}?lang=ne").text
    assert reading(client, RISK[0])["given_in"] == {"bn": "সাহস"}
    (edit,) = client.get("/programmes/p/changes.json").json()["edits"]
    assert edit["names"] == {"bn": "সাহস"}


def test_names_by_the_api(client):  # noqa: F811
    """As `names`; a language that is none, and an empty name, are refused."""
    asked = {"kind": "rename", "element": "culture", "reading": reading(client, RISK[0])["id"], "name": "Daring"}
    edits = "/api/v1/programmes/p/edits"
    assert client.post(edits, json={**asked, "names": {"B!": "x"}}).status_code == 422
    assert client.post(edits, json={**asked, "names": {"bn": ""}}).status_code == 422
    assert client.post(edits, json={**asked, "names": {"bn": "সাহস"}}).json()["names"] == {"bn": "সাহস"}

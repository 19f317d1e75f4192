"""Accounts, tokens and people under the API."""

import pytest

from service.access.acting import act_as
from service.access.types import Reader

API = "/api/v1"


@pytest.fixture
def program(app, asking, asha):
    """A program of Asha's that signs in with a token."""
    from fastapi.testclient import TestClient

    secret = asking.tokens.make(asha, "program").secret
    return TestClient(app, base_url="http://localhost", headers={"authorization": f"Bearer {secret}"})


def test_a_program_sees_and_changes_its_own_account(program):
    """No secret is in what it sees."""
    found = program.get(f"{API}/account").json()
    assert found.keys() == {"id", "login", "name", "language", "is_active", "is_administrator", "created"}
    assert program.patch(f"{API}/account", json={"name": "আশা"}).json()["name"] == "আশা"
    assert program.get(f"{API}/account").json()["login"] == "asha@example.org"


def test_a_program_makes_and_revokes_tokens(program):
    """The secret is given once."""
    made = program.post(f"{API}/account/tokens", json={"name": "R", "days": 7})
    assert (made.status_code, made.json()["secret"][:3]) == (201, "mv_")
    assert "secret" not in program.get(f"{API}/account/tokens").json()[1]
    number = made.json()["token"]["id"]
    assert program.delete(f"{API}/account/tokens/{number}").status_code == 204
    assert program.delete(f"{API}/account/tokens/{number}").status_code == 404


def test_people_are_looked_after_by_the_api(program, asking, asha):
    """By administrators, like on the page."""
    assert program.get(f"{API}/people").status_code == 403
    asking.accounts.set_administrator(asha, is_administrator=True)
    ram = asking.accounts.add("ram").id
    assert [each["login"] for each in program.get(f"{API}/people").json()] == ["asha@example.org", "ram"]
    assert not program.patch(f"{API}/people/{ram}", json={"is_active": False}).json()["is_active"]
    assert program.post(f"{API}/people/{ram}/password").json()["path"].startswith("/password/")
    made = program.post(f"{API}/people/invitations", json={"name": "Sita"}).json()
    assert [each["name"] for each in program.get(f"{API}/people/invitations").json()] == ["Sita"]
    assert program.delete(f"{API}/people/invitations/{made['link']['id']}").status_code == 204


def test_members_are_looked_after_by_the_api(program, asking, asha):
    """By facilitators, like on the page."""
    with act_as(Reader(asha, "Asha")):
        asking.programmes.create("P", ["North"])
    home = f"{API}/programmes/p/members"
    made = program.post(f"{home}/invitations", json={"name": "Ram", "role": "member", "team": "North"})
    assert made.status_code == 201
    assert program.post(f"{home}/invitations", json={"name": "Ram", "role": "member"}).status_code == 422
    ram = asking.accounts.add("ram").id
    asking.links.join(made.json()["path"].split("/")[-1], ram)
    assert [each["team"] for each in program.get(home).json()] == ["", "North"]
    assert program.put(f"{home}/{ram}", json={"role": "observer"}).json()["role"] == "observer"
    assert program.delete(f"{home}/{asha}").status_code == 422
    assert program.delete(f"{home}/{ram}").status_code == 204


def test_on_ones_own_machine_there_is_no_own_account(open_workspace, settings):
    """It says so."""
    from fastapi.testclient import TestClient

    from service.web.app import create_app

    browser = TestClient(create_app(settings, open_workspace(settings)), base_url="http://localhost")
    assert browser.get(f"{API}/account").status_code == 401

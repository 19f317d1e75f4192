"""Accounts from the command line."""

import re

import pytest
from typer.testing import CliRunner

from nlp.errors import ManyvoicesError
from service.access.types import Membership, Role
from service.cli.main import app
from service.cli.server import check_somebody_can_sign_in
from service.settings import Settings
from service.workspace import Workspace

PASSWORD = "the river rises early"


@pytest.fixture
def run(settings, monkeypatch):
    """Run a command on an installation of its own."""
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(settings.data_dir))

    def one(*words, said="", code=0):
        found = CliRunner().invoke(app, ["user", *words], input=said)
        assert found.exit_code == code, found.output + repr(found.exception)
        return found

    return one


@pytest.fixture
def work(settings):
    """The same installation."""
    opened = Workspace.open(settings)
    yield opened
    opened.close()


def test_an_account_is_made_with_a_password_from_the_terminal(run, work):
    """Never from an argument."""
    assert "can sign in" in run("add", "asha@example.org", "--name", "Asha", said=f"{PASSWORD}\n").output
    assert work.sign_ins.by_password("ASHA@example.org", PASSWORD, "", "").account.name == "Asha"
    assert "asha@example.org  Asha" in run("list").output
    assert "--password" not in run("add", "--help").output


def test_an_administrator_is_told_who_sees_notes(run, work):
    """Nobody becomes a facilitator of everything without having asked for it."""
    work.programmes.create("P")
    assert "--facilitator-of-all" in run("add", "asha", "--administrator", said=f"{PASSWORD}\n").output
    run("add", "ram", "--facilitator-of-all", said=f"{PASSWORD}\n")
    assert [each.name for each in work.members.every("p")] == ["ram"]


def test_links_are_printed(run, work):
    """To choose a password, to choose another, to come in."""
    work.programmes.create("P", ["North"])
    for words in (["add", "asha", "--link"], ["reset", "asha"]):
        path = re.search(r"http://127.0.0.1:8000/password/([\w-]+)", run(*words).output)[1]
    work.links.choose_password(path, PASSWORD, "")
    secret = re.search(
        r"/invitation/([\w-]+)", run("invite", "--programme", "p", "--role", "member", "--team", "North").output
    )
    account = work.links.come_in(secret[1], "ram", "", PASSWORD, "").account
    with work._database.reading() as db:
        from service.store.accounts import memberships

        assert memberships.of_account(db, account.id) == {1: Membership(Role.MEMBER, "North")}


def test_people_are_let_out_and_in(run, work):
    """And look after the accounts or not."""
    for login in ("asha", "ram"):
        run("add", login, "--link", "--administrator")
    run("deactivate", "asha")
    assert "not let in" in run("list").output
    run("deactivate", "asha", "--undo")
    run("administrator", "asha", "--undo")
    assert [(each.is_active, each.is_administrator) for each in work.accounts.every()] == [(True, False), (True, True)]
    run("reset", "nobody", code=1)


@pytest.mark.parametrize(
    ("chosen", "refused"),
    [
        ({}, False),
        ({"host": "0.0.0.0"}, True),
        ({"host": "0.0.0.0", "phones": True}, False),
        ({"sign_in": "always"}, True),
    ],
)
def test_nothing_is_served_to_which_nobody_could_sign_in(work, settings, chosen, refused):
    """It says in one line how to make an account, and serves once there is one."""
    given = Settings(data_dir=settings.data_dir, **chosen)
    if refused:
        with pytest.raises(ManyvoicesError, match="manyvoices user add"):
            check_somebody_can_sign_in(given, work)
        work.accounts.add("asha")
    check_somebody_can_sign_in(given, work)

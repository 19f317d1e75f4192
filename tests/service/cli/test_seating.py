"""`manyvoices seat` as somebody with a roster runs it."""

import json
from itertools import combinations

import pytest
from typer.testing import CliRunner

from nlp.seating.types import Mixing, Seating, Table
from service.cli.main import app
from service.cli.out.page import console
from service.cli.out.seats import show

NAMES = ["Rokeya", "কামরুল", "मोर्जिना", "Leena", "हरि", "জামাল", "Sita", "Ben"]


@pytest.fixture
def roster(tmp_path):
    """Eight people of two organisations."""
    file = tmp_path / "people.csv"
    rows = [f"{name},{'Fund' if at % 2 else 'নদী'}" for at, name in enumerate(NAMES)]
    file.write_text("\n".join(["name,organisation", *rows]), encoding="utf-8")
    return str(file)


def run(*arguments):
    return CliRunner().invoke(app, ["seat", *arguments])


def test_tables_of_every_round_are_printed(roster):
    """With who stays, how many meet, and that they are mixed; names in every script are whole."""
    done = run(roster, "--rounds", "2")
    assert done.exit_code == 0
    assert done.stdout.count("(host)") == 4
    assert all(done.stdout.count(name) == 2 for name in NAMES)
    assert "No table is of one organisation." in done.stdout


def test_as_json_it_is_the_result(roster):
    """Every round seats everybody, and the number of meetings is theirs."""
    found = json.loads(run(roster, "--no-hosts", "--json").stdout)
    tables = [table["guests"] for each in found["rounds"] for table in each]
    assert len({frozenset(pair) for table in tables for pair in combinations(table, 2)}) == found["met"]
    assert [sorted(name for table in each for name in table["guests"]) for each in found["rounds"]] == [
        sorted(NAMES)
    ] * 3


def test_hosts_are_those_who_are_named(roster):
    """And one who is not on the roster is refused."""
    done = run(roster, "--host", "হরি", "--host", "Ben")
    assert str(done.exception) == "hosts: nobody is called “হরি”. Write hosts as the roster does."
    assert run(roster, "--host", "हरि", "--host", "Ben").stdout.count("हरि (host)") == 3


def test_what_could_not_be_better_is_said(capsys, monkeypatch):
    """Tables of one group, with why; and how far the plan is from the best."""
    monkeypatch.setenv("COLUMNS", "200")
    rounds = ((Table("", ("A", "B")), Table("", ("C", "D"))),)
    show(console(), Seating(rounds, 2, 3, 1, 1, (Mixing("gender", 1, 1), Mixing("rank", 2, 0))))
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "2 pairs sit together at least once: no plan lets more than 3 meet. Each person meets 1 others.",
        "One table is of one gender; with these people it cannot be fewer.",
        "2 tables are of one rank.",
    ]

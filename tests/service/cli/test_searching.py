"""The command search."""

import json

import pytest
from typer.testing import CliRunner

from nlp.errors import ManyvoicesError
from service.cli.main import app
from service.settings import Settings
from service.workspace import Workspace

NOTES = "text,element,team\nWe trust them,Trust,North\nবিশ্বাস আছে,Trust,South\nthem we trust,Trust,South\n"


@pytest.fixture
def run(tmp_path):
    """Run the command on a database with one programme."""
    url = f"sqlite:///{tmp_path}/manyvoices.db"
    workspace = Workspace.open(Settings(data_dir=tmp_path, database_url=url))
    slug = workspace.programmes.create("P", ["North"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES.encode())])
    workspace.close()

    def command(*words: str) -> str:
        done = CliRunner().invoke(app, ["search", *words, "--database", url], catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    return command


def test_what_is_found_stands_with_its_place(run):
    """Text, element, team, file and line, and why it is there."""
    said = run("p", "বিশ্বাস")
    assert "1. বিশ্বাস আছে\n   note · Trust · South · notes.csv:3 · by word\n1 found" in said


def test_an_argument_of_several_words_stands_in_one_row(run):
    """As the shell has it."""
    assert "1 found" in run("p", "we trust them", "--by", "word")
    assert "2 found" in run("p", "we", "trust", "them", "--by", "word")


def test_programs_get_json(run):
    """The same as from the API; filters hold."""
    found = json.loads(run("p", "trust", "--team", "South", "--json"))
    assert [hit["text"] for hit in found["hits"]] == ["them we trust"]


def test_nothing_to_look_for_is_said(run):
    """And a programme that is not there is refused in one line."""
    assert "There is no word in this to look for" in run("p", "🙂")
    with pytest.raises(ManyvoicesError, match="no programme"):
        run("none", "x")

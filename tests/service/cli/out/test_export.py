"""The command export."""

import json

import openpyxl
import pytest
from typer.testing import CliRunner

from nlp.errors import InputError
from service.cli.main import app
from service.settings import Settings
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.files import EVERYTHING

SESSION = "session-2026-03-18"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in an empty folder, on a database with one programme."""
    url = f"sqlite:///{tmp_path}/manyvoices.db"
    workspace = Workspace.open(Settings(data_dir=tmp_path, database_url=url))
    workspace.programmes.create("P")
    workspace.files.add("p", EVERYTHING)
    workspace.close()
    monkeypatch.setattr("nlp.load_embedder", lambda _: EMBEDDER)
    monkeypatch.chdir(tmp_path)

    def command(*words: str, code: int = 0):
        done = CliRunner().invoke(app, ["export", *words, "--database", url], catch_exceptions=False)
        assert done.exit_code == code, done.stderr
        return done

    return command


def test_a_workbook_is_written_beside_it(run, tmp_path):
    """Numbers for people, unless names are asked for."""
    assert "p.xlsx was written. People have numbers in it." in run("p").stdout
    people = openpyxl.load_workbook(tmp_path / "p.xlsx")["people"]
    assert str(people["B2"].value).startswith("Person")
    run("p", "--names", "--out", str(tmp_path / "named.xlsx"))
    assert openpyxl.load_workbook(tmp_path / "named.xlsx")["people"]["B2"].value == "Asha Rai"


@pytest.mark.parametrize(("form", "name"), [("csv", "p.zip"), ("jsonl", "p.jsonl")])
def test_other_formats_have_names_of_their_own(run, tmp_path, form, name):
    """And --json says what was written."""
    told = json.loads(run("p", "--format", form, "--json").stdout)
    assert told == {
        "version": 1,
        "file": name,
        "format": form,
        "names": False,
        "bytes": (tmp_path / name).stat().st_size,
    }


@pytest.mark.parametrize("form", ["vtt", "eaf", "rttm"])
def test_a_session_gives_its_transcript(run, tmp_path, form):
    """By the session's name in addresses."""
    run("p", "--session", SESSION, "--format", form, "--names")
    assert "Asha" in (tmp_path / f"{SESSION}.{form}").read_text()


def test_wrong_words_are_told(run):
    """Exit code 2, and what there is."""
    assert "--format is one of xlsx, csv, jsonl" in run("p", "--format", "sav", code=2).stderr
    assert "--format is one of vtt, eaf, rttm" in run("p", "--session", SESSION, "--format", "xlsx", code=2).stderr
    assert "--language is one of en, bn, ne" in run("p", "--language", "fr", code=2).stderr


def test_a_place_that_cannot_be_written_is_one_line(run, tmp_path):
    """The error of every command that writes."""
    with pytest.raises(InputError, match="cannot be written"):
        run("p", "--out", str(tmp_path / "no" / "p.xlsx"))

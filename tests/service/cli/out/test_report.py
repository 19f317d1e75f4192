"""The command report."""

import json

import pytest
from typer.testing import CliRunner

from nlp.errors import InputError
from service.cli.main import app
from service.settings import Settings
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.files import EVERYTHING


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

    def command(*words: str):
        done = CliRunner().invoke(app, ["report", "p", *words, "--database", url], catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
        return done

    return command


def test_it_chooses_a_name_for_a_reader_and_a_language(run, tmp_path):
    """Findings are made where they are not there yet; people have numbers."""
    told = json.loads(run("--for", "participants", "--language", "bn", "--json").stdout)
    written = tmp_path / "p-participants-bn.html"
    assert told["out"] == str(written)
    assert told["bytes"] == len(written.read_bytes())
    text = written.read_text(encoding="utf-8")
    assert '<html lang="bn">' in text
    assert "Asha" not in text


def test_people_are_named_only_for_facilitators(run, tmp_path):
    """Whoever asks for names in another report gets none."""
    run("--names", "--out", str(tmp_path / "mine.html"))
    run("--names", "--for", "funder", "--out", str(tmp_path / "theirs.html"))
    assert "Asha" in (tmp_path / "mine.html").read_text(encoding="utf-8")
    assert "Asha" not in (tmp_path / "theirs.html").read_text(encoding="utf-8")


def test_what_is_not_there_is_said(run):
    """An element, a language, a format that this reader has not."""
    for words, problem in (
        (("--element", "Nowhere"), "no element"),
        (("--language", "xx"), "no report in the language"),
        (("--format", "pptx"), "not made as pptx"),
    ):
        with pytest.raises(InputError, match=problem):
            run(*words)

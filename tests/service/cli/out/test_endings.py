"""What `interpret --out` writes."""

import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner

from service.cli.main import app
from service.cli.out.endings import ENDINGS
from tests.service.conftest import EMBEDDER
from tests.service.files import NOTES


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run interpret on a file of notes, and return the path of what it writes."""
    monkeypatch.setattr("nlp.load_embedder", lambda _: EMBEDDER)
    (tmp_path / "notes.csv").write_bytes(NOTES)

    def command(name: str, code: int = 0):
        out = tmp_path / name
        words = ["interpret", str(tmp_path / "notes.csv"), "--out", str(out)]
        done = CliRunner().invoke(app, words, catch_exceptions=False)
        assert done.exit_code == code, done.stderr
        return out, done

    return command


def test_a_workbook_has_all_tables(run):
    """With what the notes say of people: whoever calls it has the file."""
    out, done = run("result.xlsx")
    assert done.stdout == f"{out} was written.\n"
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["dictionary", "notes", "readings", "holders", "elements"]
    assert book["dictionary"]["E2"].value.startswith("notes.csv, ")


def test_csv_is_the_table_of_notes(run):
    """As pandas reads it; a zip has all tables."""
    out, _ = run("result.csv")
    frame = pd.read_csv(out)
    assert set(frame["participant"]) == {"Asha Rai", "Rina"}
    assert set(frame["team"]) == {"North", "South", "West"}
    whole, _ = run("result.zip")
    names = zipfile.ZipFile(io.BytesIO(whole.read_bytes())).namelist()
    assert names == ["dictionary.csv", "notes.csv", "readings.csv", "holders.csv", "elements.csv", "datapackage.json"]


def test_json_lines_have_every_row(run):
    """One object a line."""
    out, _ = run("result.JSONL")
    kinds = [json.loads(line)["kind"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert kinds.count("note") == 5
    assert kinds[0] == "about"


def test_another_ending_is_refused_before_anything_is_read(run):
    """Exit code 2, with the endings that there are."""
    out, done = run("result.sav", code=2)
    assert all(ending in done.stderr for ending in ENDINGS)
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "begins"), [("r.html", b"<!doctype html>"), ("r.pdf", b"%PDF"), ("r.docx", b"PK"), ("r.pptx", b"PK")]
)
def test_reports_are_written_for_files_without_a_server(run, name, begins):
    """As a page, on paper, to write on in, and as slides."""
    pytest.importorskip("matplotlib")
    out, _ = run(name)
    assert out.read_bytes().lower().startswith(begins.lower())

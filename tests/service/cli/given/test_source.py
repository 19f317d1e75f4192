"""What is handed to a command: files and standard input, each once, under a name."""

import io
import sys
from pathlib import Path

import pytest
import typer

from nlp.errors import UnreadableFile
from service.cli.given.source import Source, sources_of

NOTES = b"text,team\nWe trust each other,Nepal\n"


@pytest.fixture
def typed(monkeypatch):
    """Standard input that holds notes."""
    stream = io.TextIOWrapper(io.BytesIO(NOTES))
    monkeypatch.setattr(sys, "stdin", stream)
    return stream


def test_a_file_keeps_its_name(tmp_path):
    """And is shown as it was typed."""
    (tmp_path / "খবর.csv").write_bytes(NOTES)
    source = Source.of(tmp_path / "খবর.csv")
    assert (source.name, source.stem, source.shown, source.data) == ("খবর.csv", "খবর", str(tmp_path / "খবর.csv"), NOTES)


@pytest.mark.parametrize(("name", "called"), [("", "stdin.csv"), ("nepal", "nepal.csv"), ("nepal.md", "nepal.md")])
def test_standard_input_has_the_name_that_is_said(typed, name, called):
    """With an ending that fits what is in it, unless one is said."""
    (source,) = sources_of([Path("-")], name)
    assert (source.name, source.data) == (called, NOTES)


def test_standard_input_is_given_once(typed):
    """The second time it is one line that says so."""
    with pytest.raises(UnreadableFile, match="read already"):
        sources_of([Path("-"), Path("-")])


def test_a_name_is_of_what_has_none(tmp_path, capsys):
    """A file has its own, and two pipes cannot both have it: wrong usage."""
    (tmp_path / "a.csv").write_bytes(NOTES)
    with pytest.raises(typer.Exit) as refused:
        sources_of([tmp_path / "a.csv"], "b.csv")
    assert refused.value.exit_code == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("path", "why"), [("", "is a directory"), ("nowhere.csv", "no such file")])
def test_what_cannot_be_opened_is_one_line(tmp_path, path, why):
    """A folder, and a file that is not there."""
    with pytest.raises(UnreadableFile, match=why):
        Source.of(tmp_path / path)

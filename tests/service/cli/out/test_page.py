"""Results on a terminal and in a pipe."""

import sys

import pytest
from rich.table import Table
from rich.text import Text

from service.cli.out.page import console, indented, shortened

LONG = "ছোট কথা " * 200


@pytest.fixture
def terminal(monkeypatch):
    """Standard output that says it is one, 40 columns wide."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")


def test_nothing_is_cut_in_a_pipe(capsys, monkeypatch):
    """Neither a text nor a row of a table, and no line ends in blanks."""
    monkeypatch.delenv("COLUMNS", raising=False)
    table = Table("a", "b", box=None)
    table.add_row("x", LONG.strip())
    console().print(table)
    console().print(indented(Text(shortened(LONG)), 4))
    lines = capsys.readouterr().out.splitlines()
    assert [LONG.strip() in line for line in lines] == [False, True, True]
    assert lines == [line.rstrip() for line in lines]


def test_columns_says_how_wide_a_pipe_is(capsys, monkeypatch):
    """Lines are broken there, between words."""
    monkeypatch.setenv("COLUMNS", "40")
    console().print(Text("many words " * 20))
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_long_texts_are_cut_on_a_terminal(terminal):
    """After some lines, between words."""
    short = shortened(LONG)
    assert len(short) < len(LONG)
    assert short.endswith(("কথা …", "ছোট …"))
    assert shortened("short") == "short"


def test_no_colour_where_that_is_asked_for(terminal, capsys, monkeypatch):
    """NO_COLOR leaves the words."""
    monkeypatch.setenv("NO_COLOR", "1")
    console().print(Text("words", style="cyan"))
    assert capsys.readouterr().out == "words\n"

"""What all commands have in common."""

import inspect
from collections.abc import Iterator

import pytest
import typer
from typer.testing import CliRunner

import nlp
from service.cli.examples import EXAMPLES
from service.cli.main import COMMANDS, GROUPS, app

RUNNING = {"serve", "worker", "mcp"}
"""Commands that go on until they are stopped and have no result."""


def every() -> Iterator[tuple[str, object]]:
    yield from COMMANDS.items()
    for group, (_, commands) in GROUPS.items():
        yield from ((f"{group} {name}", command) for name, command in commands.items())


NAMES = [name for name, _ in every()]


@pytest.mark.parametrize(("name", "command"), list(every()), ids=NAMES)
def test_every_command_takes_json_and_has_examples(name, command):
    """With -h, -q and -v; help says each option in a sentence."""
    options = inspect.signature(command).parameters
    assert name in RUNNING or "as_json" in options
    assert EXAMPLES[name]
    said = CliRunner().invoke(app, [*name.split(), "-h"], env={"COLUMNS": "200"}).output
    assert all(line in " ".join(said.split()) for line in EXAMPLES[name])
    assert "--quiet" in said
    assert "--verbose" in said


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_options_of_examples_are_there(line):
    """What an example shows, its command has."""
    words = line.rpartition("| ")[2].split()[1:]
    group = typer.main.get_command(app)
    while hasattr(group, "commands"):
        group = group.commands[words.pop(0)]
    there = {name for option in group.params for name in (*option.opts, *option.secondary_opts)}
    assert {word for word in words if word.startswith("-") and word != "-"} <= there


def test_quiet_leaves_out_remarks_and_what_was_written(tmp_path):
    """What is asked for and what is wrong are still said, wherever in the line -q stands."""
    (tmp_path / "notes.csv").write_text("text,element\nWe trust each other,Trust\n", encoding="utf-8")
    (tmp_path / "people.txt").write_text("x\n", encoding="utf-8")
    rubric = "element,level,descriptor,team\nTrust,emerging,we ring,Nepal\n"
    (tmp_path / "rubric.csv").write_text(rubric, encoding="utf-8")
    files = [str(tmp_path / "notes.csv"), str(tmp_path / "rubric.csv")]
    assert "left out" in CliRunner().invoke(app, ["interpret", *files]).stderr
    for words in (["-q", "interpret", *files], ["interpret", *files, "--quiet"]):
        done = CliRunner().invoke(app, words)
        assert (done.exit_code, done.stderr) == (0, "")
        assert "We trust each other" in done.stdout
    written = CliRunner().invoke(app, ["embed", files[0], "--out", str(tmp_path / "v.npy"), "-q"])
    assert (written.exit_code, written.output) == (0, "")


def test_defaults_are_those_of_the_library():
    """Nobody says by what to compare: the command leaves that to the library, and takes its smallest group."""
    from nlp.readings.types import Smallest

    options = inspect.signature(COMMANDS["interpret"]).parameters
    assert options["by"].default is None
    assert options["smallest"].default == Smallest().personal
    assert inspect.signature(nlp.interpret).parameters["readings"].default == options["readings"].default


def test_threshold_is_still_taken(tmp_path):
    """Under its old name, which the help does not show."""
    (tmp_path / "n.csv").write_text("text,gender\nWe trust each other,woman\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["interpret", str(tmp_path / "n.csv"), "--threshold", "2", "--json"])
    assert '"personal": 2' in done.stdout
    assert "--threshold" not in CliRunner().invoke(app, ["interpret", "-h"]).output

"""The command between others: real processes with real pipes, terminals of other encodings, full disks, Ctrl+C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpora import SAMPLE

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]
SESSION = SAMPLE / "session-2026-03-review.vtt"
NOTES = "text,element,team\nWe trust each other,Trust,Nepal\nখবর আসে না,Trust,Bangladesh\nहामी पर्खन्छौं,Trust,Nepal\n"
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="no such pipes on Windows")


def run(*words: str | Path, **how: object) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    environment |= {"PYTHONPATH": str(ROOT), **how.pop("environment", {})}
    given = {"stderr": subprocess.PIPE, "stdout": subprocess.PIPE, "timeout": 280, "check": False} | how
    return subprocess.run([*COMMAND, *map(str, words)], env=environment, **given)


def test_notes_come_through_standard_input_and_go_out_as_json():
    """A table without a name is read as one, under the name that its notes then have."""
    done = run("interpret", "-", "--json", input=NOTES.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert found["version"] == 1
    (element,) = found["elements"]
    notes = [unit for reading in element["readings"] for unit in reading["units"]] + element["alone"]
    assert {unit["source"] for unit in notes} == {"stdin.csv"}
    assert {unit["text"] for unit in notes} == {"We trust each other", "খবর আসে না", "हामी पर्खन्छौं"}


@ON_POSIX
def test_pipes_of_a_shell_are_read_once_and_told_by_their_content(tmp_path):
    """A named pipe and a substituted process: a transcript and its roster."""
    os.mkfifo(tmp_path / "talk")
    roster = SAMPLE / "session-2026-03-roster.csv"
    line = 'cat "$1" > "$2" & exec "$3" -c "$4" participation "$2" --roster <(cat "$5") --json'
    words = ["bash", "-c", line, "-", SESSION, tmp_path / "talk", COMMAND[0], COMMAND[2], roster]
    done = subprocess.run(
        [*map(str, words)], capture_output=True, cwd=ROOT, timeout=120, check=False, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["silent"] == ["Jasim Uddin Mollik", "Morjina Khatun"]
    assert found["files"][0]["file"] == "input-1.vtt"


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii:strict"}])
def test_what_comes_out_is_utf8_whatever_the_terminal_is_set_to(tmp_path, environment):
    """Text, JSON and errors; a line has no blanks at its end and no colour, and no text is cut in a pipe."""
    table = tmp_path / "খবর.csv"
    table.write_text(NOTES + f"{'a long note ' * 30},Other,Nepal\n", encoding="utf-8")
    done = run("interpret", table, environment=environment)
    said = done.stdout.decode("utf-8")
    assert "খবর আসে না" in said
    assert "a long note " * 29 in said
    assert "\x1b" not in said
    assert [line for line in said.splitlines() if line != line.rstrip()] == []
    missing = run("interpret", tmp_path / "नाम.csv", environment=environment)
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert "नाम.csv: the file cannot be opened" in missing.stderr.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is full")
@pytest.mark.parametrize(
    "words", [["participation", str(SESSION)], ["embed", str(SAMPLE / "notes-2026-09-nepal.csv"), "--out", "-"], ["-h"]]
)
def test_a_full_disk_is_one_line(words):
    """Whatever is written there: exit code 1."""
    with Path("/dev/full").open("wb") as full:
        done = run(*words, stdout=full)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"no space left on device" in done.stderr


@ON_POSIX
def test_ctrl_c_is_quiet():
    """Exit code 130 and not a word, as a shell expects it."""
    with subprocess.Popen(
        [*COMMAND, "interpret", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        time.sleep(2)
        started.send_signal(signal.SIGINT)
        said = started.communicate(timeout=60)
    assert (started.returncode, *said) == (130, b"", b"")


@ON_POSIX
def test_closed_streams_are_no_stack_trace():
    """Nothing to read is one line; nowhere to write is nothing at all."""
    closed = subprocess.run(
        ["bash", "-c", 'exec "$0" "$@" <&-', *COMMAND, "embed", "-", "--out", "-"],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (closed.returncode, closed.stderr.count(b"\n")) == (1, 1)
    unheard = subprocess.run(
        ["bash", "-c", 'exec "$0" "$@" >&-', *COMMAND, "participation", str(SESSION)],
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    assert (unheard.returncode, unheard.stderr) == (0, b"")

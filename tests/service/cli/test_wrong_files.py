"""Files that a command cannot use as they are given: one line each, and nothing is dropped in silence."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpora import SAMPLE
from nlp.errors import InputError
from service.cli import server
from service.cli.main import app

NOTES = "text,element,team\nWe trust each other,Trust,Nepal\nখবর আসে না,Trust,Bangladesh\n"
RUBRIC = "element,level,descriptor,team\nTrust,emerging,we ring,{team}\nTrust,needs help,nobody rings,{team}\n"
TALK = "Asha: Shall we begin?\nTom: Yes.\nAsha: ঠিক আছে।\nTom: The budget first.\n"
ROSTER = "name,gender\nAsha,woman\nTom,man\nRina,woman\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of every kind, which commands run in."""
    monkeypatch.chdir(tmp_path)
    files = {"notes.csv": NOTES, "nepal.csv": RUBRIC.format(team="Nepal"), "delta.csv": RUBRIC.format(team="Delta")}
    files |= {"talk.txt": TALK, "later.txt": TALK + "Bina: late\n", "roster.csv": ROSTER}
    files |= {"signed.csv": "text,element,participant\nWe ask,Trust,Asha\nWe dare,Risk,Tom\nWe ring,Trust,Asha\n"}
    files |= {"agenda.csv": "start,end,name\n0:00,10:00,Budget\n10:00,20:00,Rubric\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, [*words])


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("interpret notes.csv ./notes.csv", "the same file is given twice"),
        ("participation talk.txt talk.txt", "the same file is given twice"),
        ("compare-rubrics nepal.csv nepal.csv", "the same file is given twice"),
        ("participation notes.csv", "this is a table of notes, not the record of a session"),
        ("participation signed.csv", "this is a table of notes, not the record of a session"),
        ("participation talk.txt later.txt --segments agenda.csv", "the agenda of one session, and there are 2"),
        ("participation talk.txt --roster agenda.csv", "this is the agenda of a session"),
        ("participation talk.txt --roster roster.csv --expected women=50%", "Groups are man, woman"),
        ("participation talk.txt --roster roster.csv --by team --expected women=50%", "that are there: gender"),
        ("demo --language xx", "Choose one of en, bn, ne"),
        ("compare-rubrics --versions nepal.csv", "one file is one version"),
        ("compare-rubrics --versions nepal.csv delta.csv", "rubrics of different teams"),
        ("compare-rubrics nepal.csv", "--versions"),
        ("interpret notes.csv --model .", "there is no model in this folder"),
    ],
)
def test_one_line_says_what_to_do(folder: Path, words: str, line: str):
    """The command is refused, with the way out, and nothing is left behind."""
    before = sorted(folder.iterdir())
    done = run(*words.split())
    assert line in str(done.exception)
    assert "\n" not in str(done.exception)
    assert sorted(folder.iterdir()) == before


def test_files_of_another_kind_are_named(folder: Path):
    """A rubric beside notes, and notes beside rubrics, are left out in so many words."""
    assert "nepal.csv holds a rubric: left out." in run("interpret", "notes.csv", "nepal.csv").stderr
    assert "notes.csv holds notes: left out." in run("compare-rubrics", "nepal.csv", "delta.csv", "notes.csv").stderr


@pytest.mark.parametrize("by", ["rolle", "gender,rolle"])
def test_an_attribute_that_nobody_on_the_roster_has_is_refused(folder: Path, by: str):
    """Also beside one that exists, with those that are there; without --by nothing is refused."""
    words = ("participation", "talk.txt", "--roster", "roster.csv")
    line = "roster.csv: nobody on the roster has the attribute rolle. The attributes that are there: gender."
    assert str(run(*words, "--by", by).exception) == line
    assert run(*words).exit_code == 0


def test_an_attribute_that_nobody_asked_for_is_not_missed(folder: Path):
    """A roster without gender is compared by nothing, and nothing is said of it; so are notes without a team."""
    (folder / "roles.csv").write_text("name,role\nAsha,chair\nTom,member\nRina,member\n", encoding="utf-8")
    assert "gender" not in run("participation", "talk.txt", "--roster", "roles.csv", "--json").stdout
    (folder / "alone.csv").write_text("text\nWe trust each other\n", encoding="utf-8")
    done = run("interpret", "alone.csv")
    assert "team" not in done.output
    assert done.stderr == ""


def test_one_file_and_several_have_one_form(folder: Path):
    """Each file stands in `files`; what holds over several sessions stands beside them, and is null for one."""
    for words, wanted in (("read notes.csv", {"kind", "elements"}), ("participation talk.txt", {"speakers", "silent"})):
        command, first = words.split()
        one = json.loads(run(command, first, "--json").stdout)
        other = "signed.csv" if command == "read" else "later.txt"
        several = json.loads(run(command, first, other, "--json").stdout)
        assert [each["file"] for each in several["files"]] == [first, other]
        assert one["files"][0].keys() == several["files"][0].keys() >= wanted
        assert {name: one[name] for name in one["files"][0] if name != "file"} == {
            name: each for name, each in one["files"][0].items() if name != "file"
        }
        assert one["version"] == several["version"] == 1
    assert one["over_sessions"] is None
    assert several["over_sessions"]["people"] == several["people"]
    together = json.loads(run("read", "notes.csv", "signed.csv", "--json").stdout)
    assert {each["element"]: each["answers"] for each in together["elements"]} == {"Trust": 4, "Risk": 1}
    assert (together["kind"], together["people"]) == ("notes", 2)


def test_verbose_tells_the_steps(folder: Path):
    """On stderr; without -v nothing is said there."""
    done = run("interpret", "notes.csv", "-v")
    assert "notes.csv: notes" in done.stderr
    assert "Finding the readings of 2 notes" in done.stderr
    assert run("interpret", "notes.csv").stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="no named pipes on Windows")
def test_what_is_no_ordinary_file_is_never_replaced(folder: Path):
    """A backup or a programme cannot take the place of a device or a pipe."""
    os.mkfifo(folder / "pipe")
    assert "no ordinary file" in str(run("backup", "pipe").exception)
    assert "no ordinary file" in str(run("programme", "export", "p", "pipe").exception)
    assert (folder / "pipe").is_fifo()


def test_remarks_on_single_sessions_stay_with_several(folder: Path):
    """Bina is on no roster, and only the later session says so."""
    words = ("participation", "talk.txt", "later.txt", "--roster", "roster.csv")
    said = "later.txt: One speaker is not on the roster: Bina."
    assert said in run(*words).stdout
    remarks = json.loads(run(*words, "--json").stdout)["remarks_of_sessions"]
    assert any(remark.startswith(said) for remark in remarks)
    assert any(remark.startswith("The record has no complete times") for remark in remarks)


def test_a_rubric_in_two_files_is_two_versions(folder: Path):
    """The later file counts as the newer version, and that is said."""
    text = RUBRIC.format(team="Nepal") + "Trust,emerging,we write,Nepal\n"
    (folder / "nepal after May.csv").write_text(text, encoding="utf-8")
    done = run("compare-rubrics", "nepal.csv", "nepal after May.csv", "delta.csv", "--json")
    assert "count as versions, oldest first: nepal.csv, nepal after May.csv." in done.stderr
    found = json.loads(done.stdout)
    assert found["versions"]["Nepal"] == "nepal after May.csv"
    assert [(each["before"], each["after"]) for each in found["changes"]] == [("nepal.csv", "nepal after May.csv")]


def test_own_notes_come_first_under_their_name(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """The table of the user's notes is titled with the file, and no name of a gold set is cut."""
    rows = "".join(f"we trust {n},Trust,{'a' if n % 2 else 'b'}\n" for n in range(8))
    (folder / "mine.csv").write_text("text,element,reading\n" + rows, encoding="utf-8")
    monkeypatch.setattr(
        "service.analyses.evaluation.subsample_agreement", lambda _: 0.5
    )  # long, and not what this looks at
    said = run("evaluate", "--notes", "mine.csv").stdout
    assert said.index("mine.csv") < said.index("gold")
    assert "…" not in said


def test_phones_are_told_where_to_go(monkeypatch: pytest.MonkeyPatch):
    """The address in the network, that which was asked for, or that there is none."""
    monkeypatch.setattr(server, "own_network_address", lambda: "192.168.1.7")
    assert "http://192.168.1.7:8000/f/" in server.for_phones("0.0.0.0", 8000)
    assert "http://10.0.0.2:80/f/" in server.for_phones("10.0.0.2", 80)
    monkeypatch.setattr(server, "own_network_address", lambda: None)
    assert "in no network" in server.for_phones("0.0.0.0", 8000)


def test_the_sample_rubrics_are_no_versions_of_each_other():
    """Three teams: refused with --versions, compared without a remark."""
    rubrics = [str(path) for path in sorted(SAMPLE.glob("rubric-*.csv"))]
    assert isinstance(run("compare-rubrics", "--versions", *rubrics).exception, InputError)
    assert run("compare-rubrics", *rubrics, "--json").stderr == ""

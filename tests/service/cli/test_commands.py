"""The command line as a user types it: what comes back, and the one line when the input is refused."""

import json
import os
import socket
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from urllib.request import urlopen

import numpy as np
import pytest
from typer.testing import CliRunner

from corpora import GOLD, SAMPLE
from service.cli.main import app

COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]


def run(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "COLUMNS": "120"}
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, text=True, cwd=cwd, env=environment, timeout=280, check=False
    )


def as_json(*words: str | Path) -> dict:
    done = run(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refused(*words: str | Path) -> str:
    done = run(*words)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_interpret_shows_who_holds_what():
    """Notes and a roster give readings by team and by role."""
    result = as_json("interpret", SAMPLE / "notes-2026-03-nepal.csv", SAMPLE / "notes-2026-03-bangladesh.csv",
                     SAMPLE / "roster.csv", "--by", "team,role")  # fmt: skip
    assert len(result["elements"]) == 7
    reading = result["elements"][0]["readings"][0]
    assert set(reading["held_by"]) == {"team", "role"}
    assert set(reading["held_by"]["team"]) == {"Bangladesh", "Nepal"}


def test_interpret_prints_a_readable_table():
    """Without --json the elements, quotes and questions are there to read."""
    done = run("interpret", SAMPLE / "notes-2026-09-nepal.csv")
    assert done.returncode == 0, done.stderr
    assert "Communications" in done.stdout
    assert "Language explains" in done.stdout


def test_compare_rubrics_of_three_teams():
    """All seven elements, with matches and with descriptors of one team only."""
    rubrics = sorted(SAMPLE.glob("rubric-*.csv"))
    result = as_json("compare-rubrics", *rubrics)
    assert result["teams"] == ["Bangladesh", "Consortium", "Nepal"]
    assert len(result["elements"]) == 7
    assert any(element["matched"] for element in result["elements"])
    assert any(element["only_in"]["Nepal"] for element in result["elements"])


def test_participation_finds_the_silent():
    """The sample session in March: eleven people spoke, two said nothing."""
    roster = SAMPLE / "session-2026-03-roster.csv"
    result = as_json("participation", SAMPLE / "session-2026-03-review.vtt", "--roster", roster, "--by", "gender,team")
    assert result["timed"]
    assert result["silent"] == ["Jasim Uddin Mollik", "Morjina Khatun"]
    assert sum(speaker["share"] for speaker in result["speakers"]) == pytest.approx(1)


def test_groups_of_fewer_people_than_asked_for_are_not_shown():
    """Of thirteen people no two groups of seven can be told apart."""
    roster = SAMPLE / "session-2026-03-roster.csv"
    asked = ("participation", SAMPLE / "session-2026-03-review.vtt", "--roster", roster, "--by", "gender")
    assert {group["people"] for group in as_json(*asked)["groups"]["gender"]} == {6, 7}
    assert "gender" not in as_json(*asked, "--smallest", "7")["groups"]


def test_several_transcripts_are_pooled_and_tested():
    """Each with its own roster; the juniors of both sessions said far less than their number."""
    transcripts = [SAMPLE / f"session-2026-{month}-review.vtt" for month in ("03", "09")]
    rosters = [part for month in ("03", "09") for part in ("--roster", SAMPLE / f"session-2026-{month}-roster.csv")]
    result = as_json("participation", *transcripts, *rosters, "--by", "seniority")
    assert result["sessions"] == [str(path) for path in transcripts]
    verdicts = {group["group"]: group["verdict"] for group in result["groups"]["seniority"]}
    assert verdicts["junior"] == "differs"
    assert "differs from its number" in run("participation", *transcripts, *rosters, "--by", "seniority").stdout


def test_participation_measures_against_a_share_that_is_set_and_by_the_agenda(tmp_path):
    """Women are measured against a half; the agenda's two parts have shares of their own."""
    agenda = tmp_path / "agenda.csv"
    agenda.write_text("start,end,name\n0:00,10:00,Opening\n10:00,,Budget\n", encoding="utf-8")
    roster = SAMPLE / "session-2026-03-roster.csv"
    asked = ("participation", SAMPLE / "session-2026-03-review.vtt", "--roster", roster, "--segments", agenda)
    result = as_json(*asked, "--expected", "woman=50%")
    assert result["groups"]["gender"][0]["expected_share"] == pytest.approx(0.5)
    assert [part["name"] for part in result["segments"]] == ["Opening", "Budget"]
    assert "Opening" in run(*asked).stdout


def test_participation_refuses_what_cannot_be_in_one_line(tmp_path):
    """A share that is none, a group that nobody is in, rosters that do not fit the transcripts."""
    transcript, roster = SAMPLE / "session-2026-03-review.vtt", SAMPLE / "session-2026-03-roster.csv"
    known = ("participation", transcript, "--roster", roster)
    assert "Write it as woman=0.5" in refused(*known, "--expected", "woman")
    assert "nobody on the roster is girl. Groups are man, woman." in refused(*known, "--expected", "girl=0.5")
    assert "1 transcripts and 2 rosters" in refused(*known, "--roster", roster)


def test_participation_loads_no_heavy_library():
    """The quick command imports neither torch, spaCy nor scikit-learn."""
    code = (
        "import sys; sys.argv = ['manyvoices', 'participation', sys.argv[1]]\n"
        "from service.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = ('torch', 'spacy', 'scipy', 'sklearn', 'matplotlib', 'sqlalchemy')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(GOLD / "transcripts" / "plain-en.txt")],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_embed_writes_one_vector_a_line(tmp_path):
    """Three lines in three scripts give three unit vectors; nothing else is left in the folder."""
    (tmp_path / "texts.txt").write_text("trust\nবিশ্বাস\nविश्वास\n", encoding="utf-8")
    assert as_json("embed", tmp_path / "texts.txt", "--out", tmp_path / "vectors.npy")["texts"] == 3
    vectors = np.load(tmp_path / "vectors.npy")
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["texts.txt", "vectors.npy"]


def test_embed_counts_lines_as_an_editor_does(tmp_path):
    """A separator of records inside a line does not cut it."""
    (tmp_path / "texts.txt").write_text("trust\x1cme\nlast", encoding="utf-8")
    assert as_json("embed", tmp_path / "texts.txt", "--out", tmp_path / "vectors.npy")["texts"] == 2


def test_evaluate_measures_every_gold_set():
    """A row for each gold set and transcript; the shares counted by hand are met to a thousandth."""
    result = as_json("evaluate")
    assert {row["name"] for row in result["gold"]} > {path.stem for path in GOLD.glob("statements-*.csv")}
    assert len(result["participation"]) == 3
    assert all(0 < row["stability"] <= 1 for row in result["gold"])
    assert all(row["largest_share_error"] < 0.015 and row["silent_right"] for row in result["participation"])


OWN_NOTES = """text,element,language,team,reading
We trust each other,Trust,en,Nepal,trusting
আমরা একে অপরকে বিশ্বাস করি,Trust,bn,Bangladesh,trusting
हामी एकअर्कालाई विश्वास गर्छौं,Trust,ne,Nepal,trusting
The money is open to everybody,Trust,en,Bangladesh,open books
টাকার হিসাব সবাই দেখতে পারে,Trust,bn,Bangladesh,open books
पैसाको हिसाब सबैले हेर्न पाउँछन्,Trust,ne,Nepal,open books
Weather,Trust,en,Nepal,
"""


def test_evaluate_measures_own_notes_and_development_sets(tmp_path, monkeypatch):
    """Notes with a column reading are measured like a gold set; every development file gives a row."""
    (tmp_path / "own.csv").write_text(OWN_NOTES, encoding="utf-8")
    (tmp_path / "dev" / "tatoeba").mkdir(parents=True)
    pairs = "I read a book.\tআমি একটি বই পড়ি।\nThe water is cold.\tপানি ঠান্ডা।\n"
    (tmp_path / "dev" / "tatoeba" / "bn.tsv").write_text(pairs, encoding="utf-8")
    monkeypatch.setattr(
        "service.analyses.evaluation.subsample_agreement", lambda _: 0.5
    )  # long, and shown by the test above
    done = CliRunner().invoke(
        app, ["evaluate", "--notes", str(tmp_path / "own.csv"), "--dev", str(tmp_path / "dev"), "--json"]
    )
    assert done.exit_code == 0, done.stderr
    result = json.loads(done.stdout)
    (own,) = result["notes"]
    assert (own["name"], own["notes"], own["readings"], own["cross_language_nn"]) == ("Trust", 7, 2, 1.0)
    assert result["development"] == [
        {"task": "retrieval", "dataset": "tatoeba", "language": "bn", "value": 1.0, "texts": 2}
    ]


def test_evaluate_refuses_notes_without_readings(tmp_path):
    """One line says which column is missing."""
    (tmp_path / "plain.csv").write_text("text,team\nWe trust each other,Nepal\n", encoding="utf-8")
    assert "reading" in refused("evaluate", "--notes", tmp_path / "plain.csv")


def test_a_missing_file_is_one_line():
    """The line names the file and says what to do."""
    assert "nowhere.csv" in refused("interpret", "nowhere.csv")


def test_an_empty_file_is_one_line(tmp_path):
    """No stack trace, no output."""
    (tmp_path / "empty.csv").touch()
    assert "empty" in refused("interpret", tmp_path / "empty.csv")


def test_a_transcript_without_speakers_is_refused(tmp_path):
    """Captions that name nobody cannot show who was heard."""
    (tmp_path / "captions.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nhello there\n", encoding="utf-8")
    assert "captions.srt" in refused("participation", tmp_path / "captions.srt")


def test_compare_rubrics_of_one_team_in_two_versions(tmp_path):
    """A column version, or files that are versions: what moved, was reworded, is new, was dropped, was kept."""
    rows = ["emerging,সবাই জানে,1", "emerging,we ring,1", "well-functioning,সবাই জানে,2"]
    table = "\n".join(["level,descriptor,version,element,team", *(f"{row},Trust,Delta" for row in rows)])
    (tmp_path / "rubric.csv").write_text(table, encoding="utf-8")
    (changes,) = as_json("compare-rubrics", tmp_path / "rubric.csv")["changes"]
    assert [each["kind"] for each in changes["elements"][0]["changes"]] == ["moved", "dropped"]
    for year, text in ((2025, "we ring"), (2026, "we write letters")):
        table = f"element,level,descriptor\nTrust,emerging,{text}\n"
        (tmp_path / f"rubric-delta-{year}.csv").write_text(table, encoding="utf-8")
    done = run("compare-rubrics", "--versions", tmp_path / "rubric-delta-2025.csv", tmp_path / "rubric-delta-2026.csv")
    assert done.returncode == 0, done.stderr
    assert "rubric-delta-2025 → rubric-delta-2026" in " ".join(done.stdout.split())
    assert "new, emerging: “we write letters”" in done.stdout


def test_one_rubric_is_refused():
    """A comparison needs two teams."""
    assert "needs two" in refused("compare-rubrics", SAMPLE / "rubric-nepal.csv")


def test_a_roster_alone_holds_no_notes():
    """The line says what would be needed."""
    assert "there are no notes in it" in refused("interpret", SAMPLE / "roster.csv")
    assert "there is no rubric in it" in refused("compare-rubrics", SAMPLE / "roster.csv")
    transcript = SAMPLE / "session-2026-03-review.vtt"
    line = refused("participation", transcript, "--roster", SAMPLE / "rubric-nepal.csv")
    assert "there is no roster in it" in line


@pytest.mark.parametrize("by", ["colour", "colour,language", "team,colour"])
def test_an_attribute_that_no_note_has_is_refused(by: str):
    """Also beside one that exists, with those that are there."""
    line = refused("interpret", SAMPLE / "notes-2026-09-nepal.csv", "--by", by)
    assert "no note has the attribute colour" in line
    assert "language" in line.split("that are there:")[1]


def test_a_port_beyond_all_ports_is_wrong_usage():
    """One line in our own words."""
    done = run("serve", "--port", "99999")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The setting port cannot be 99999: it may be 65535 at most.\n"


@pytest.mark.parametrize(("name", "value"), [("THRESHOLD", "few"), ("THRESHOLD", "0"), ("ALLOWED_HOSTS", "[a,b")])
def test_bad_settings_in_the_environment(monkeypatch, name: str, value: str):
    """One line that names the setting, exit code 2."""
    monkeypatch.setenv(f"MANYVOICES_{name}", value)
    done = run("serve", "--port", "0")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name in done.stderr.upper()
    assert "pydantic" not in done.stderr


def test_a_port_in_use_is_one_line(tmp_path):
    """Nothing is announced that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = refused("serve", "--port", port, "--database", f"sqlite:///{tmp_path}/m.db")
    assert f"Port {port} of 127.0.0.1 is in use" in line


def test_serve_announces_what_answers(tmp_path):
    """The address that is printed answers at once."""
    words = ["serve", "--port", "0", "--database", f"sqlite:///{tmp_path}/m.db"]
    with subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
    ) as served:
        try:
            assert served.stdout is not None
            address = served.stdout.readline().split()[3]
            with urlopen(f"{address}/api/v1/openapi.json", timeout=20) as answer:
                assert answer.status == 200
        finally:
            served.terminate()


def test_the_version():
    """That of the installed package."""
    assert run("--version").stdout == f"manyvoices {version('manyvoices')}\n"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_closed_pipe_ends_quietly(form: list[str]):
    """`| head` is no error: exit code 0 and nothing on stderr."""
    reading, writing = os.pipe()
    os.close(reading)
    transcript = str(SAMPLE / "session-2026-03-review.vtt")
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [*COMMAND, "participation", transcript, *form],
            stdout=closed, stderr=subprocess.PIPE, cwd=Path(__file__).parents[3], timeout=280, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_wrong_usage_exits_with_two():
    """An unknown option is wrong usage, not a refused input."""
    assert run("interpret", "--nonsense").returncode == 2
    assert run("interpret", SAMPLE / "notes-2026-09-nepal.csv", "--by", " , ").returncode == 2


def test_demo_makes_the_report(tmp_path):
    """`manyvoices demo` says where the report is, and the report is one file with all seven elements."""
    done = run("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = (tmp_path / "manyvoices-demo" / "report.html").read_text(encoding="utf-8")
    assert "report.html" in done.stdout
    assert "Entrepreneurial culture" in report
    assert 'lang="bn"' in report
    assert 'lang="ne"' in report
    assert "http://" not in report.replace("http://www.w3.org", "")


ODD = ("source", "line", "start", "id", "also", "typicality", "attributes")


def test_no_column_is_lost_to_a_name(tmp_path):
    """Columns called like fields of a note: the field keeps its place, the column stands among the attributes."""
    head = ",".join(("text", "element", *ODD))
    rows = [f"we trust {number},Trust,{','.join(f'{name} {number}' for name in ODD)}" for number in range(6)]
    (tmp_path / "odd.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    (element,) = as_json("interpret", tmp_path / "odd.csv")["elements"]
    units = [unit for reading in element["readings"] for unit in reading["units"]] + element["alone"]
    assert len(units) == 6
    for unit in units:
        number = unit["text"].split()[-1]
        assert unit["attributes"].items() >= {name: f"{name} {number}" for name in ODD}.items()
        assert (unit["source"], unit["line"]) == ("odd.csv", int(number) + 2)

"""`manyvoices read`: what is in a file, and what can be said of it."""

import json

import pytest
from typer.testing import CliRunner

from nlp.errors import InputError
from service.cli.given.documents import read_notes, read_plan
from service.cli.given.source import Source, sources_of
from service.cli.main import app

SURVEY = """Org,How is the news?,Satisfied?,E-mail
Dhaka,খবর সময়মতো আসে না,Yes,a@b.org
Leeds,We ring each other,No,c@d.org
Leeds,,No,e@f.org
""".encode()
SAID = ["--map", "Org=team", "--map", "How is the news?=element:Communications", "--map", "E-mail=ignore"]


def run(*words):
    return CliRunner().invoke(app, ["read", *map(str, words)])


def as_json(*words):
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


@pytest.fixture
def survey(tmp_path):
    """A survey of two teams."""
    (tmp_path / "survey.csv").write_bytes(SURVEY)
    return tmp_path / "survey.csv"


def test_columns_are_read_as_they_are_said_to_be(survey):
    """Answers are cells that are not blank; a column that is left out is named."""
    result = as_json(survey, "--kind", "survey", *SAID)
    assert result["kind"] == "survey"
    assert result["elements"] == [{"element": "Communications", "answers": 2, "units": 2}]
    assert "team" in result["attributes"]
    assert "E-mail" not in result["attributes"]
    assert [(each["why"]["text"], each["count"]) for each in result["left_out"]] == [
        ("no text", 1),
        ("a column that the survey tool writes itself", 1),
    ]
    assert result["left_out"][1]["examples"][0]["where"]["text"] == "column E-mail"


def test_bullets_count_as_answers_and_headings_can_be_left_out(tmp_path):
    """One heading is an element, the other one is skipped."""
    path = tmp_path / "minutes.md"
    path.write_text("# Trust\n- We meet. We talk often about money\n- We ring\n\n# Parking lot\n- Lunch\n", "utf-8")
    result = as_json(path, "--map", "Parking lot=skip")
    assert [(each["element"], each["answers"]) for each in result["elements"]] == [("Trust", 2)]
    below, said = result["left_out"]
    assert (below["why"]["text"], below["examples"][0]["text"]) == ("below the heading Parking lot", "- Lunch")
    assert (said["why"]["text"], said["examples"][0]["where"]["text"]) == ("you said so", "heading Parking lot")


def test_rosters_and_transcripts_name_people(tmp_path):
    """Several files come as a list, each with its kind."""
    (tmp_path / "who.csv").write_text("name,gender\nAsha,woman\nTom,man\n", "utf-8")
    (tmp_path / "talk.txt").write_text("Asha: We meet.\nTom: We do.\nAsha: Often.\nTom: Yes.\n", "utf-8")
    found = as_json(tmp_path / "who.csv", tmp_path / "talk.txt")["files"]
    assert [(each["kind"], each["people"]) for each in found] == [("roster", 2), ("transcript", 2)]


def test_it_is_printed_to_be_read(survey):
    """Without --json, a line for each thing."""
    printed = run(survey, "--kind", "survey", *SAID).output
    assert "survey.csv: survey" in printed
    assert "Communications: 2 answers, 2 notes" in printed
    assert "left out: no text (1)" in printed
    assert "row 4" in printed


@pytest.mark.parametrize(
    ("said", "problem"),
    [("Colour=team", "there is no column or heading Colour"), ("Org=boss", "boss is nothing that a column can be")],
)
def test_what_cannot_be_is_refused(survey, said, problem):
    """A column that the file has not, a role that there is not."""
    done = run(survey, "--map", said)
    assert isinstance(done.exception, InputError)
    assert problem in str(done.exception)


def test_an_unknown_kind_is_wrong_usage(survey):
    """The kinds are listed."""
    assert run(survey, "--kind", "poem").exit_code == 2


def test_a_plan_is_saved_and_reads_the_next_file_of_the_form(survey, tmp_path):
    """With all its columns, so that it can be mended by hand; what is said beside it comes first."""
    plan = tmp_path / "plan.json"
    first = as_json(survey, *SAID, "--save-plan", plan)
    (table,) = json.loads(plan.read_text("utf-8"))["tables"]
    assert [column["role"] for column in table["columns"]] == ["team", "answers", "closed", "ignore"]
    (tmp_path / "june.csv").write_bytes(SURVEY.replace(b"Leeds", "কাঠমান্ডু".encode()))
    again = as_json(tmp_path / "june.csv", "--plan", plan)
    assert (again["elements"], again["attributes"]) == (first["elements"], first["attributes"])
    other = as_json(tmp_path / "june.csv", "--plan", plan, "--map", "Org=attribute")
    assert ("team" in other["attributes"], other["elements"]) == (False, first["elements"])


def test_a_plan_of_another_form_says_what_is_missing(survey, tmp_path):
    """One line with the column; so does what is no plan."""
    plan = tmp_path / "plan.json"
    run(survey, *SAID, "--save-plan", plan)
    (tmp_path / "other.csv").write_bytes(SURVEY.replace(b"Org", b"Partner"))
    done = run(tmp_path / "other.csv", "--plan", plan)
    assert "other.csv: there is no column Org" in str(done.exception)
    for words in (b"{}", b"[1]", b"no JSON", b"\xff"):
        plan.write_bytes(words)
        assert "this is no plan of how files are read" in str(run(survey, "--plan", plan).exception)


def test_a_plan_is_saved_of_one_file(survey, tmp_path):
    """Which of two would it be?"""
    (tmp_path / "other.csv").write_bytes(SURVEY + b"\n")
    assert run(survey, tmp_path / "other.csv", "--save-plan", tmp_path / "plan.json").exit_code == 2


def test_a_plan_holds_for_the_files_that_have_its_columns(survey, tmp_path):
    """A roster beside the notes is read as it is found."""
    plan = tmp_path / "plan.json"
    run(survey, *SAID, "--save-plan", plan)
    (tmp_path / "who.csv").write_text("name,gender\nAsha,woman\n", "utf-8")
    said = read_plan(Source.of(plan))
    assert [unit.element for unit in read_notes(sources_of([survey, tmp_path / "who.csv"]), said)] == [
        "Communications"
    ] * 2
    with pytest.raises(InputError, match="there is no column"):
        read_notes(sources_of([tmp_path / "who.csv"]), said)

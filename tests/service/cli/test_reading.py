"""`manyvoices read`: what is in a file, and what can be said of it."""

import json

import pytest
from typer.testing import CliRunner

from nlp.errors import InputError
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
    assert {"what": "E-mail", "why": "you said so", "count": 1} in result["left_out"]


def test_bullets_count_as_answers_and_headings_can_be_left_out(tmp_path):
    """One heading is an element, the other one is skipped."""
    path = tmp_path / "minutes.md"
    path.write_text("# Trust\n- We meet. We talk often about money\n- We ring\n\n# Parking lot\n- Lunch\n", "utf-8")
    result = as_json(path, "--map", "Parking lot=skip")
    assert [(each["element"], each["answers"]) for each in result["elements"]] == [("Trust", 2)]
    assert result["left_out"][0]["what"] == "Parking lot"


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
    assert "left out: E-mail (1): you said so" in printed


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

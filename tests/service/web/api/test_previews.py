"""Previews through the API: a program says what a person would say on the page."""

import pytest
from fastapi.testclient import TestClient

from tests.service.files import ROSTER
from tests.service.working import create_app

HOME = "/api/v1/programmes/p"
ODD = b"colour,said\nred,We ring each other\nblue,We meet\n"


@pytest.fixture
def program(settings, open_workspace):
    """A program at an installation with an empty programme P."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    return TestClient(create_app(settings, workspace), base_url="http://localhost")


def preview(program, name, data):
    made = program.post(f"{HOME}/previews", files=[("files", (name, data))])
    assert made.status_code == 201
    return made.json()


def test_a_program_says_what_a_column_is(program):
    """Preview, change, keep; and the kept file is opened with what was said."""
    made = preview(program, "odd.csv", ODD)
    assert made["files"][0]["kind"] is None
    tables = [{"columns": [{"header": "said", "role": "text"}]}]
    change = [{"position": 0, "plan": {"kind": "notes", "team": "North", "tables": tables}}]
    where = f"{HOME}/previews/{made['token']}"
    changed = program.post(where, json=change).json()
    assert changed["files"][0]["counts"] == {"notes": 2}
    assert program.get(where).json() == changed
    (kept,) = program.post(f"{where}/keep").json()
    assert kept["kind"] == "notes"
    opened = program.post(f"{HOME}/files/{kept['id']}/preview")
    assert opened.status_code == 201
    assert opened.json()["files"][0]["settings"]["plan"]["team"] == "North"
    assert program.get(where).status_code == 410


def test_the_first_values_of_columns_are_not_given(program):
    """Some would be the gender of a person."""
    assert preview(program, "roster.csv", ROSTER)["files"][0]["settings"]["values"] == []


def test_a_preview_is_discarded_and_what_is_not_there_is_said(program):
    """A position, a role and a preview that do not exist."""
    where = f"{HOME}/previews/{preview(program, 'odd.csv', ODD)['token']}"
    assert program.post(where, json=[{"position": 7, "plan": {}}]).status_code == 404
    wrong = [{"position": 0, "plan": {"tables": [{"columns": [{"header": "said", "role": "boss"}]}]}}]
    assert program.post(where, json=wrong).status_code in (400, 422)
    assert program.delete(where).status_code == 204
    assert program.post(f"{where}/keep").status_code == 410


@pytest.mark.parametrize("template", ["Topic {n}", "{names:>99999999999}", "{names.__class__}", "{"])
def test_a_remark_that_cannot_be_said_is_refused(program, template):
    """A plan holds messages too, and whoever sends it writes their templates."""
    where = f"{HOME}/previews/{preview(program, 'odd.csv', ODD)['token']}"
    remark = {"template": template, "values": {"names": ["a", "b"]}}
    pages = {"texts": ["words"], "count": 1, "remarks": [remark]}
    assert program.post(where, json=[{"position": 0, "plan": {"pages": pages}}]).status_code == 422
    said = {**pages, "remarks": [{"template": "Topic {names}", "values": remark["values"]}]}
    assert program.post(where, json=[{"position": 0, "plan": {"pages": said}}]).status_code == 200


def test_a_plan_that_does_not_fit_is_refused(program):
    """With the column that is missing; the preview stays as it was."""
    where = f"{HOME}/previews/{preview(program, 'odd.csv', ODD)['token']}"
    before = program.get(where).json()
    plan = {"tables": [{"columns": [{"header": "said", "role": "text"}, {"header": "Ward", "role": "team"}]}]}
    refused = program.post(where, json=[{"position": 0, "plan": plan}])
    assert refused.status_code == 422
    assert "there is no column Ward" in refused.text
    assert program.get(where).json() == before


def test_what_is_left_out_is_given_with_its_reason_and_place(program):
    """As a message with its values, and the text in English."""
    (file,) = preview(program, "n.csv", "Text,Team,Date\nদেরি,Nepal,2026\n,Nepal,2026\n".encode())["files"]
    (left,) = file["left_out"]
    assert (left["why"]["text"], left["count"]) == ("no text", 1)
    assert left["examples"] == [
        {"where": {"template": "row {row}", "values": {"row": "3"}, "text": "row 3"}, "text": ""}
    ]

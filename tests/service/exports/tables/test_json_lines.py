"""Tables as JSON Lines, and the contract of what is in them."""

import io
import json

import pandas as pd
import pytest
from jsonschema import Draft202012Validator

from nlp.frames.table import Kind
from service.exports.tables.contents import CONTENTS
from service.exports.tables.json_lines import FORMAT, VERSION, write_json_lines
from service.exports.tables.programme import ProgrammeData
from service.presentation.i18n import language
from tests.service.exports.tables.conftest import ODD

TYPES = {
    Kind.TEXT: {"type": "string"},
    Kind.DATE: {"type": "string"},
    Kind.WHOLE: {"type": ["integer", "null"]},
    Kind.NUMBER: {"type": ["number", "null"]},
    Kind.TRUTH: {"type": "boolean"},
}
KINDS = {
    "note": "id element reading reading_name named_by placed_by sure typicality language source line team organisation "
    "review participant date text",
    "reading": "element reading reading_name named_by notes sure_notes stability words example status_team "
    "status_language status_role source_of_analysis",
    "assistant_text": "element reading reading_name what language proposed_text notes one_person date "
    "source_of_analysis",
    "holder": "element reading reading_name attribute group count of share low high beside_others status verdict p",
    "element": "element notes readings alone nameless trust language_v_measure withheld",
    "reading_review": "element reading reading_name review count of share low high change p",
    "rubric_match": "element team_a level_a rank_a language_a text_a team_b level_b rank_b language_b text_b likeness "
    "close crosses_levels opposite_ends levels_known judged",
    "rubric_only_in": "team version element level language source line text",
    "rubric_change": "team version_before version_after element became level_before text_before level_after text_after "
    "likeness",
    "rating": "review team element level participant note",
    "session": "session title date people silent timed duration_seconds silence_seconds overlap_seconds gini evenness "
    "effective_speakers dominance withheld",
    "session_person": "session person spoke speaking_seconds speaking_share characters text_share turns "
    "longest_seconds median_seconds questions_asked on_roster",
    "session_group": "session attribute group people silent speaking_share head_share expected_share gap low high",
    "turn": "session number person start end seconds characters text",
    "attendance": "session person presence said_by marked_absent",
    "person_over_time": "person sessions_present sessions_silent sessions_not_known mean_share equal_share",
    "group_over_time": "attribute group members sessions_shown mean_share head_share expected_share gap gap_low "
    "gap_high verdict p",
    "feedback": "session form item answer answers",
    "voice_missing": "session form line_written",
    "question": "state question asked_by",
    "action": "action to_do who by_when state agreed review element made_of",
    "action_verdict": "action review became line_written date",
    "not_in_it": "what why",
}
"""The contract: programs rely on these kinds and fields. Adding is free; taking away needs another `VERSION`."""


def lines(content):
    return [json.loads(line) for line in content.decode().splitlines()]


def schema(table):
    fields = {column.name: TYPES[column.kind] for column in table.columns}
    own = {"kind": {"const": table.one}, **fields}
    return {"type": "object", "properties": own, "required": list(own), "additionalProperties": False}


def test_kinds_and_fields_are_those_that_were_promised():
    """No field goes away in silence."""
    assert {table.one: [column.name for column in table.columns] for table in CONTENTS} == {
        kind: fields.split() for kind, fields in KINDS.items()
    }
    assert (FORMAT, VERSION) == ("manyvoices-data", 1)


def test_the_sample_keeps_the_contract(sample, sample_workspace):
    """Every line is of a kind that is promised, with its fields and their types."""
    data = ProgrammeData(sample, sample_workspace.feedback, language("en"))
    first, *rest = lines(write_json_lines(data.tables(), data.about))
    assert (first["kind"], first["format"], first["names"]) == ("about", FORMAT, False)
    validators = {table.one: Draft202012Validator(schema(table)) for table in CONTENTS}
    for line in rest:
        assert not [error.message for error in validators[line["kind"]].iter_errors(line)]
    assert {line["kind"] for line in rest} >= {"note", "reading", "holder", "turn", "session_person", "rating"}


def test_texts_are_exact(table, about):
    """Nothing is guarded, escaped away or cut."""
    assert [line["text"] for line in lines(write_json_lines([table], about))[1:]] == [*ODD]


def test_pandas_reads_it(table, about):
    """In one line."""
    content = write_json_lines([table], about)
    frame = pd.read_json(io.BytesIO(content), lines=True, dtype=False)
    assert list(frame[frame["kind"] == "note"]["text"]) == [*ODD]


@pytest.mark.parametrize("text", ["\ud83d", "\u2028", "\x00", "\u0085"])
def test_a_line_stays_one_line(table, about, text):
    """Halves of signs are replaced, ends of lines stand as escapes or inside of the line."""
    content = write_json_lines([table.with_rows([(text, text, 1, 0.5, True, "")])], about)
    assert len(content.decode().rstrip("\n").split("\n")) == 2

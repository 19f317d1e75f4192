"""The JSON form of every result holds to its schema."""

import json

from jsonschema import Draft202012Validator

from nlp import compare_rubrics, measure_participation, read_transcript
from nlp.documents.types import Person
from nlp.json_form import comparison_to_json, drift_to_json, interpretation_to_json, participation_to_json
from nlp.readings.drift import follow
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import interpret, notes
from tests.nlp.rubrics.test_compare import BANGLADESH, NEPAL

SHARE = {"type": "number", "minimum": 0, "maximum": 1}
TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}


def record(required: dict, **rest) -> dict:
    return {"type": "object", "properties": required, "required": list(required), **rest}


def rows(item: dict) -> dict:
    return {"type": "array", "items": item}


def keyed(value: dict) -> dict:
    return {"type": "object", "additionalProperties": value}


UNIT = record({"id": TEXT, "text": TEXT, "language": TEXT, "source": TEXT, "line": COUNT})
HOLDING = record({"count": COUNT, "share": SHARE, "of": COUNT, "low": SHARE, "high": SHARE})
STEP = record(
    {
        "before": TEXT,
        "after": TEXT,
        "change": {"type": "number", "minimum": -1, "maximum": 1},
        "p_value": {"type": ["number", "null"]},
        "effect": SHARE,
        "verdict": {"enum": ["new", "back", "gone", "grown", "faded", "kept", "not heard", "too few to say"]},
    }
)
READING = record(
    {
        "id": TEXT,
        "label": TEXT,
        "stability": SHARE,
        "units": rows(UNIT),
        "held_by": keyed(keyed(HOLDING)),
        "missing_from": keyed(rows(TEXT)),
        "status": keyed({"enum": ["shared", "contested", "one group", "too few to say"]}),
    }
)
INTERPRETATION = record(
    {
        "model": TEXT,
        "elements": rows(
            record(
                {
                    "element": TEXT,
                    "language_v_measure": SHARE,
                    "readings": rows(READING),
                    "alone": rows(UNIT),
                    "questions": rows(record({"text": TEXT, "template": TEXT, "values": keyed(TEXT)})),
                }
            )
        ),
    }
)
DRIFT = record(
    {
        "model": TEXT,
        "attribute": TEXT,
        "order": rows(TEXT),
        "elements": rows(
            record(
                {
                    "element": TEXT,
                    "notes": keyed(COUNT),
                    "unplaced": COUNT,
                    "readings": rows(
                        record(
                            {
                                "id": TEXT,
                                "label": TEXT,
                                "labels": keyed(TEXT),
                                "gloss": keyed(rows(TEXT)),
                                "held": keyed(HOLDING),
                                "steps": rows(STEP),
                            }
                        )
                    ),
                }
            )
        ),
    }
)
COMPARISON = record(
    {
        "elements": rows(
            record(
                {
                    "element": TEXT,
                    "matched": rows(
                        record(
                            {"a": TEXT, "b": TEXT, "similarity": {"type": "number"}, "level_a": TEXT, "level_b": TEXT}
                        )
                    ),
                    "only_in": keyed(rows(record({"text": TEXT, "level": TEXT}))),
                }
            )
        )
    }
)
SPEAKER = record(
    {
        "name": TEXT,
        "seconds": {"type": "number", "minimum": 0},
        "share": SHARE,
        "characters": {"type": "number", "minimum": 0},
        "text_share": SHARE,
        "turns": COUNT,
    }
)
PARTICIPATION = record(
    {
        "timed": {"type": "boolean"},
        "speakers": rows(SPEAKER),
        "silent": rows(TEXT),
        "balance": record(
            {
                "gini": SHARE,
                "normalised_entropy": SHARE,
                "effective_speakers": {"type": "number"},
                "dominance": {"type": "number"},
            }
        ),
        "overlap_seconds": {"type": ["number", "null"]},
        "silence_seconds": {"type": ["number", "null"]},
        "groups": keyed(
            rows(
                record({"group": TEXT, "people": COUNT, "share": SHARE, "head_share": SHARE, "gap": {"type": "number"}})
            )
        ),
        "unread": record({"lines": COUNT, "examples": rows(TEXT)}),
    }
)
VTT = """WEBVTT

1
00:00:00.000 --> 00:00:04.000
Maya: আমরা শুরু করি

2
00:00:05.000 --> 00:00:08.000
Bishnu: हुन्छ

3
00:00:09.000 --> 00:00:12.000
Maya: thank you
"""


def through_json(result: dict) -> dict:
    return json.loads(json.dumps(result))


def test_interpretation():
    """Elements, readings, holders, questions."""
    Draft202012Validator(INTERPRETATION).validate(through_json(interpretation_to_json(interpret(notes()))))


def test_drift():
    """Counts of every reading in every review, and what became of it."""
    result = follow(interpret(notes()), ("A", "B"), attribute="team")
    form = through_json(drift_to_json(result))
    Draft202012Validator(DRIFT).validate(form)
    assert form["elements"][0]["readings"][0]["steps"]


def test_comparison():
    """Matches and what stands in one rubric only."""
    result = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords())
    Draft202012Validator(COMPARISON).validate(through_json(comparison_to_json(result)))


def test_participation():
    """Speakers, silent people, balance, groups."""
    roster = [Person(name, (), {"gender": gender}) for name, gender in [("Maya", "w"), ("Bishnu", "m"), ("Rita", "w")]]
    result = measure_participation(read_transcript("session.vtt", VTT.encode()), roster)
    form = through_json(participation_to_json(result))
    Draft202012Validator(PARTICIPATION).validate(form)
    assert form["silent"] == ["Rita"]


def test_own_fields_win_over_attributes():
    """A column called line or source does not overwrite where the note stands."""
    unit = notes()[0]
    (element,) = interpretation_to_json(interpret([unit]))["elements"]
    assert element["alone"][0]["line"] == unit.line
    assert element["alone"][0]["team"] == "A"

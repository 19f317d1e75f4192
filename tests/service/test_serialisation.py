"""The JSON form of every result holds to its schema."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

import nlp
from nlp import compare_rubrics, measure_participation, read_transcript
from nlp.documents.types import Person
from nlp.frames.results import RESULTS
from nlp.messages import Message
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import SessionShares
from nlp.readings.drift import follow
from nlp.readings.edits.align import keys_of, notes_of
from nlp.readings.edits.apply import apply_edits
from nlp.readings.edits.types import APART, Merge, Rename, Seen, note_keys
from nlp.readings.types import Interpretation
from nlp.transcripts.types import Segment
from service.serialisation import dumps, loads, public_json
from tests.embedders import BagOfWords
from tests.nlp.readings.test_interpret import EMBEDDER, WORDS, interpret, notes
from tests.nlp.results.every_kind import one_of_every_kind
from tests.nlp.rubrics.test_compare import BANGLADESH, NEPAL

SHARE = {"type": "number", "minimum": 0, "maximum": 1}
TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}
NUMBERS = {"type": "array", "items": {"type": "number", "minimum": 0}}


def record(required: dict, **rest) -> dict:
    return {"type": "object", "properties": required, "required": list(required), **rest}


def rows(item: dict) -> dict:
    return {"type": "array", "items": item}


def keyed(value: dict) -> dict:
    return {"type": "object", "additionalProperties": value}


MESSAGE = record({"template": TEXT, "values": {"type": "object"}, "text": TEXT})
LEFT_OUT = record({"why": MESSAGE, "count": COUNT, "examples": rows(record({"where": MESSAGE, "text": TEXT}))})
UNIT = record({"id": TEXT, "text": TEXT, "language": TEXT, "source": TEXT, "line": COUNT, "attributes": keyed(TEXT)})
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
        "given": TEXT,
        "stability": SHARE,
        "stability_measured": {"type": "boolean"},
        "sure": COUNT,
        "units": rows(UNIT),
        "held_by": keyed(keyed(HOLDING)),
        "missing_from": keyed(rows(TEXT)),
        "status": keyed({"enum": ["shared", "contested", "one group", "too few to say"]}),
    }
)
DISTINCTIVE = record(
    {
        "group": TEXT,
        "language": TEXT,
        "people": COUNT,
        "notes": COUNT,
        "other_people": COUNT,
        "words": rows(
            record(
                {
                    "text": TEXT,
                    "people": COUNT,
                    "notes": COUNT,
                    "other_people": COUNT,
                    "z": {"type": "number"},
                    "p_value": SHARE,
                }
            )
        ),
        "verdict": {"enum": ["differs", "no difference seen", "too few to say", "nobody else"]},
    }
)
SPEECH = record(
    {
        "p_value": {"type": ["number", "null"]},
        "effect": {"type": "number"},
        "verdict": {"enum": ["differs", "no difference seen", "too few to say"]},
    }
)
OUTCOME = record(
    {
        "id": TEXT,
        "kind": {"enum": ["rename", "merge", "split", "move", "dismiss", "layout"]},
        "element": TEXT,
        "says": MESSAGE,
        "why_not": {"anyOf": [MESSAGE, {"type": "null"}]},
        "made": TEXT,
        "by": TEXT,
    }
)
INTERPRETATION = record(
    {
        "model": TEXT,
        "edits": rows(OUTCOME),
        "elements": rows(
            record(
                {
                    "element": TEXT,
                    "language_v_measure": SHARE,
                    "readings": rows(READING),
                    "alone": rows(UNIT),
                    "questions": rows(MESSAGE),
                    "distinctive": keyed(rows(DISTINCTIVE)),
                    "trust": {"enum": ["lowest", "middle", "highest", None]},
                    "heaps": rows(rows(TEXT)),
                    "speech": keyed(SPEECH),
                    "laid_out": {"type": ["integer", "null"]},
                    "most_readings": COUNT,
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
STATED = {"anyOf": [{"type": "null"}, record({"text": TEXT, "level": TEXT, "language": TEXT})]}
CHANGE = record(
    {
        "kind": {"enum": ["kept", "reworded", "moved", "new", "dropped"]},
        "before": STATED,
        "after": STATED,
        "similarity": {"type": ["number", "null"]},
        "opposite_ends": {"type": "boolean"},
    }
)
CHANGES = record(
    {
        "team": TEXT,
        "before": TEXT,
        "after": TEXT,
        "threshold": {"type": "number"},
        "elements": rows(record({"element": TEXT, "changes": rows(CHANGE)})),
    }
)
COMPARISON = record(
    {
        "versions": keyed(TEXT),
        "changes": rows(CHANGES),
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
        ),
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
                record(
                    {
                        "group": TEXT,
                        "people": COUNT,
                        "share": SHARE,
                        "head_share": SHARE,
                        "expected_share": SHARE,
                        "gap": {"type": "number"},
                    }
                )
            )
        ),
        "crosstalk": {
            "anyOf": [
                {"type": "null"},
                record(
                    {
                        "interruptions": rows(
                            record(
                                {"by": TEXT, "of": TEXT, "at": {"type": "number"}, "took_floor": {"type": "boolean"}}
                            )
                        ),
                        "backchannels": keyed(COUNT),
                        "short_overlaps": COUNT,
                        "median_gap_seconds": {"type": ["number", "null"]},
                    }
                ),
            ]
        },
        "windows": {
            "anyOf": [
                {"type": "null"},
                record(
                    {
                        "width": {"type": "number"},
                        "step": {"type": "number"},
                        "starts": NUMBERS,
                        "people": keyed(NUMBERS),
                        "held_by": rows({"type": ["string", "null"]}),
                        "groups": keyed(keyed(NUMBERS)),
                    }
                ),
            ]
        },
        "segments": rows(record({"name": TEXT, "people": keyed(SHARE), "groups": keyed(keyed(SHARE))})),
        "unread": record({"lines": COUNT, "reasons": rows(LEFT_OUT)}),
    }
)
POOLED = record(
    {
        "group": TEXT,
        "people": COUNT,
        "sessions": rows(record({"session": TEXT, "people": COUNT, "share": SHARE, "head_share": SHARE})),
        "share": SHARE,
        "head_share": SHARE,
        "expected_share": SHARE,
        "gap": {"type": "number", "minimum": -1, "maximum": 1},
        "gap_low": {"type": ["number", "null"]},
        "gap_high": {"type": ["number", "null"]},
        "p_value": {"type": ["number", "null"]},
        "verdict": {"enum": ["differs", "no difference seen", "too few to say", "one session"]},
    }
)
OVER_SESSIONS = record(
    {
        "sessions": rows(TEXT),
        "people": rows(
            record({"name": TEXT, "sessions": rows(TEXT), "silent": rows(TEXT), "share": SHARE, "equal_share": SHARE})
        ),
        "groups": keyed(rows(POOLED)),
        "withheld": rows(TEXT),
        "limits": rows(MESSAGE),
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
    Draft202012Validator(INTERPRETATION).validate(through_json(public_json(interpret(notes()))))


def test_edited_readings():
    """The same form, with what became of every edit."""
    found = interpret(notes())
    (element,) = found.elements
    first, second, *_ = (Seen(each.label, keys_of(each)) for each in element.readings)
    common = {"element": "Culture", "known": note_keys(notes_of(element)), "made": "2026-03-18", "by": "আশা"}
    made = [
        Merge(id="a", reading=first, into=second, **common),
        Rename(id="b", reading=second, name="कामको नाम", **common),
    ]
    form = through_json(public_json(apply_edits(found, made, BagOfWords())))
    Draft202012Validator(INTERPRETATION).validate(form)
    assert form["edits"][0]["why_not"] is None
    assert form["edits"][1]["why_not"]["text"] == APART.text


def test_drift():
    """Counts of every reading in every review, and what became of it."""
    result = follow(interpret(notes()), ("A", "B"), attribute="team")
    form = through_json(public_json(result))
    Draft202012Validator(DRIFT).validate(form)
    assert form["elements"][0]["readings"][0]["steps"]


def test_comparison():
    """Matches and what stands in one rubric only."""
    result = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords())
    Draft202012Validator(COMPARISON).validate(through_json(public_json(result)))


def test_changes_of_a_rubric():
    """What became of every descriptor from one version to the next."""
    newer = [replace(descriptor, version="2", level="emerging") for descriptor in NEPAL]
    result = compare_rubrics([*(replace(each, version="1") for each in NEPAL), *newer], BagOfWords())
    form = through_json(public_json(result))
    Draft202012Validator(COMPARISON).validate(form)
    assert [change["kind"] for change in form["changes"][0]["elements"][0]["changes"]] == ["moved", "kept"]


def test_participation():
    """Speakers, silent people, balance, groups."""
    roster = [Person(name, (), {"gender": gender}) for name, gender in [("Maya", "w"), ("Bishnu", "m"), ("Rita", "w")]]
    result = measure_participation(read_transcript("session.vtt", VTT.encode()), roster)
    form = through_json(public_json(result))
    Draft202012Validator(PARTICIPATION).validate(form)
    assert form["silent"] == ["Rita"]


def test_participation_of_a_record_of_voices():
    """With interruptions, windows and agenda segments."""
    rttm = "".join(f"SPEAKER s 1 {n * 20} 22 <NA> <NA> {'AB'[n % 2]} <NA> <NA>\n" for n in range(20))
    agenda = (Segment("Opening", 0.0), Segment("Budget", 100.0))
    form = through_json(public_json(measure_participation(read_transcript("s.rttm", rttm.encode()), segments=agenda)))
    Draft202012Validator(PARTICIPATION).validate(form)
    assert len(form["crosstalk"]["interruptions"]) == 19
    assert form["windows"]["starts"]
    assert [part["name"] for part in form["segments"]] == ["Opening", "Budget"]


def test_over_sessions():
    """People and groups pooled over two sessions."""
    names = "ABCDEF"
    roster = [Person(name, (), {"gender": "w" if name < "D" else "m"}) for name in names]
    shares = [SessionShares(when, True, dict.fromkeys(names, 1 / 6)) for when in ("March", "September")]
    form = through_json(public_json(measure_over_sessions(shares, roster)))
    Draft202012Validator(OVER_SESSIONS).validate(form)
    assert [group["group"] for group in form["groups"]["gender"]] == ["w", "m"]


OWN_COLUMNS = ("id", "text", "source", "line", "start", "also", "typicality", "attributes", "team")


def odd_notes():
    """Notes of a table whose columns are called like fields of a note."""
    return [replace(unit, attributes={**unit.attributes, **dict.fromkeys(OWN_COLUMNS, "own")}) for unit in notes()]


def every_unit(element):
    return [*(unit for reading in element["readings"] for unit in reading["units"]), *element["alone"]]


def test_own_fields_win_over_attributes():
    """A column called line or text does not overwrite those of the note, and stands in the object of attributes."""
    given = {unit.id: unit for unit in odd_notes()}
    (element,) = public_json(interpret(list(given.values())))["elements"]
    shown = every_unit(element)
    assert len(shown) == len(given)
    for unit in shown:
        note = given[unit["id"]]
        assert (unit["text"], unit["source"], unit["line"], unit["team"]) == (note.text, note.source, note.line, "own")
        assert unit["attributes"] == dict(note.attributes)


def test_a_group_called_attributes_stays_a_group():
    """Only notes are made flat: what groups of an attribute of that name hold keeps its place."""
    given = [replace(unit, attributes={"attributes": unit.attributes["team"]}) for unit in notes()]
    (element,) = public_json(nlp.interpret(given, EMBEDDER, ("attributes",), WORDS))["elements"]
    assert set(element["groups"]) == {"attributes"}
    assert all(set(reading["held_by"]) == {"attributes"} for reading in element["readings"])


SCRIPTS = ["খবর দেরিতে আসে", "खबर ढिलो आउँछ 👩‍🌾", "khobor deri te ashe", "a note that stands alone"]


def test_an_interpretation_goes_there_and_back():
    """Every field of every type, in three scripts, with a joiner inside an emoji and columns named like fields."""
    more = [
        replace(unit, id=code, text=text, language=code, attributes={**unit.attributes, "review": "মার্চ", "role": "P1"})
        for unit, text, code in zip(odd_notes(), SCRIPTS, ("bn", "ne", "bn-Latn", "en"), strict=False)
    ]
    found = interpret([*notes(), *more])
    assert found.readings
    assert loads(Interpretation, dumps(found)) == found


def test_distinctive_words_go_there_and_back():
    """Also where a group has words of its own."""
    more = [
        replace(unit, id=f"{team}{n}", text=text, attributes={"team": team, "participant": f"{team}{n}"})
        for team, text in (("B", "boats leak"), ("C", "roads flood"))
        for n, unit in enumerate(notes()[:8])
    ]
    found = interpret(more)
    assert [word.text for word in found.elements[0].distinctive["team"][0].words] == ["boats", "leak"]
    assert loads(Interpretation, dumps(found)) == found


def flat(value):
    """Return a form with attributes of notes beside their own fields, as the contract says."""
    match value:
        case {"text": _, "start": _, "line": _, "attributes": attributes}:
            return {**attributes, **value}
        case dict():
            return {key: flat(each) for key, each in value.items()}
        case list():
            return [flat(each) for each in value]
        case _:
            return value


@pytest.mark.parametrize("at", range(len(RESULTS)))
def test_what_outsiders_get_is_what_is_stored(at):
    """Every result, field by field in the same order, but for the attributes of notes."""
    result = one_of_every_kind()[at]
    assert public_json(result) == result.to_dict()
    assert json.dumps(public_json(result)) == json.dumps(
        flat(TypeAdapter(type(result)).dump_python(result, mode="json"))
    )


@pytest.mark.parametrize("at", range(len(RESULTS)))
def test_every_result_is_stored_and_read_again(at):
    """Equal and hashable, with nothing in it that can be changed."""
    result = one_of_every_kind()[at]
    back = loads(type(result), dumps(result))
    assert back == result
    assert hash(back) == hash(result)


def test_attributes_can_be_left_out():
    """Only those that are listed are given, in both places."""
    (element,) = public_json(interpret(odd_notes()), ("team",))["elements"]
    for unit in every_unit(element):
        assert unit["attributes"] == {"team": "own"}
        assert "participant" not in unit


def test_what_is_no_result_is_refused():
    """A text of another release, or of something else."""
    with pytest.raises(ValueError, match="elements"):
        loads(Interpretation, '{"model": "m", "by": []}')


def test_a_result_holds_to_its_own_schema():
    """What OpenAPI says of it is what is sent, attributes beside the fields included."""
    described = TypeAdapter(Interpretation).json_schema(mode="serialization")
    Draft202012Validator(described).validate(through_json(public_json(interpret(odd_notes()))))


def test_half_a_sign_does_not_keep_a_result_from_being_stored():
    """No text has halves of signs; where one comes all the same it becomes U+FFFD."""
    message = Message("said {text}", {"text": "well \ud83d", "count": 3})
    assert loads(Message, dumps(message)) == Message("said {text}", {"text": "well \ufffd", "count": 3})

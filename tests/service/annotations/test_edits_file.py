"""The JSON form of edits holds to its schema, and refuses what is none in one line."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nlp.errors import InputError, UnreadableFile
from nlp.readings.edits.types import Dismiss, LayOut, Merge, Move, Rename, Seen, Split
from service.annotations.edits_file import VERSION, clean_name, edits_from_bytes, edits_from_json, edits_to_json
from tests.nlp.readings.edits.test_apply import EDITS, FOUND, apply_edits

KEY = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
KEYS = {"type": "array", "items": KEY, "uniqueItems": True}
TEXT = {"type": "string"}
SEEN = {"type": "object", "properties": {"label": TEXT, "notes": KEYS}, "required": ["label", "notes"]}


def edit(kind: str, **own) -> dict:
    fields = {"kind": {"const": kind}, "id": TEXT, "element": TEXT, "known": KEYS, "made": TEXT, "by": TEXT, **own}
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


SCHEMA = {
    "type": "object",
    "required": ["version", "edits"],
    "properties": {
        "version": {"const": 1},
        "edits": {
            "type": "array",
            "items": {
                "oneOf": [
                    edit("rename", reading=SEEN, name=TEXT),
                    edit("rename", reading=SEEN, name=TEXT, names={"type": "object", "additionalProperties": TEXT}),
                    edit("merge", reading=SEEN, into=SEEN),
                    edit("split", notes=KEYS, name=TEXT),
                    edit("move", notes=KEYS, to={"oneOf": [SEEN, {"type": "null"}]}),
                    edit("dismiss", reading=SEEN),
                    edit("layout", readings={"type": "integer", "minimum": 1}),
                ]
            },
        },
    },
}

A, B = f"{1:016x}", f"{2:016x}"
COMMON = {"element": "যোগাযোগ", "known": frozenset({A, B}), "made": "2026-03-18T10:00:00+00:00", "by": "আশা"}
EVERY = (
    Rename(id="a", reading=Seen("calls", frozenset({A})), name="ফোন 👩‍🌾", **COMMON),
    Merge(id="b", reading=Seen("", frozenset({A})), into=Seen("फोन", frozenset({B})), **COMMON),
    Split(id="c", notes=frozenset({A, B}), **COMMON),
    Move(id="d", notes=frozenset({A}), to=Seen("फोन", frozenset({B})), **COMMON),
    Move(id="e", notes=frozenset({A}), to=None, **COMMON),
    Dismiss(id="f", reading=Seen("calls", frozenset({A})), **COMMON),
    LayOut(id="g", readings=3, **COMMON),
    Rename(id="h", reading=Seen("calls", frozenset({A})), name="Calls", names={"bn": "ফোন", "ne": "फोन"}, **COMMON),
)


def test_every_kind_holds_to_the_schema_and_comes_back():
    """Through bytes, in three scripts."""
    form = edits_to_json(EVERY)
    Draft202012Validator(SCHEMA).validate(form)
    assert edits_from_bytes("edits.json", json.dumps(form, ensure_ascii=False).encode()) == EVERY
    assert edits_from_bytes("edits.json", json.dumps(form).encode("utf-8-sig")) == EVERY


@given(st.text(max_size=40))
def test_names_are_one_line(text):
    """Whatever was typed, cleaned once is clean."""
    name = clean_name(text)
    assert clean_name(name) == name
    assert "\n" not in name


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"text,team\nOne,A\n", b"[" * 100_000, b"{"])
def test_no_json_is_one_line(data):
    """The file's name and what to do."""
    with pytest.raises(UnreadableFile, match=r"^changes\.json: this is no file of changes") as caught:
        edits_from_bytes("changes.json", data)
    assert "\n" not in str(caught.value)


def broken(place: int, **changes) -> dict:
    form = json.loads(json.dumps(edits_to_json(EVERY)))
    form["edits"][place] |= changes
    return form


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ([], "no list"),
        ({"version": 1}, "no list"),
        ({"version": 1, "edits": {}}, "no list"),
        ({"version": VERSION + 1, "edits": []}, "version is 2"),
        ({"edits": []}, "version is None"),
        ({"version": 1, "edits": [3]}, "edit 1: its kind"),
        (broken(1, kind="grade"), "edit 2: its kind"),
        (broken(1, id="../x"), "edit 2: “id”"),
        (broken(0, id="b"), "same id"),
        (broken(0, name=5), "edit 1: “name”"),
        (broken(0, name="x" * 5000), "edit 1: “name” is longer"),
        (broken(0, name=" "), "edit 1: “name” is empty"),
        (broken(0, name="\ud800"), "edit 1: “name” is no text"),
        (broken(2, notes=["NOT HEX"]), "edit 3: “notes”"),
        (broken(2, notes="abc"), "edit 3: “notes”"),
        (broken(0, reading={"label": "x"}), "edit 1: “reading”"),
        (broken(5, reading=None), "edit 6: “reading”"),
        (broken(6, readings="x"), "edit 7: “readings” is no number from 1 to 50"),
        (broken(7, names=["ফোন"]), "edit 8: “names”"),
        (broken(7, names={"bn": 5}), "edit 8: “names”"),
        (broken(7, names={"Bangla!": "ফোন"}), "edit 8: “names” has a language that is none"),
        (broken(7, names={"bn": "x" * 5000}), "edit 8: “name” is longer"),
        (broken(6, readings=0), "edit 7: “readings” is no number from 1 to 50"),
    ],
)
def test_what_cannot_be_used_is_named(form, says):
    """Which edit, which field."""
    with pytest.raises(InputError, match=says) as caught:
        edits_from_json(form, "edits.json")
    assert str(caught.value).startswith("edits.json")


def test_a_long_label_and_a_long_element_come_back():
    """A reading may be called by a whole note, and what was stored can always be read."""
    long = (replace(EVERY[0], element="E" * 3000, reading=Seen("字" * 3000, EVERY[0].reading.notes)),)
    assert edits_from_json(edits_to_json(long)) == long


@pytest.mark.parametrize("field", ["id", "element", "known", "made", "by", "reading", "name"])
def test_a_field_that_is_missing_is_named(field):
    """Nothing is guessed."""
    form = edits_to_json(EVERY[:1])
    del form["edits"][0][field]
    with pytest.raises(InputError, match=f"edit 1: there is no field “{field}”"):
        edits_from_json(form)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["version", "edits", "kind", "id", "element", "known", "notes", "reading", "to", "name"]
                )
                | st.text(max_size=3),
                inner,
                max_size=6,
            )
        ),
        max_leaves=12,
    )
)
def test_nothing_else_gets_through(form):
    """Any other JSON is refused with an `InputError`, or is a list without edits."""
    with suppress(InputError):
        assert edits_from_json(form) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=EDITS)
def test_exported_and_imported_edits_do_the_same(made):
    """Through JSON text and back."""
    again = edits_from_json(json.loads(json.dumps(edits_to_json(made))))
    assert again == tuple(made)
    assert apply_edits(FOUND, *again) == apply_edits(FOUND, *made)

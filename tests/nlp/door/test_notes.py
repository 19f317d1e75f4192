"""Notes at the door of an analysis."""

import json
from dataclasses import asdict, replace
from math import nan

import numpy as np
import pandas as pd
import pytest

from nlp import Notes, Unit, interpret, read_notes, sort_notes
from nlp.door.notes import units_of
from nlp.errors import ManyvoicesError, NothingToAnalyse, WrongType, WrongValue

NOTES = [Unit.of(f"They {verb} us", team="AB"[at % 2]) for at, verb in enumerate(["pay", "hear", "know", "trust"])]


def test_notes_of_a_file_and_a_generator_are_notes():
    """As they are in a list."""
    assert units_of(Notes("notes.csv", tuple(NOTES)), "interpret") == NOTES
    assert units_of((note for note in NOTES), "interpret") == NOTES
    assert units_of(NOTES, "interpret")[0] is NOTES[0]


@pytest.mark.parametrize(
    "handed",
    [None, 5, "a text", b"bytes", ["a text"], {"text": ["a"]}, pd.DataFrame({"text": ["a"]}), [None], [{"text": "a"}]],
    ids=repr,
)
@pytest.mark.parametrize("call", [interpret, lambda units: sort_notes(units, {})], ids=["interpret", "sort_notes"])
def test_what_has_not_been_read_is_refused_with_the_way_to_read_it(handed, call):
    """Not one raw error comes from inside."""
    with pytest.raises(WrongType, match=r"not .*\. Write (interpret|sort_notes)\(read_notes\(\.\.\.\)\)\."):
        call(handed)
    with pytest.raises(TypeError):
        call(handed)


def test_no_notes_are_said_to_be_none():
    """An empty list is no wrong type."""
    with pytest.raises(NothingToAnalyse, match="there are no notes"):
        interpret([])


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"text": None}, "units[4]: text must be str, not None. Leave it out."),
        ({"text": nan}, "units[4]: text must be str, not float (nan). Leave it out."),
        ({"text": 3.5}, "units[4]: text must be str, not float (3.5). Write str(text)."),
        ({"id": 0}, "units[4]: id must be str, not int (0). Write str(id)."),
        ({"element": ["Trust"]}, "units[4]: element must be str, not list. Give it one value"),
        ({"attributes": None}, 'units[4]: attributes must be dict[str, str], not None. Write {"team": "Nepal"}.'),
        ({"attributes": {"team": ["A"]}}, "units[4]: team must be str, not "),
    ],
)  # fmt: skip
def test_a_field_that_is_no_text_is_refused_with_its_note(change, line):
    """One line: where, what, and what to do."""
    with pytest.raises(WrongType) as raised:
        units_of([*NOTES, replace(NOTES[0], **{"id": "x", **change})], "interpret")
    assert str(raised.value).startswith(line)


def test_values_become_texts():
    """NumPy's texts, numbers and what is missing, so that the result can be written as JSON."""
    odd = Unit(
        np.str_("x"), np.str_("They see us"), None, "", 0, 0, 0, nan, {"team": pd.NA, "years": np.int64(0), 1: 2.0}
    )
    (unit,) = units_of([odd], "interpret")
    assert unit == Unit("x", "They see us", "und", "", 0, 0, 0, None, {"team": "", "years": "0", "1": "2"})
    assert type(unit.text) is type(unit.id) is str
    json.dumps(asdict(unit), allow_nan=False)


def test_an_id_of_two_notes_is_refused_with_both_places():
    """Whose note it is could not be told from the result; of two files of one name the files are to be named."""
    with pytest.raises(WrongValue, match=r"units\[1\] and units\[4\] have the same id .* Unit.of\(text, line=1\)"):
        interpret([*NOTES, replace(NOTES[1], text="Something else")])
    twice = [*read_notes([["text"], ["We decide"]], source="notes.csv").units] * 2
    with pytest.raises(WrongValue, match=r"notes.csv: .* Give each file a name of its own: read_notes\(path, source="):
        interpret(twice)


@pytest.mark.parametrize("asked", [{"by": None}, {"by": [3]}, {"readings": 2.5}, {"readings": -1}, {"smallest": "3"},
                                   {"smallest": -1}, {"by": ("team", "nobody's")}])  # fmt: skip
def test_what_is_asked_must_be_possible(asked):
    """All errors descend from one."""
    with pytest.raises(ManyvoicesError):
        interpret(NOTES, **asked)


def test_a_number_is_the_smallest_group_of_persons():
    """And stands in the result as such."""
    assert interpret(NOTES, smallest=5).smallest.personal == 5


@pytest.mark.parametrize(("placed", "line"), [
    (["x"], 'placed must be dict[str, str], not list. Write {units[0].id: "name of a reading"}.'),
    ({"x": ["y"]}, "placed['x']: placed must be str, not list. Give it one value, or None where there is none."),
])  # fmt: skip
def test_what_a_person_placed_is_names_by_id(placed, line):
    """A name that is missing places nothing."""
    with pytest.raises(WrongType) as raised:
        sort_notes(NOTES, placed)
    assert str(raised.value) == line
    assert sort_notes(NOTES, {NOTES[0].id: None}) == sort_notes(NOTES, {})

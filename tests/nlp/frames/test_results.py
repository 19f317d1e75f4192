"""Every result becomes tables of pandas."""

import builtins
from dataclasses import replace
from pathlib import Path

import pytest

from nlp import compare_rubrics, interpret, measure_participation, read_document, read_transcript, sort_notes
from nlp.documents.types import Descriptor, Person, Unit
from nlp.errors import InputError, ManyvoicesError
from nlp.frames.readings import notes_table
from nlp.frames.results import tables_of
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import SessionShares
from nlp.readings.drift import follow
from tests.embedders import BagOfWords

SAMPLE = Path(__file__).parents[3] / "corpora" / "sample"
NOTES = """text,element,team,participant,date,colour
"007 came, then 008",Trust,North,Asha,2026-03-18,NA
বিশ্বাস আছে,Trust,South,রিনা,2026-03-18,null
खबर ढिलो आउँछ,Trust,South,Hari,18/03,=1+1
we trust them,Trust,North,Asha,2026-09-18,
we trust them all,Trust,South,Hari,2026-09-18,
"""


@pytest.fixture(scope="module")
def notes():
    return read_document("notes.csv", NOTES.encode())


@pytest.fixture(scope="module")
def readings(notes):
    return interpret(notes.units, BagOfWords(), by=("team",))


def sample(name):
    return (SAMPLE / name).read_bytes()


def test_a_file_of_notes_is_a_row_each(notes):
    """Texts stay texts, whatever they look like; attributes have a column of their own."""
    frame = notes.to_frame()
    assert list(frame["text"]) == [unit.text for unit in notes.units]
    assert list(frame["colour"]) == ["NA", "null", "=1+1", "", ""]
    assert list(frame["line"]) == [2, 3, 4, 5, 6]


def test_readings_have_four_tables_that_fit_each_other(readings):
    """Notes know their reading; holders add up to them."""
    notes, held = readings.to_frame(), readings.to_frame("holders")
    assert len(notes) == sum(element.notes for element in readings.elements)
    for reading, own in notes[notes["reading"] != ""].groupby("reading"):
        counts = own["team"].value_counts().to_dict()
        rows = held[(held["reading"] == reading) & (held["attribute"] == "team")]
        assert {group: count for group, count in zip(rows["group"], rows["count"], strict=True) if count} == counts
    assert set(readings.to_frame("readings")["reading"]) == {each.id for each in readings.readings}
    assert list(readings.to_frame("elements")["notes"]) == [5]


def test_one_element_has_the_same_tables(readings):
    """As all of them together."""
    (element,) = readings.elements
    assert element.to_frame("holders").equals(readings.to_frame("holders"))


def test_one_reading_has_its_notes_and_who_holds_it(readings):
    """Its rows of the tables of all."""
    reading = readings.readings[0]
    assert list(reading.to_frame()["id"]) == list(reading.unit_ids)
    held = readings.to_frame("holders")
    assert reading.to_frame("holders").equals(held[held["reading"] == reading.id].reset_index(drop=True))


def test_who_named_and_placed_is_told(readings):
    """By a person or by the machine."""
    (element,) = readings.elements
    first = element.readings[0]
    by_hand = replace(
        element,
        readings=(replace(first, given="Faith", label="Faith"), *element.readings[1:]),
        placed_by_hand=first.unit_ids[:1],
    )
    frame = by_hand.to_frame()
    assert set(frame[frame["reading"] == first.id]["named_by"]) == {"person"}
    assert list(frame[frame["placed_by"] == "person"]["id"]) == list(first.unit_ids[:1])


def test_counted_notes_have_no_words(notes):
    """Who agreed to be counted only is counted, and not quoted."""
    counted = replace(notes.units[0], attributes={"consent": "counted only"})
    assert notes_of(counted)["text"] == ""


def notes_of(unit: Unit):
    found = interpret([unit], BagOfWords(), by=())
    (row,) = notes_table(found.elements).dicts()
    return row


def test_a_session_has_its_people_groups_floors_and_attendance():
    """Seconds are numbers, silent people are there, shares add up to one."""
    transcript = read_transcript("s.vtt", sample("session-2026-03-review.vtt"))
    found = measure_participation(transcript, read_document("r.csv", sample("session-2026-03-roster.csv")), by="gender")
    people = found.to_frame()
    assert people["speaking_share"].sum() == pytest.approx(1)
    assert list(people[~people["spoke"]]["person"]) == list(found.silent)
    assert set(found.to_frame("groups")["group"]) == {"woman", "man"}
    assert len(found.to_frame("floors")) == len(found.timeline)
    assert len(found.to_frame("attendance")) == len(found.attendance)
    assert found.to_frame("sessions")["people"][0] == len(people)
    assert list(transcript.to_frame()["text"]) == [turn.text for turn in transcript.turns]


def test_several_sessions_have_people_and_groups():
    """A row each."""
    shares = [SessionShares(name, timed=True, shares={"Asha Rai": 0.75, "Tom Bell": 0.25}) for name in ("one", "two")]
    found = measure_over_sessions(shares, [Person("Asha Rai"), Person("Tom Bell")], ())
    assert list(found.to_frame()["mean_share"]) == [0.75, 0.25]
    assert found.to_frame("groups_over_time").empty


def test_rubrics_have_matches_and_what_stands_alone():
    """Both sides, with their levels."""
    said = [("N", "good", "News is shared in time"), ("S", "poor", "News is shared in time"), ("S", "good", "Money")]
    found = compare_rubrics(
        [Descriptor(str(at), "Trust", level, text, "en", "f", at, team) for at, (team, level, text) in enumerate(said)],
        BagOfWords(),
    )
    (match,) = found.to_frame().to_dict("records")
    assert (match["level_a"], match["level_b"], match["close"]) == ("good", "poor", False)
    assert list(found.to_frame("rubric_only_in")["text"]) == ["Money"]


def test_drift_tells_each_review_of_each_reading(notes):
    """With what changed since the one before."""
    units = [
        replace(unit, attributes={**unit.attributes, "review": unit.attributes["date"][:7]}) for unit in notes.units
    ]
    found = follow(interpret(units, BagOfWords(), by=()), ["2026-03", "2026-09"])
    frame = found.to_frame()
    assert set(frame["review"]) <= {"2026-03", "2026-09"}
    assert len(frame) == sum(len(each.held) for element in found.elements for each in element.readings)


def test_what_was_sorted_is_a_row_each(notes):
    """Placed by a person, by the machine, or not."""
    found = sort_notes(notes.units, {notes.units[3].id: "Faith"}, BagOfWords())
    frame = found.to_frame()
    assert len(frame) == len(notes.units)
    assert list(frame[frame["placed_by"] == "person"]["placed_in"]) == ["Faith"]


@pytest.mark.parametrize("name", ["rubric-nepal.csv", "roster.csv", "ratings.csv"])
def test_other_files_are_tables_too(name):
    """Descriptors, people and ratings."""
    found = read_document(name, sample(name))
    (table,) = tables_of(found)
    assert len(found.to_frame()) == len(table.rows) > 0


def test_a_table_that_is_not_there_is_refused_by_name(readings):
    """The error names those that there are."""
    with pytest.raises(InputError, match=r"no table people\. The tables that are there: notes, readings, holders"):
        readings.to_frame("people")


def test_what_is_no_result_has_no_tables():
    """A programmer's error."""
    with pytest.raises(TypeError, match="int has no tables"):
        tables_of(3)


def test_without_pandas_one_line_says_so(notes, monkeypatch):
    """And what to do."""
    load = builtins.__import__

    def without(name, *more):
        if name == "pandas":
            raise ImportError(name)
        return load(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ManyvoicesError, match=r"pandas is not installed\. Install it: pip install pandas"):
        notes.to_frame()


def test_columns_that_mean_the_same_are_called_the_same(readings, notes):
    """One name has one kind wherever it stands."""
    kinds = {}
    for table in (*tables_of(readings), *tables_of(notes)):
        for column in table.columns:
            assert kinds.setdefault(column.name, column.kind) == column.kind
            assert len(table.columns) == len({each.name for each in table.columns})

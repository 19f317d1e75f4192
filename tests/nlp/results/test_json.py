"""Every result becomes JSON and comes back equal."""

import json
from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import (
    DatesRead,
    Descriptor,
    DoubtfulDate,
    Example,
    LeftOut,
    Notes,
    Person,
    Rating,
    Ratings,
    Roster,
    Rubric,
    Unit,
    Unread,
)
from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.types import Interpretation, Smallest
from nlp.text.dates.read import DateDoubt
from nlp.transcripts.types import Segment, Transcript, Turn
from tests.nlp.results.every_kind import everything_in

FIELDS = ("id", "text", "line", "start", "attributes", "typicality", "reading")
TEXT = st.text() | st.sampled_from(
    ["খবর সময়মতো আসে না", "खबर ढिलो आउँछ", "khobor deri kore ase", "র\u200d্যাব 👩🏽‍🌾", "é", "e\u0301"]
)
NAMES = st.sampled_from(FIELDS) | TEXT
SECONDS = st.none() | st.floats(0, 1e9)
WHOLE = st.integers(0, 2**40)
MESSAGES = st.builds(
    lambda values: Message("said", values),
    st.dictionaries(
        TEXT, st.recursive(TEXT | st.integers(), lambda each: st.builds(lambda v: Message("m", {"v": v}), each))
    ),
)
UNITS = st.builds(Unit, *[TEXT] * 4, *[WHOLE] * 3, st.none() | TEXT, st.dictionaries(NAMES, TEXT))
NOTES = st.builds(Notes, TEXT, st.lists(UNITS), remarks=st.lists(MESSAGES))
OTHERS = st.one_of(
    st.builds(Rubric, TEXT, st.lists(st.builds(Descriptor, *[TEXT] * 6, WHOLE, TEXT, TEXT))),
    st.builds(Roster, TEXT, st.lists(st.builds(Person, TEXT, st.lists(TEXT), st.dictionaries(NAMES, TEXT)))),
    st.builds(Ratings, TEXT, st.lists(st.builds(Rating, *[TEXT] * 6))),
    st.builds(
        Transcript,
        *(TEXT, TEXT, st.lists(st.builds(Turn, st.none() | TEXT, SECONDS, SECONDS, TEXT, WHOLE)), st.booleans()),
        segments=st.lists(st.builds(Segment, TEXT, SECONDS, SECONDS, WHOLE)),
    ),
    st.builds(OverSessions, st.lists(TEXT), shares=st.dictionaries(TEXT, st.dictionaries(TEXT, st.floats(0, 1)))),
    st.builds(Interpretation, TEXT, st.lists(TEXT), st.just(()), smallest=st.builds(Smallest, WHOLE, WHOLE)),
)


def refusal(kind, text) -> str:
    with pytest.raises(ManyvoicesError) as caught:
        kind.from_json(text)
    assert isinstance(caught.value, InputError)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def kinds_in(result):
    """Return the types of all that is in a result; a number without decimals may be whole or not."""
    return [float if type(each) is int else type(each) for each in everything_in(result)]


def test_every_result_comes_back_equal(results):
    """From a text, from bytes, from an indented text, from a file that begins with a byte order mark."""
    for result in results:
        kind, text = type(result), result.to_json()
        assert json.loads(text) == result.to_dict()
        for each in (text, text.encode(), result.to_json(indent=2), f"\ufeff{text}", f"\ufeff{text}".encode()):
            back = kind.from_json(each)
            assert back == result
            assert hash(back) == hash(result)
            assert kinds_in(back) == kinds_in(result)


@given(NOTES | OTHERS)
def test_whatever_it_holds_it_comes_back_equal(result):
    """In every script, with attributes that are called like fields, with whole numbers of seconds."""
    assert type(result).from_json(result.to_json()) == result


def test_letters_stay_as_they_are(results):
    """Nobody has to read escapes."""
    assert "কথা" in Notes("কথা", ()).to_json()


def test_what_the_command_gives_is_read(results):
    """With the version before the fields, and with what else it says beside them; not of another version."""
    for result in results:
        form = {"version": 1, **result.to_dict(), "files": []}
        assert type(result).from_json(json.dumps(form)) == result
        assert "version" in refusal(type(result), json.dumps({"version": 2, **result.to_dict()}))
    assert "files" in refusal(OverSessions, '{"version": 1, "files": []}')


def test_a_dictionary_is_the_callers_own(results):
    """Changing it changes no result."""
    for result in results:
        form = result.to_dict()
        form.clear()
        assert result.to_dict()
    note = Notes("n", (Unit("1", "t", "en", "f", 1, 0, 1, attributes={"team": "N"}),))
    note.to_dict()["units"][0]["attributes"]["team"] = "other"
    assert note.units[0].attributes == {"team": "N"}


@pytest.mark.parametrize(
    "text", ["", "{", "[1", '{"name": NaN}', '{"name": -Infinity}', "[" * 100_000, b"\xff\xfe\xff", None]
)
def test_what_is_no_json_is_refused(text):
    """In one line, with its place where there is one."""
    assert "this is no JSON" in refusal(Notes, text)
    assert "line 1, column" in refusal(Notes, "{")


@pytest.mark.parametrize("text", ["{}", "[]", "3", '"Notes"', "null"])
def test_json_of_something_else_is_refused(text):
    """Also where a kind has a default for everything."""
    assert "holds no result" in refusal(OverSessions, text)


def test_another_kind_is_named(results):
    """With what reads it."""
    for result in results:
        other = Participation if isinstance(result, Notes) else Notes
        said = refusal(other, result.to_json())
        assert said.startswith(f"{other.__name__}: this is the JSON of {type(result).__name__}.")
        assert f"{type(result).__name__}.from_json()" in said


@pytest.mark.parametrize(
    ("found", "made", "place"),
    [
        ('"line": 2', '"line": "2"', "units[0].line"),
        ('"line": 2', '"line": true', "units[0].line"),
        ('"line": 2', '"line": 2.5', "units[0].line"),
        ('"line": 2', '"nine": 2', "units[0].line"),
        ('"attributes": {}', '"attributes": []', "units[0].attributes"),
        ('"attributes": {}', '"attributes": {"a": 1}', "units[0].attributes[a]"),
        ('"values": {}', '"values": "abc"', "unread.reasons[0].why.values"),
        ('"name": "n"', '"name": "n", "more": 1', "more"),
        ('"name": "n"', '"name": "n", "version": 2', "version"),
        ('"unread": {', '"unread": {"more": 1, ', "unread.more"),
        ('"doubt": "no date"', '"doubt": "of later"', "dates.examples[0].doubt"),
    ],
)
def test_what_another_release_wrote_is_refused_with_its_place(found, made, place):
    """Nothing is taken for something else, and nothing is dropped."""
    reason = LeftOut(Message("too long"), 1, (Example(Message("line 7")),))
    dates = DatesRead(examples=(DoubtfulDate(1, "x", DateDoubt.NO_DATE),))
    text = Notes("n", (Unit("1", "t", "en", "f", 2, 0, 1),), Unread(1, (reason,)), dates).to_json()
    assert found in text
    assert refusal(Notes, text.replace(found, made)).startswith(f"Notes, {place}: ")


def test_a_number_too_large_is_refused():
    """JSON may say 1e999; no result has it."""
    transcript = Transcript("s", "f", (Turn("A", 1.0, 2.0, "", 1),), shows_overlap=False)
    text = transcript.to_json()
    assert refusal(Transcript, text.replace("2.0", "1e999")).startswith("Transcript, turns[0].end: ")
    assert refusal(Transcript, text.replace("2.0", "9" * 400)).startswith("Transcript, turns[0].end: ")


@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_what_json_cannot_say_is_refused(number):
    """With its place: never text that other programs refuse."""
    transcript = Transcript("s", "f", (Turn("A", 1.0, 2.0, "", 1), Turn("B", 2.0, number, "", 2)), shows_overlap=False)
    with pytest.raises(InputError, match=r"^Transcript, turns\[1\].end: "):
        transcript.to_json()


def test_half_a_sign_becomes_a_replacement_character():
    """So that the text can be sent and stored."""
    notes = Notes("well \ud83d", ())
    assert notes.to_json().encode()
    assert Notes.from_json(notes.to_json()) == replace(notes, name="well \ufffd")

"""Who was where, as people write it in the columns of their lists."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person
from nlp.participation.people.attendance import Presence
from nlp.participation.people.attendance_marks import marks_of_session, read_marks, written_day

PRESENT, ABSENT, NOT_KNOWN = Presence


def read(column, *cells, date="2026-03-14", undated=True):
    people = [Person(f"P{n}", (), {column: cell} if cell else {}) for n, cell in enumerate(cells)]
    _, marks = read_marks(people)
    found = marks_of_session(marks, date, undated=undated)
    return [found[person.name].state if person.name in found else NOT_KNOWN for person in people]


@pytest.mark.parametrize(
    ("column", "there", "away"),
    [
        ("present", "yes", "no"),
        ("Attended?", "Y", "N"),
        ("attendance", "P", "A"),
        ("attendance", "✓", "✗"),
        ("attendance", "✔️", "❌"),
        ("Attendance", "x", "0"),
        ("present", "১", "০"),
        ("উপস্থিতি", "হ্যাঁ", "না"),
        ("উপস্থিত", "উপস্থিত।", "অনুপস্থিত"),
        ("उपस्थिति", "छ", "छैन"),
        ("उपस्थित", "हो", "अनुपस्थित"),
        ("présence", "oui", "excusée"),
        ("asistencia", "Sí", "ausente"),
        ("presença", "sim", "não"),
        ("2026-03-14", "P", "A"),
        ("14 March", "✓", "a"),
        ("14/3", "1", "0"),
        ("১৪ মার্চ ২০২৬", "হ্যাঁ", "না"),
        ("Attendance 14/03/2026", "late", "apologies"),
    ],
)
def test_marks_of_many_hands(column, there, away):
    """Ticks, letters, words and digits of three scripts, in NFC and NFD; an empty cell says nothing."""
    for form in ("NFC", "NFD"):
        cells = [unicodedata.normalize(form, cell) for cell in (there, away, "")]
        assert read(unicodedata.normalize(form, column), *cells) == [PRESENT, ABSENT, NOT_KNOWN]


def test_a_cross_is_a_tick_unless_there_are_others():
    """`x` beside empty cells means there; beside ticks it means the opposite."""
    assert read("present", "x", "", "X") == [PRESENT, NOT_KNOWN, PRESENT]
    assert read("present", "✓", "x", "") == [PRESENT, ABSENT, NOT_KNOWN]
    assert read("present", "x", "absent") == [PRESENT, ABSENT]


def test_a_column_of_a_day_is_of_that_day_only():
    """Another day, a session without a date, and two days of one month say nothing."""
    assert read("15 March", "P", date="2026-03-14") == [NOT_KNOWN]
    assert read("15 March", "P", date="") == [NOT_KNOWN]
    assert read("March 2026", "P", date="2026-03-14") == [PRESENT]
    people = [Person("Rina", (), {"2026-03-14": "P", "2026-03-15": "A"})]
    assert marks_of_session(read_marks(people)[1], "2026-03", undated=True) == {}
    assert marks_of_session(read_marks(people)[1], "2026-03-15", undated=False)["Rina"].state is ABSENT


def test_a_cell_may_list_the_days():
    """With what was, or alone: then they were there."""
    cells = "2026-03-14; 2026-09-20", "2026-03-14: no", "2026-03-14: yes", "2026-09-20"
    assert read("attended", *cells) == [PRESENT, ABSENT, PRESENT, NOT_KNOWN]


def test_an_undated_column_may_be_of_another_session():
    """Then it says nothing."""
    assert read("present", "yes", undated=False) == [NOT_KNOWN]


def test_whoever_joined_a_call_was_there():
    """In the lists of Zoom and Teams."""
    assert read("join time", "03/14/2026 09:00:00 AM", "") == [PRESENT, NOT_KNOWN]
    assert read("user action", "Joined") == [PRESENT]


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("consent", ("yes", "no")),
        ("present role", ("lead", "clerk")),
        ("born", ("2001-03-14", "1999-01-02")),
        ("2026-03-14", ("late lunch", "P")),
        ("present", ("80%", "mostly")),
        ("since 2020", ("yes", "no")),
    ],
)
def test_other_columns_stay_attributes(column, cells):
    """They say nothing of who was there."""
    people = [Person(f"P{n}", (), {column: cell}) for n, cell in enumerate(cells)]
    assert read_marks(people) == (tuple(people), ())


def test_columns_of_attendance_are_no_attributes():
    """Nobody is compared by them."""
    people, marks = read_marks([Person("রিনা", (), {"gender": "woman", "উপস্থিত": "হ্যাঁ"})])
    assert people == (Person("রিনা", (), {"gender": "woman"}),)
    assert [(mark.name, mark.state, mark.tallied) for mark in marks] == [("রিনা", PRESENT, False)]
    assert read_marks([Person("Rina", (), {"counted in the room": "yes"})])[1][0].tallied


@pytest.mark.parametrize(
    ("text", "day"), [("14 March", "2026-03-14"), ("14.3", "2026-03-14"), ("day 1", ""), ("2026", "")]
)
def test_a_day_without_a_year_is_of_the_year_of_the_session(text, day):
    """What is no day stays none."""
    assert written_day(text, "2026") == day


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=4))
def test_no_list_breaks_it(attributes):
    """Whatever stands in it; what is not used stays."""
    people, marks = read_marks([Person("Rina", (), attributes)])
    assert people[0].attributes.items() <= attributes.items()
    assert marks or people[0].attributes == attributes
    marks_of_session(marks, "2026-03-14", undated=True)

"""Rosters, titles, people and reviews found by names and dates."""

import pytest

from nlp.documents.types import Person, Unit
from service.programmes.roster_choice import (
    choose_roster,
    speakers_held,
    title_and_date,
    with_review,
)
from service.types import Review


@pytest.mark.parametrize(
    ("transcript", "rosters", "transcripts", "expected"),
    [
        ("session-1.vtt", ["session-2-roster.csv", "session-1-roster.csv"], [], "session-1-roster.csv"),
        ("Retro.vtt", ["people.xlsx"], [], "people.xlsx"),
        ("Retro.vtt", [], [], None),
        ("Retro.vtt", ["a.csv", "b.csv"], [], None),
        ("Retro.vtt", ["roster.csv", "march-roster.csv"], ["march.vtt", "Retro.vtt"], "roster.csv"),
        ("session-3.vtt", ["session-1-roster.csv", "session-2-roster.csv"], [], None),
        ("session-1.vtt", ["session-2-roster.csv"], ["session-1.vtt", "session-2.vtt"], None),
        ("session-1.vtt", ["session-roster.csv"], ["session-1.vtt", "session-2.vtt"], "session-roster.csv"),
        ("ঢাকা সভা.vtt", ["ঢাকা সভা উপস্থিতি.csv", "roster.csv"], [], "ঢাকা সভা উপস্থিতি.csv"),
        (
            "Session_1.vtt",
            ["session 1 participants.csv", "session 12 participants.csv"],
            [],
            "session 1 participants.csv",
        ),
    ],
)
def test_the_roster_of_a_session(transcript, rosters, transcripts, expected):
    """The roster that shares the most leading words, else the only one that shares none, else none."""
    assert choose_roster(transcript, rosters, transcripts) == expected


@pytest.mark.parametrize(
    ("rosters", "transcripts", "held", "expected"),
    [
        (["who is here.csv", "who is here (2).csv"], [], {"who is here.csv": 1, "who is here (2).csv": 3}, 1),
        (["session-1-roster.csv", "all.csv"], [], {"session-1-roster.csv": 2, "all.csv": 3}, 1),
        (["session-1-roster.csv", "all.csv"], [], {"session-1-roster.csv": 3, "all.csv": 3}, 0),
        (["session-2-roster.csv"], ["session-1.vtt", "session-2.vtt"], {"session-2-roster.csv": 1}, 0),
        (["a.csv", "b.csv", "c.csv"], [], {"a.csv": 2, "b.csv": 2, "c.csv": 1}, 1),
        (["a.csv", "b.csv"], [], {"a.csv": 0, "b.csv": 0}, 1),
    ],
)
def test_the_roster_that_holds_most_speakers(rosters, transcripts, held, expected):
    """Before any name; then the name, and then the newest, never none where one would have done."""
    assert choose_roster("session-1.vtt", rosters, transcripts, held) == rosters[expected]


def test_a_roster_of_other_people_is_no_roster():
    """A roster that has another session's name and nobody who spoke here."""
    names = ["session-1.vtt", "session-2.vtt"]
    assert choose_roster("session-1.vtt", ["session-2-roster.csv"], names, {"session-2-roster.csv": 0}) is None


def test_speakers_are_held_by_name_or_alias():
    """Each label counts; rooms and strangers do not."""
    roster = [Person("Asha Rai", ("আশা রাই",), {}), Person("Tom Bell", (), {})]
    assert speakers_held(["asha  RAI", "আশা রাই", "Rina", "Meeting Room 1"], roster) == 2
    assert speakers_held([], roster) == 0
    assert speakers_held(["Asha"], []) == 0


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("session-2026-03-review.vtt", ("Session review", "2026-03")),
        ("GMT20240315-093000_Recording.transcript.vtt", ("GMT Recording transcript", "2024-03-15")),
        ("Review-20260312_101500-Meeting Recording.docx", ("Review", "2026-03-12")),
        ("2026-03-12 1015 नदी.vtt", ("नदी", "2026-03-12")),
        ("Meeting Recording.vtt", ("Meeting Recording", "")),
        ("2026_03_18 সভা.txt", ("সভা", "2026-03-18")),
        ("2026-03-18.vtt", ("2026-03-18", "2026-03-18")),
        ("notes 123456789.vtt", ("Notes 123456789", "")),
        ("retro.vtt", ("Retro", "")),
        ("retro 18 March 2026.vtt", ("Retro 18 March 2026", "2026-03-18")),
        ("সভা_১৮-০৩-২০২৬.txt", ("সভা ১৮ ০৩ ২০২৬", "2026-03-18")),
        ("retro 2026.vtt", ("Retro 2026", "")),
    ],
)
def test_title_and_date_of_a_session(filename, expected):
    """Both come from the file's name."""
    assert title_and_date(filename) == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"date": "2026-03-18"}, "March"),
        ({"date": "2026-05-02"}, "March"),
        ({"date": "2026-05-03"}, None),
        ({"date": "2026-08-20T10:00"}, "September"),
        ({"date": "2026-03-18", "review": "Pilot"}, "Pilot"),
        ({"date": "18 March 2026"}, "March"),
        ({"date": "2026-09"}, "September"),
        ({"date": "2026"}, None),
        ({"date": "03/04/2026"}, None),
        ({"date": "last week"}, None),
        ({}, None),
    ],
)
def test_the_review_of_a_note(attributes, expected):
    """What the note says, else the closest review within 45 days of its date, else none."""
    unit = Unit("1", "text", "en", "n.csv", 1, 0, 4, attributes=attributes)
    reviews = (Review("March", "2026-03-18"), Review("September", "2026-09-16"), Review("Undated"))
    assert with_review(unit, reviews).attributes.get("review") == expected

"""Whom a roster seats."""

import pytest

from nlp.errors import InputError
from service.cli.given.seats import people_to_seat
from service.cli.given.source import Source

ROSTER = "name,gender,present\nরিনা,woman,yes\nहरि,man,no\nBen,man,\n"


def test_whoever_is_marked_absent_is_left_out():
    """A blank says nothing: that person is seated; the column itself is no attribute."""
    people = people_to_seat([Source("people.csv", "people.csv", ROSTER.encode())])
    assert [(person.name, dict(person.attributes)) for person in people] == [
        ("রিনা", {"gender": "woman"}),
        ("Ben", {"gender": "man"}),
    ]


def test_notes_are_no_roster():
    """One line says which file is wrong."""
    with pytest.raises(InputError, match=r"notes\.csv"):
        people_to_seat([Source("notes.csv", "notes.csv", b"text,team\nWe meet,North\nWe talk,South\n")])

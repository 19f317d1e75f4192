"""People under their first names only: in lists, in what was said, and beside people who have numbers."""

import pytest

from nlp.documents.types import Person
from service.presentation.i18n import language
from service.presentation.masking.first_names import with_first_names
from service.presentation.masking.masking import named, numbered

ROSTER = [
    Person("Anika Rahman", ("আনিকা রহমান",)),
    Person("Ram Bahadur Thapa"),
    Person("Ram Prasad Rai"),
    Person("Sita Rai"),
    Person("Nepal Karki"),
]
EVERYBODY = [person.name for person in ROSTER]
PEOPLE = with_first_names(named(EVERYBODY), ROSTER, ("Nepal",))


def test_everybody_has_one_name():
    """Two of the same first name have a middle name or a number; none has a surname."""
    called = [PEOPLE.call(name) for name in EVERYBODY]
    assert called == ["Anika", "Ram Bahadur", "Ram Prasad", "Sita", "Nepal"]
    assert not PEOPLE.hides
    assert PEOPLE.renames


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Anika Rahman asked Ram Bahadur Thapa.", "Anika asked Ram Bahadur."),
        ("আনিকা রহমানকে জিজ্ঞেস করুন", "Anikaকে জিজ্ঞেস করুন"),
        ("Rahman said so; call +977 1 5550123", "Anika said so; call +977 1 5550123"),
        ("ask Rai", "ask …"),
        ("Sita and Ram agree in Nepal", "Sita and Ram agree in Nepal"),
        ("THAPA-ko kura", "Ram Bahadur-ko kura"),
    ],
)
def test_surnames_go_out_of_what_was_said(said, shown):
    """Whole names and surnames become first names, "…" where two people have it; nothing else is changed."""
    assert PEOPLE.mask(said) == shown


def test_who_has_a_number_keeps_it():
    """First names do not name anybody who is not to be named."""
    some = numbered(EVERYBODY, ROSTER, language("en")).but_for({"Sita Rai"})
    found = with_first_names(some, ROSTER)
    assert found.hides
    assert found.call("Sita Rai") == "Sita"
    assert found.call("Anika Rahman") == some.call("Anika Rahman")
    assert "Anika" not in found.mask("Anika Rahman and Sita Rai")

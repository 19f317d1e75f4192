import pytest

from nlp.documents.types import Person
from service.pages.i18n import language
from service.pages.people import named, numbered

ROSTER = (Person("Rehana Parvin", ("রেহানা পারভীন", "Rehana apa")), Person("Om Rai", ("ओम",)))
PEOPLE = numbered([person.name for person in ROSTER], ROSTER, language("en"))


def test_names_stay_where_they_are_wanted():
    """Nothing is replaced for a page with names."""
    people = named(["Om Rai"])
    assert (people.call("Om Rai"), people.mask("Om Rai spoke")) == ("Om Rai", "Om Rai spoke")


def test_numbers_follow_the_order_given():
    """The first person is Person 1; the number is in the reader's digits."""
    assert PEOPLE.call("Om Rai") == "Person 2"
    assert numbered(["Om"], (), language("ne")).call("Om") == "व्यक्ति १"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Rehana Parvin asked", "Person 1 asked"),
        ("ask REHANA, not me", "ask Person 1, not me"),
        ("রেহানার কথা", "Person 1র কথা"),
        ("রেহানা পারভীন বলেছেন", "Person 1 বলেছেন"),
        ("ओमले भने", "Person 2ले भने"),
        ("parvinston and a raincoat", "parvinston and a raincoat"),
        ("Rehanar kotha, Om-le bhane", "Person 1r kotha, Om-le bhane"),
        ("Rai’s turn", "Person 2’s turn"),
        ("from the room", "from the room"),
    ],
)
def test_names_in_quotes_are_replaced(text, masked):
    """Full names, aliases and parts of names; the endings of Bangla and Nepali and all other words stay."""
    assert PEOPLE.mask(text) == masked

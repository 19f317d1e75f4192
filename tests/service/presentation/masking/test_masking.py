from unicodedata import normalize

import pytest

from nlp.documents.types import Person
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered

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
        ("rehana_parvin-2026.docx, 20260318RehanaParvin.docx", "Person 1_Person 1-2026.docx, 20260318Person 1.docx"),
        ("রেহানা_পারভীন.txt ওম", "Person 1_Person 1.txt ওম"),
        ("Re\u00adhana, \u200eRehana\u200f, O\u200bm", "Person 1, \u200ePerson 1\u200f, O\u200bm"),
    ],
)
def test_names_in_quotes_are_replaced(text, masked):
    """Full names, aliases and parts of names; the endings of Bangla and Nepali and all other words stay."""
    assert PEOPLE.mask(text) == masked


LABELS = (
    "Ram, Nepal Office (External)",
    "Dr. Rai - Trust and Learning Lead",
    "Sunita Limbu",
    "সুমন, বাংলাদেশ অফিস",
    "सीता थापा (नेपाल कार्यालय)",
    "Nepal Office",
    "Speaker 3",
    "A",
    "Gurung, Maya",
)
STRANGERS = numbered(LABELS, (), language("en"), ("Nepal Office", "Trust and Learning", "सिकाइ"))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("We trust and learn", "We trust and learn"),
        ("The Nepal Office has a lead and a team", "The Nepal Office has a lead and a team"),
        ("Ram, Nepal Office (External) said", "Person 1 said"),
        ("Ram and Rai learn; the ram and the ramp", "Person 1 and Person 2 learn; the Person 1 and the ramp"),
        ("Limbu's idea, Trust and Learning", "Person 3's idea, Trust and Learning"),
        ("সুমনের কথা, বাংলাদেশ অফিসের কথা, সুমনা", "Person 4ের কথা, বাংলাদেশ অফিসের কথা, সুমনা"),
        ("সুমনকেও বলেছি।সুমন।", "Person 4কেও বলেছি।Person 4।"),
        ("सीताले भनिन्, सीतापुर र नेपाल कार्यालय", "Person 5ले भनिन्, सीतापुर र नेपाल कार्यालय"),
        ("थापाजीलाई, सीताः सिकाइ", "Person 5जीलाई, Person 5ः सिकाइ"),
        ("सी\u200dता, सीता\u200cले", "Person 5, Person 5\u200cले"),
        ("A speaker spoke to Maya Gurung and to Gurung, Maya", "A speaker spoke to Person 9 Person 9 and to Person 9"),
    ],
)
def test_only_names_of_people_are_replaced(text, masked):
    """Teams, elements, places, roles and common words stay; a name is a whole word with its combining marks."""
    assert STRANGERS.mask(text) == masked


def test_a_name_is_found_in_either_normal_form():
    """NFD of a name, and Bangla letters with a dot below, are the same name."""
    people = numbered(["José Araya", "মায়া রায়"], (), language("en"))
    assert people.mask(normalize("NFD", "José, মায়া রায়ের")) == "Person 1, Person 2ের"
    assert people.mask(normalize("NFC", "José, মায়া রায়ের")) == "Person 1, Person 2ের"


def test_forms_of_address_are_no_names():
    """The alias Rehana apa does not hide every apa."""
    assert PEOPLE.mask("Rehana apa o onno apa") == "Person 1 o onno apa"

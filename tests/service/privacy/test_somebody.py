"""Who is meant by a name: all that is theirs goes, and nothing that is somebody else's too."""

from unicodedata import normalize

import pytest

from nlp.documents.types import Person
from nlp.participation.people.identities import Identity
from service.privacy.somebody import Somebody

ROSTER = (
    Person("Rina Akter", ("রিনা আক্তার", "Rina apa")),
    Person("Salma Akter", ("সালমা",)),
    Person("Hope Rai", ()),
)


def test_spellings_aliases_and_told_labels_are_theirs():
    """By any of them; labels of others are not."""
    them = Somebody.of(
        "রিনা আক্তার", ROSTER, {"RINA AKTER", "iPhone (2)", "Salma"}, [Identity("iPhone (2)", "person", "Rina Akter")]
    )
    assert them.name == "Rina Akter"
    assert [label for label in ("rina akter", "iPhone (2)", "Rina apa", "Salma", "", None) if them.is_them(label)] == [
        "rina akter",
        "iPhone (2)",
        "Rina apa",
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_their_name_goes_and_names_that_others_share_stay(form):
    """A family name of two people tells neither."""
    hide = Somebody.of("Rina Akter", ROSTER, (), ()).hide
    text = normalize(form, "Rina Akter and Salma Akter met; রিনা আক্তার বললেন, Rina laughed")
    assert normalize("NFC", hide(text)) == normalize("NFC", "… and Salma Akter met; … বললেন, … laughed")


def test_a_word_of_every_day_stays_where_it_names_nobody():
    """Hope is a person and a word."""
    hide = Somebody.of("Hope Rai", ROSTER, (), ()).hide
    assert hide("We hope for more, said Hope Rai") == "We hope for more, said …"


def test_of_a_name_that_nobody_has_only_the_whole_goes():
    """What somebody types need not be anybody's name."""
    hide = Somebody.of("Nobody Atall", ROSTER, (), ()).hide
    assert hide("Nobody knows. Nobody Atall said so") == "Nobody knows. … said so"


def test_a_text_without_the_name_is_the_same_text():
    """Whatever its Unicode form."""
    hide = Somebody.of("Rina Akter", ROSTER, (), ()).hide
    for text in (normalize("NFD", "সালমা বললেন"), "…", ""):
        assert hide(text) == text

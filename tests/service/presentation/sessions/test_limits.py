from nlp.messages import Message
from nlp.participation import caveats
from nlp.participation.caveats import BOTS, NO_ROSTER, UNATTRIBUTED, UNKNOWN, WITHHELD
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered
from service.presentation.sessions.limits import limits_view
from tests.service.presentation.sessions.made import NAMES, ROSTER

EN, BN = language("en"), language("bn")


def test_limits_are_said_in_the_readers_language():
    """With its digits; labels stay as they are."""
    limits = (Message(NO_ROSTER), Message(UNATTRIBUTED, {"share": "12.5%"}))
    first, second = limits_view(limits, named(NAMES), BN)
    assert first.startswith("উপস্থিতির তালিকা ছাড়া")
    assert "১২.৫%" in second


def test_withheld_attributes_are_left_to_the_groups():
    """Whatever the values; what the roster does not say stays."""
    limits = [
        Message(WITHHELD, {"attributes": ("team",), "threshold": 3}),
        Message(caveats.NOT_IN_ROSTER, {"attributes": ("ward",)}),
    ]
    (said,) = limits_view(limits, named(NAMES), EN)
    assert said.striptags() == "ward: not compared, because the roster does not say it of anybody."


def test_names_are_hidden_wherever_they_stand():
    """In one label, in several, and in a message inside another."""
    people = numbered(NAMES, ROSTER, EN)
    labels = ("Clara Boyd", "রেহানা পারভীন", "iPhone")
    limits = [
        Message(UNKNOWN, {"count": 3, "labels": labels}),
        Message("{first}", {"first": Message(BOTS, {"labels": "विक्रम"})}),
    ]
    unknown, nested = (each.striptags() for each in limits_view(limits, people, EN))
    assert unknown.startswith("3 speakers are not on the roster: Person 3, Person 5 and iPhone.")
    assert nested == "Person 2: software, left out of everything."

"""Everything that is written down can be said."""

from datetime import UTC, datetime

import pytest

from service.journal.types import Action, Details, Entry, Thing, ThingKind
from service.journal.words import in_words, several_in_words


def entry(action, who="Asha", **details):
    of = Thing(ThingKind.READING, "trust", "Day one")
    return Entry(1, 1, datetime(2026, 3, 1, tzinfo=UTC), None, who, action, of, Details(**details))


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("names", [{}, {"after": "B"}, {"before": "A", "after": "B", "within": "Trust"}], ids=str)
def test_every_action_is_a_sentence(action, names):
    """By whom, with and without the names that there may be."""
    said = str(in_words(entry(action, **names)))
    assert "Asha" in said
    assert "{" not in said
    assert "“”" not in said or not names.get("before")


def test_names_are_said_where_people_gave_them():
    """Both readings where both have names, none of them else: a label of the machine is made of notes."""
    both = entry(Action.READINGS_JOINED, before="Power cuts", after="Mobile data", within="Communications")
    assert str(in_words(both)) == "Asha put “Power cuts” and “Mobile data” together in Communications."
    assert str(in_words(entry(Action.READINGS_JOINED, within="Trust"))) == "Asha put two readings of Trust together."


def test_of_several_the_newest_stand_first_and_only_the_last_are_told():
    """Three sentences are enough to see what became of a thing."""
    given = [entry(Action.FILE_KEPT, who=name) for name in ("Asha", "Binod", "Chitra", "Dipa")]
    said = str(several_in_words(given))
    assert [said.count(name) for name in ("Asha", "Binod", "Chitra", "Dipa")] == [0, 1, 1, 1]
    assert said.index("Dipa") < said.index("Chitra") < said.index("Binod")

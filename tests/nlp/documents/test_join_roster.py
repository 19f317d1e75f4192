"""Notes meet the roster."""

from unicodedata import normalize

from nlp.documents.join_roster import with_people
from nlp.documents.types import Person, Unit


def note(participant: str, **attributes: str) -> Unit:
    return Unit("n", "text", "en", "notes.csv", 2, 0, 4, None, {"participant": participant, **attributes})


MAYA = Person("Maya Rai", ("माया राई", "Maya di"), {"role": "director", "team": "Nepal"})


def test_a_participant_brings_what_the_roster_knows():
    """By name or alias, whatever the case, the spaces and the Unicode form."""
    for name in ("Maya Rai", "  maya  rai", normalize("NFD", "माया राई"), "MAYA DI"):
        (unit,) = with_people([note(name)], [MAYA])
        assert unit.attributes == {"role": "director", "team": "Nepal", "participant": "Maya Rai"}


def test_what_the_note_says_is_kept():
    """A note's own team wins over the roster's; an empty one does not."""
    (own, empty) = with_people([note("Maya Rai", team="Field"), note("Maya Rai", team="")], [MAYA])
    assert own.attributes["team"] == "Field"
    assert empty.attributes["team"] == "Nepal"


def test_strangers_and_the_nameless_stay_as_they_are():
    """Nobody is guessed."""
    units = [note("Sam"), note("")]
    assert with_people(units, [MAYA]) == tuple(units)

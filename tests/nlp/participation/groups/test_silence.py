"""How many people of each group said nothing."""

from nlp.documents.types import Person
from nlp.participation import measure_participation
from nlp.participation.groups.silence import Silence, silent_in_groups
from nlp.transcripts.types import Transcript, Turn


def test_three_of_the_seven_women_said_nothing():
    """Counts by group, most silent people first; who is not on the roster and small groups are no group."""
    women = [Person(f"W{n}", (), {"gender": "woman", "team": "Sylhet"}) for n in range(7)]
    men = [Person(f"M{n}", (), {"gender": "man", "team": "Sylhet" if n else ""}) for n in range(5)]
    names = [*(f"W{n}" for n in range(3, 7)), *(f"M{n}" for n in range(1, 5)), "Guest"]
    turns = tuple(Turn(name, float(at), at + 1.0, "yes", at + 1) for at, name in enumerate(names))
    found = measure_participation(Transcript("s.vtt", "webvtt", turns, shows_overlap=False), [*women, *men])
    assert silent_in_groups(found.groups) == (Silence("gender", "woman", 3, 7), Silence("gender", "man", 1, 5))


def test_where_everybody_spoke_nothing_is_told():
    """And without groups."""
    turns = tuple(Turn(f"P{n}", float(n), n + 1.0, "yes", n + 1) for n in range(6))
    roster = [Person(f"P{n}", (), {"gender": "woman" if n < 3 else "man"}) for n in range(6)]
    found = measure_participation(Transcript("s.vtt", "webvtt", turns, shows_overlap=False), roster)
    assert silent_in_groups(found.groups) == silent_in_groups({}) == ()

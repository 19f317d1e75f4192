"""Sessions as a measurement over several takes them."""

import pytest

from nlp import Person, Transcript, Turn, measure_over_sessions, measure_participation
from nlp.errors import WrongType
from nlp.participation.sessions.handed import sessions_of
from nlp.participation.sessions.types import SessionShares

PEOPLE = [Person(name, attributes={"gender": gender}) for name, gender in (("Asha", "woman"), ("Tom", "man"))]
TURNS = (Turn("Asha", 0, 6, "We begin", 1), Turn("Tom", 6, 10, "শুরু করি", 2))
MARCH = measure_participation(Transcript("march", "vtt", TURNS, shows_overlap=False), PEOPLE, by="gender")
MAY = measure_participation(Transcript("may", "vtt", TURNS[:1], shows_overlap=False), PEOPLE, by="gender")


def test_sessions_are_taken_by_their_names():
    """A name and what was measured under it are the shares of that session, in the order of the names."""
    given = {"March": MARCH, "মে": MAY}
    assert sessions_of(given) == [SessionShares.of("March", MARCH), SessionShares.of("মে", MAY)]
    assert measure_over_sessions(given, PEOPLE, "gender") == measure_over_sessions(sessions_of(given), PEOPLE, "gender")


def test_shares_are_taken_as_they_are():
    """Of a list, an iterator or a mapping."""
    shares = [SessionShares.of("March", MARCH), SessionShares.of("May", MAY)]
    assert (
        sessions_of(shares)
        == sessions_of(iter(shares))
        == sessions_of({each.session: each for each in shares})
        == shares
    )


@pytest.mark.parametrize("handed", [MARCH, "march.vtt", 3, None, [MARCH], {"March": "march.vtt"}, {"March": None}])
def test_what_is_no_session_is_refused(handed):
    """In one line that says what to write."""
    with pytest.raises(WrongType, match=r"must be .*Participation.*measure_over_sessions\(\{"):
        measure_over_sessions(handed, PEOPLE, "gender")

"""How many names of a kind a programme may have."""

import pytest

from nlp.errors import InputError
from service.names.limits import LONGEST, MOST_TEAMS, check_names
from service.types import Outline


def teams(number: int) -> Outline:
    return Outline(teams=tuple(f"Team {at}" for at in range(number)))


def test_as_many_as_there_may_be_are_taken():
    """The last one is refused, in one line that says how many there are and may be."""
    check_names("", teams(MOST_TEAMS))
    with pytest.raises(InputError, match="10,001 teams are more than can be compared: there may be 10,000") as refused:
        check_names("notes.csv", teams(MOST_TEAMS + 1))
    assert "notes.csv" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_programme_that_has_too_many_gets_no_further_ones():
    """What brings no new names is taken all the same."""
    check_names("", teams(MOST_TEAMS + 5), teams(MOST_TEAMS + 5))
    with pytest.raises(InputError, match="10,006 teams"):
        check_names("", teams(MOST_TEAMS + 6), teams(MOST_TEAMS + 5))


def test_a_whole_text_is_no_name():
    """As long as a question of a form may be."""
    check_names("", Outline(elements=("ক" * LONGEST,)))
    with pytest.raises(InputError, match="is no name: it has 2,001 letters"):
        check_names("", Outline(elements=("ক" * (LONGEST + 1),)))

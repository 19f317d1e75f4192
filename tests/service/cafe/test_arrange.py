"""From what somebody wants to tables: names as they are typed, questions for rounds, people who come and go."""

import pytest

from nlp.errors import InputError
from nlp.seating import Table
from service.cafe.arrange import asked, people_of, sound, typed_people
from service.cafe.types import CafePlan, Coming


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asha\n\n  Ben  \n", [("Asha", ""), ("Ben", "")]),
        ("আয়েশা বেগম, নদী সংঘ", [("আয়েশা বেগম", "নদী সংঘ")]),
        ("हरि थापा;संगम\nMina\tFund, South", [("हरि थापा", "संगम"), ("Mina", "Fund, South")]),
        (", Fund\n", []),
        ("", []),
    ],
    ids=["names", "comma", "semicolon and tab", "no name", "nothing"],
)
def test_typed_people_are_one_a_line(text, expected):
    """Behind a comma, or what people take for one, stands their organisation."""
    assert [(each.name, each.organisation) for each in typed_people(text)] == expected


def test_a_question_stays_where_there_are_fewer_than_rounds():
    """More than rounds are refused, so that none is lost without a word."""
    assert asked(["Why?", " ", "  কী   বদলাবে?"], 3) == ("Why?", "কী বদলাবে?", "কী বদলাবে?")
    assert asked([], 2) == ("", "")
    for wrong in ((["a", "b"], 1), ([], 0), ([], 13), (["a" * 501], 2)):
        with pytest.raises(InputError):
            asked(*wrong)


def test_a_roster_says_who_people_are(work):
    """By name or alias in any case; of others their organisation, which counts as their team too."""
    people = people_of(work.findings("p").at, [Coming("sita rai"), Coming("New", "north"), Coming("Nobody")])
    assert [each.name for each in people] == ["sita rai", "New", "Nobody"]
    assert people[0].attributes["organisation"] == "Sangam"
    assert people[1].attributes == {"organisation": "North", "team": "North"}
    assert people[2].attributes == {}


def test_who_was_deleted_sits_nowhere():
    """What is left of a deleted name is no person, no host and no guest."""
    plan = CafePlan((Coming("…"), Coming("Ann")), 2, 20, ("",), (), True, 0, ((Table("…", ("Ann",)),),))
    assert sound(plan).coming == (Coming("Ann"),)
    assert sound(plan).rounds == ((Table("", ("Ann",)),),)

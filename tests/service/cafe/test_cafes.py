"""World Cafés: planned, arranged anew, changed by hand, and what stays when people are missing."""

from dataclasses import replace

import pytest

from nlp.errors import InputError, NothingToAnalyse
from service.cafe.types import Coming
from service.errors import NotFound
from service.journal.words import in_words
from service.privacy.types import Doomed
from tests.service.cafe.conftest import NAMES, wanted


def seated(cafe, number):
    return {name for table in cafe.seating.rounds[number] for name in table.people}


def test_a_cafe_is_planned_for_a_review(workspace):
    """On both databases: everybody sits once a round, the question stays, and it is found again by its code."""
    slug = workspace.programmes.create("P").slug
    made = workspace.cafes.plan(slug, wanted(mix=()))
    assert (made.review, made.day, made.questions) == ("May 2026", "2026-05-04", ("কী বদলাবে?",) * 2)
    assert (made.is_open, made.over, made.now) == (True, 0, 1)
    assert seated(made, 0) == seated(made, 1) == set(NAMES)
    assert workspace.cafes.every(slug) == (made,)
    assert workspace.cafes.get(slug, made.code) == made
    assert workspace.cafes.programme_of(made.code) == slug
    workspace.cafes.remove(slug, made.code)
    with pytest.raises(NotFound):
        workspace.cafes.get(slug, made.code)


def test_tables_are_mixed_by_what_the_roster_says(work):
    """Three organisations at two tables: none is of one; a typed person has the organisation that was typed."""
    made = work.cafes.plan("p", wanted())
    assert [(each.attribute, each.of_one_group) for each in made.seating.mixing] == [("organisation", 0)]
    typed = work.cafes.plan("p", replace(wanted(), coming=_typed()))
    assert [each.of_one_group for each in typed.seating.mixing] == [0]


def _typed():
    return [Coming(f"N{number}", "North" if number < 4 else "South") for number in range(8)]


@pytest.mark.parametrize(
    ("more", "match"),
    [
        ({"names": NAMES[:3]}, "so few people"),
        ({"names": (*NAMES, "ben ")}, None),
        ({"questions": ["a", "b", "c"]}, "3 questions for 2 rounds"),
        ({"minutes": 0}, "1 to 180 minutes"),
        ({"rounds": 0}, "1 to 12 rounds"),
        ({"size": 1}, "size"),
        ({"names": (*NAMES, "x" * 201)}, "longer than 200"),
    ],
    ids=["too few", "twice", "questions", "minutes", "rounds", "size", "long name"],
)
def test_what_cannot_be_is_refused(work, more, match):
    """With a sentence; who is ticked and typed is one person."""
    new = wanted(**more)
    if match is None:
        assert len(work.cafes.plan("p", new).coming) == len(NAMES)
        return
    with pytest.raises((InputError, NothingToAnalyse), match=match):
        work.cafes.plan("p", new)
    assert work.cafes.every("p") == ()


def test_another_arrangement_is_another_one(work):
    """Rounds that are over stay as they were, and so do hosts once people have met them."""
    made = work.cafes.plan("p", wanted(rounds=3))
    code = made.code
    again = work.cafes.arrange_anew("p", code)
    assert again.seating.rounds != made.seating.rounds
    work.cafes.set_over("p", code, 1)
    later = work.cafes.arrange_anew("p", code)
    assert later.seating.rounds[0] == again.seating.rounds[0]
    assert [table.host for table in later.seating.rounds[1]] == [table.host for table in again.seating.rounds[0]]
    work.cafes.set_over("p", code, 3)
    with pytest.raises(InputError, match="all rounds are over"):
        work.cafes.arrange_anew("p", code)
    with pytest.raises(InputError, match="there are 3 rounds"):
        work.cafes.set_over("p", code, 4)


def test_who_is_missing_sits_nowhere_from_now_on(work):
    """Who comes late sits in the rounds that are left; of a host who left another one takes the table."""
    made = work.cafes.plan("p", wanted(rounds=3))
    host = made.seating.rounds[0][0].host
    work.cafes.set_over("p", made.code, 1)
    there = [Coming(name) for name in NAMES if name != host] + [Coming("রিনা", "Nodi"), Coming("Late")]
    now = work.cafes.seat_those_here("p", made.code, there)
    assert seated(now, 0) == set(NAMES)
    assert seated(now, 1) == seated(now, 2) == {each.name for each in there}
    assert len({table.host for table in now.seating.rounds[1]}) == len(now.seating.rounds[1])
    assert now.seating.most_met <= len(there) - 1


def test_a_swap_costs_what_it_was_said_to(work):
    """What was tried is not done; what is done is what was tried; rounds that are over stay."""
    made = work.cafes.plan("p", wanted())
    one, other = made.seating.rounds[0][0].guests[0], made.seating.rounds[0][1].guests[0]
    tried = work.cafes.try_swap("p", made.code, one, other, 1)
    assert work.cafes.get("p", made.code) == made
    assert tried.now == made.seating
    assert work.cafes.swap("p", made.code, one, other, 1).seating == tried.then
    work.cafes.set_over("p", made.code, 2)
    with pytest.raises(InputError, match="do not sit at two tables"):
        work.cafes.swap("p", made.code, one, other)


def test_a_person_who_is_deleted_for_good_is_in_no_plan(work):
    """Neither at a table nor among those who come, also when people are seated anew; who is renamed is still known."""
    made = work.cafes.plan("p", wanted())
    work.deletion.delete("p", Doomed.PERSON, "Sita Rai", "Sita Rai")
    left = work.cafes.get("p", made.code)
    assert "Sita Rai" not in repr(left)
    assert "…" not in repr(left)
    assert len(seated(work.cafes.arrange_anew("p", made.code), 0)) == len(NAMES) - 1


def test_every_change_stands_in_the_journal(work):
    """And none says who sits where."""
    code = work.cafes.plan("p", wanted()).code
    work.cafes.arrange_anew("p", code)
    work.cafes.set_questions("p", code, ["Why?"])
    work.cafes.remove("p", code)
    said = [str(in_words(each.entry)) for each in work.journal.page("p").done[:4]]
    assert all("World Café" in each for each in said)
    assert not [name for name in NAMES for each in said if name in each]

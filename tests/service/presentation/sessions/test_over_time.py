"""Who was heard over several sessions, in sentences and small pictures."""

from dataclasses import replace

import pytest

from nlp.documents.types import Person
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import SessionShares
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered
from service.presentation.sessions.over_time import over_time_view
from service.types import Session

WOMEN = [f"W{n}" for n in range(4)]
MEN = [f"M{n}" for n in range(4)]
ROSTER = [Person(name, (), {"gender": "woman"}) for name in WOMEN] + [
    Person(name, (), {"gender": "man"}) for name in MEN
]
NAMES = [person.name for person in ROSTER]


def measured(*shares_of_women, roster=ROSTER):
    """Sessions in which the women, all alike, have these shares of the floor."""
    sessions = [
        SessionShares(f"s{n}", True, {**dict.fromkeys(WOMEN, share / 4), **dict.fromkeys(MEN, (1 - share) / 4)})
        for n, share in enumerate(shares_of_women, start=1)
    ]
    return measure_over_sessions(sessions, roster, ("gender",), 3)


def view_of(found, code="en", people=None):
    sessions = [Session(slug, slug, "2026-03", f"{slug}.vtt", None) for slug in found.sessions]
    return over_time_view(found, sessions, people or named(NAMES), language(code))


def view(*shares_of_women, **how):
    return view_of(measured(*shares_of_women), **how)


def test_one_session_is_not_called_a_change():
    """The page says that there is one."""
    shown = view(0.3)
    assert shown.lead[0].startswith("There is one session so far")
    assert shown.histories == ()
    assert len(shown.once) == 2


def test_a_clear_difference_leads():
    """Four of eight say a twentieth: of the 70 ways to draw four people 2 are as extreme, p = 0.029."""
    shown = view(0.05, 0.05, 0.05, 0.05)
    assert shown.lead[0].striptags() == (
        "Over 4 sessions the group woman (gender) was 50% of the room and had 5% of what was said: more than chance "
        "would explain."
    )
    assert shown.histories[0].groups[0].certainty == "Further from its number than chance would explain."


def test_what_is_even_is_not_said_to_differ():
    """Half of the room and half of what was said."""
    assert "differ" not in view(0.5, 0.5).lead[0]
    assert view(0.5, 0.5).histories[0].groups[0].finding.striptags() == "50% of the room, 50% of what was said"


def test_people_stand_in_the_order_of_the_roster_with_a_cell_for_each_session():
    """All women are silent in the first session."""
    rows = {row.name: row for row in view(0.0, 0.4).people}
    assert list(rows) == NAMES
    assert [str(cell) for cell in rows["W0"].cells] == ["silent", "10%"]
    assert [str(cell) for cell in rows["M0"].cells] == ["25%", "15%"]


def test_people_who_never_spoke_are_counted():
    """Four women in two sessions."""
    shown = view(0.0, 0.0)
    assert shown.lead[-1] == "4 people were present more than once and never spoke."
    assert [row.never for row in shown.people] == [True] * 4 + [False] * 4


def test_numbered_people_are_numbered():
    """No name is left."""
    spoken = language("en")
    assert view(0.4, 0.4, people=numbered(NAMES, ROSTER, spoken)).people[0].name == "Person 1"


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_lead_says_what_stands_below_the_pictures(verdict):
    """Whatever the shares look like, the lead and each group's own line follow the verdict of the test."""
    found = measured(0.05, 0.05, 0.05, 0.05)
    judged = {name: tuple(replace(each, verdict=verdict) for each in groups) for name, groups in found.groups.items()}
    shown = view_of(replace(found, groups=judged))
    lines = {str(group.certainty) for history in shown.histories for group in history.groups}
    claimed = "more than chance would explain" in shown.lead[0]
    assert claimed == (verdict == Verdict.DIFFERS)
    assert lines == {
        Verdict.DIFFERS: {"Further from its number than chance would explain."},
        Verdict.NO_DIFFERENCE: {"No clear difference from its number."},
    }.get(verdict, {"Too few to say."})
    assert ("no group is seen" in shown.lead[0]) == (verdict == Verdict.NO_DIFFERENCE)


def test_the_sample_claims_nothing_that_was_not_tested(sample):
    """Its one tested group does not differ; groups of one session are named and not drawn."""
    found = sample.over_time()
    people = named(person.name for person in found.people)
    shown = over_time_view(found, sample.at.sessions, people, language("en"))
    assert shown.lead[0] == "Over 2 sessions no group is seen to speak clearly more or less than others."
    assert [group.name.striptags() for history in shown.histories for group in history.groups] == ["woman"]
    assert [session.slug for session in shown.sessions] == list(found.sessions)
    assert len(shown.people) == len(found.people)
    assert {len(person.cells) for person in shown.people} == {2}


def test_voices_of_one_record_have_their_share_of_it():
    """Whoever is "Speaker 1" of one session is somebody else in the next."""
    sessions = [SessionShares(f"s{n}", True, {"W0": 0.25, "Speaker 1": 0.75}) for n in (1, 2)]
    shown = view_of(measure_over_sessions(sessions, (), ("gender",), 3))
    rows = {row.name: [str(cell) for cell in row.cells] for row in shown.people}
    assert rows == {"W0": ["25%", "25%"], "Speaker 1 (s1)": ["75%", "–"], "Speaker 1 (s2)": ["–", "75%"]}


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_the_lead_speaks_the_readers_language(code):
    """With its digits."""
    assert not any(letter.isascii() and letter.isalnum() for letter in view(0.5, 0.5, code=code).lead[0])

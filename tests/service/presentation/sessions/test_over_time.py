"""Who was heard over several sessions, in sentences and small pictures."""

import pytest

from nlp.documents.types import Person
from nlp.participation.sessions.types import SessionShares
from service.presentation.i18n import language
from service.presentation.masking.masking import named, numbered
from service.presentation.sessions.over_time import over_time_view
from service.presentation.sessions.over_time_picture import BOTTOM, TOP, WIDTH, ceiling, picture
from service.types import Session

WOMEN = [f"W{n}" for n in range(4)]
MEN = [f"M{n}" for n in range(4)]
ROSTER = [Person(name, (), {"gender": "woman"}) for name in WOMEN] + [
    Person(name, (), {"gender": "man"}) for name in MEN
]
NAMES = [person.name for person in ROSTER]


def measured(*shares_of_women, roster=ROSTER):
    """Sessions in which the women, all alike, have these shares of the floor."""
    from nlp.json_form import over_sessions_to_json
    from nlp.participation.sessions.compare import measure_over_sessions

    sessions = [
        SessionShares(f"s{n}", True, {**dict.fromkeys(WOMEN, share / 4), **dict.fromkeys(MEN, (1 - share) / 4)})
        for n, share in enumerate(shares_of_women, start=1)
    ]
    found = over_sessions_to_json(measure_over_sessions(sessions, roster, ("gender",), 3))
    return {**found, "shares": {each.session: dict(each.shares) for each in sessions}}


def view(*shares_of_women, code="en", people=None):
    found = measured(*shares_of_women)
    sessions = [Session(slug, slug, "2026-03", f"{slug}.vtt", None) for slug in found["sessions"]]
    return over_time_view(found, sessions, people or named(NAMES), language(code))


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


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_the_lead_speaks_the_readers_language(code):
    """With its digits."""
    assert not any(letter.isascii() and letter.isalnum() for letter in view(0.5, 0.5, code=code).lead[0])


def test_a_picture_has_its_points_where_the_shares_are():
    """In a box whose top is the next quarter above everything: here three quarters."""
    groups = [
        {
            "sessions": [
                {"session": "a", "share": 0.3, "head_share": 0.5, "low": 0.1, "high": 0.6},
                {"session": "b", "share": 0.6, "head_share": 0.5, "low": None, "high": None},
                {"session": "d", "share": 0.0, "head_share": 0.5, "low": 0.0, "high": 0.1},
            ]
        }
    ]
    assert ceiling(groups) == 0.75
    drawn = picture(groups[0], ["a", "b", "c", "d"], 0.75, language("ne"))
    first, second, third, fourth = drawn.points
    assert first.x == pytest.approx(WIDTH / 8)
    assert first.share == pytest.approx(BOTTOM - (BOTTOM - TOP) * 0.4)
    assert first.heads == pytest.approx(BOTTOM - (BOTTOM - TOP) * 2 / 3)
    assert (second.low, second.high) == (None, None)
    assert (third.share, third.label) == (None, "")
    assert fourth.share == BOTTOM
    assert [point.number for point in drawn.points] == ["१", "२", "३", "४"]
    assert drawn.lines == (f"{first.x:.1f},{first.share} {second.x:.1f},{second.share}",)
    assert all(point.label_y > 0 for point in (first, second, fourth))


def test_many_sessions_keep_room_for_their_labels():
    """From nine on only the ends have one, and bands stay apart."""
    each = {"share": 0.3, "head_share": 0.5, "low": 0.1, "high": 0.6}
    group = {"sessions": [{"session": f"s{n}", **each} for n in range(12)]}
    drawn = picture(group, [f"s{n}" for n in range(12)], 0.75, language("en"))
    assert [bool(point.label) for point in drawn.points] == [True] + [False] * 10 + [True]
    assert 2 * drawn.half < WIDTH / 12

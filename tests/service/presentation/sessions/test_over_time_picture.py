from dataclasses import replace

import pytest

from nlp.participation.sessions.types import GroupInSession, GroupOverSessions
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import language
from service.presentation.sessions.over_time_picture import BOTTOM, TOP, WIDTH, ceiling, picture


def one(session, share):
    return GroupInSession(session, 4, share, 0.5, 0.5, share - 0.5, 0.0, 1.0, 0)


def over(*sessions, low=-0.3, high=0.1):
    return GroupOverSessions(
        group="woman",
        people=4,
        sessions=sessions,
        share=0.3,
        head_share=0.5,
        expected_share=0.5,
        gap=-0.2,
        ratio=0.6,
        gap_low=low,
        gap_high=high,
        p_value=0.2,
        assignments=70,
        exact=True,
        within_attendance=True,
        verdict=Verdict.NO_DIFFERENCE,
    )


GROUP = over(one("a", 0.3), one("b", 0.6), one("d", 0.0))


def test_a_picture_has_its_points_where_the_shares_are():
    """In a box whose top is the next quarter above everything: here three quarters. Five columns, the last for all."""
    assert ceiling([GROUP]) == 0.75
    drawn = picture(GROUP, ["a", "b", "c", "d"], 0.75, language("ne"))
    first, second, third, fourth, everything = drawn.points
    assert first.x == pytest.approx(WIDTH / 10)
    assert first.share == pytest.approx(BOTTOM - (BOTTOM - TOP) * 0.4)
    assert first.heads == pytest.approx(BOTTOM - (BOTTOM - TOP) * 2 / 3)
    assert (third.share, third.label) == (None, "")
    assert fourth.share == BOTTOM
    assert [point.title for point in drawn.points] == ["१", "२", "३", "४", "सबै"]
    assert drawn.lines == (f"{first.x:.1f},{first.share} {second.x:.1f},{second.share}",)
    assert all(point.label_y > 0 for point in (first, second, fourth, everything))
    assert (drawn.divider, everything.x) == (240, 270)


def test_only_all_sessions_together_have_a_band():
    """It is the interval of the test, around the part of the room; a single session is described, not tested."""
    *single, everything = picture(GROUP, ["a", "b", "c", "d"], 0.75, language("en")).points
    assert {(point.low, point.high) for point in single} == {(None, None)}
    assert everything.low == pytest.approx(BOTTOM - (BOTTOM - TOP) * 0.2 / 0.75)
    assert everything.high == pytest.approx(BOTTOM - (BOTTOM - TOP) * 0.6 / 0.75)
    assert everything.high < everything.heads < everything.low


def test_the_band_leaves_the_line_out_where_the_interval_leaves_nothing_out():
    """So that the picture never says something else than the words below it."""
    *_, apart = picture(over(one("a", 0.3), low=-0.4, high=-0.01), ["a"], 0.5, language("en")).points
    assert apart.heads < apart.high < apart.low


def test_a_group_of_which_nothing_can_be_said_has_no_band():
    """Its share stands there all the same."""
    few = replace(GROUP, gap_low=None, gap_high=None, verdict=Verdict.TOO_FEW)
    *_, everything = picture(few, ["a", "b", "c", "d"], 0.75, language("en")).points
    assert (everything.low, everything.high, everything.label) == (None, None, "30%")


def test_a_band_that_reaches_high_raises_the_ceiling():
    """Nothing is drawn above the picture, and never more than the whole floor."""
    assert ceiling([over(one("a", 0.3), high=0.3)]) == 1
    assert ceiling([over(one("a", 0.3), high=0.8)]) == 1


def test_many_sessions_keep_room_for_their_labels():
    """From nine on only the ends and all together have one, and a band stays in its column."""
    sessions = [f"s{n}" for n in range(12)]
    drawn = picture(over(*(one(session, 0.3) for session in sessions)), sessions, 0.75, language("en"))
    assert [bool(point.label) for point in drawn.points] == [True] + [False] * 10 + [True, True]
    assert 2 * drawn.half < WIDTH / 13

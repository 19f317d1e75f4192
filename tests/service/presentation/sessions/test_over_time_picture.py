import pytest

from nlp.participation.sessions.types import GroupInSession, GroupOverSessions
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import language
from service.presentation.sessions.over_time_picture import BOTTOM, TOP, WIDTH, ceiling, picture


def one(session, share, low, high):
    return GroupInSession(session, 4, share, 0.5, 0.5, share - 0.5, low, high, 0)


def over(*sessions):
    return GroupOverSessions(
        group="woman",
        people=4,
        sessions=sessions,
        share=0.3,
        head_share=0.5,
        expected_share=0.5,
        gap=-0.2,
        ratio=0.6,
        gap_low=None,
        gap_high=None,
        p_value=None,
        assignments=0,
        exact=False,
        within_attendance=True,
        verdict=Verdict.TOO_FEW,
    )


def test_a_picture_has_its_points_where_the_shares_are():
    """In a box whose top is the next quarter above everything: here three quarters."""
    group = over(one("a", 0.3, 0.1, 0.6), one("b", 0.6, None, None), one("d", 0.0, 0.0, 0.1))
    assert ceiling([group]) == 0.75
    drawn = picture(group, ["a", "b", "c", "d"], 0.75, language("ne"))
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
    group = over(*(one(f"s{n}", 0.3, 0.1, 0.6) for n in range(12)))
    drawn = picture(group, [f"s{n}" for n in range(12)], 0.75, language("en"))
    assert [bool(point.label) for point in drawn.points] == [True] + [False] * 10 + [True]
    assert 2 * drawn.half < WIDTH / 12

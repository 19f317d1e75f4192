"""How often reviews come."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.reviews.pace import first_day, later, proposed, remarks
from service.reviews.types import USUAL_AGENDA, Pace, PlannedReview

TODAY = date(2026, 5, 4)


def review(day, *, held, name=""):
    return PlannedReview(name or f"r-{day}", name or day, day, held, True, USUAL_AGENDA)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (["2026-03-18"], "2026-09-18"),
        (["2025-11-30", "2025-05"], "2026-05-30"),
        (["2026-03"], "2026-09-01"),
        (["2024"], "2026-05-18"),
        (["", "soon"], "2026-05-18"),
        ([], "2026-05-18"),
    ],
)
def test_the_next_is_proposed_six_months_after_the_last(held, expected):
    """Never in the past, nor so soon that nobody can be invited."""
    assert proposed([review(day, held=True) for day in held], TODAY) == date.fromisoformat(expected)


def test_what_comes_too_soon_is_said():
    """Counted from the one before it, held or planned; what was held is not found fault with."""
    reviews = [review("2026-04-20", held=True), review("2026-04-27", held=True), review("2026-05-25", held=False)]
    (said,) = remarks(reviews, TODAY)
    assert (said.pace, said.before, said.review, said.days) == (Pace.TOO_SOON, "2026-04-27", "2026-05-25", 28)
    assert remarks([review("2025-11-25", held=True), review("2026-05-25", held=False)], TODAY) == ()


def test_what_is_forgotten_is_said():
    """The last is long ago and none is planned; a day went by without anything; nothing is said of a first one."""
    long_ago = remarks([review("2025-03-01", held=True)], TODAY)
    assert [(each.pace, each.days) for each in long_ago] == [(Pace.LONG_AGO, 429)]
    assert remarks([review("2025-03-01", held=True), review("2026-06-01", held=False)], TODAY) == ()
    assert [each.pace for each in remarks([review("2026-04-01", held=False)], TODAY)] == [Pace.OVERDUE]
    assert remarks([review("2026-04-28", held=False)], TODAY) == remarks([], TODAY) == ()


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 200))
def test_months_are_counted(day, months):
    """The day stays, or is the last of its month."""
    then = later(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == day.day or (then.day < day.day and (then.replace(day=then.day) - day).days >= 0)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_none(text):
    """What files say of dates may be anything."""
    found = first_day(text)
    assert found is None or isinstance(found, date)

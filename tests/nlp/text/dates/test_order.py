"""Day or month first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nlp.text.dates.order import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, days_by_order, full_year, settled_order


def found(*written: str) -> dict[tuple[int, int, int], dict[str, int]]:
    return days_by_order({text: [int(part) for part in text.split("/")] for text in written})


def test_only_orders_that_fit_all_are_found():
    """18/03 is no month first, 3/18 no day first; 26/03/18 may begin with the year."""
    assert set(found("18/03/2026", "03/04/2026")) == {DAY_FIRST}
    assert set(found("03/18/2026", "03/04/2026")) == {MONTH_FIRST}
    assert set(found("2026/03/18")) == {YEAR_FIRST}
    assert set(found("26/03/18")) == {DAY_FIRST, YEAR_FIRST}
    assert found("18/03/2026", "03/18/2026") == {}


def test_what_settles_the_order():
    """The only one that fits; the same days in both; days that lie clearly closer. Else nothing does."""
    assert settled_order(found("18/03/2026")) == DAY_FIRST
    assert settled_order(found("2026/03/18")) == YEAR_FIRST
    assert settled_order(found("3/3/2026", "4/4/2026")) == DAY_FIRST
    assert settled_order(found("01/02/2026", "05/02/2026", "12/02/2026")) == DAY_FIRST
    assert settled_order(found("02/01/2026", "02/05/2026", "02/12/2026")) == MONTH_FIRST
    assert settled_order(found("03/04/2026")) is None
    assert settled_order(found("01/02/2026", "12/02/2026")) is None
    assert settled_order({}) is None


def test_two_digits_are_of_this_century():
    """More digits stay."""
    assert [full_year(number) for number in (0, 26, 99, 1999, 2026)] == [2000, 2026, 2099, 1999, 2026]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.lists(st.integers(0, 9), min_size=3, max_size=9, unique=True))
def test_a_workshop_of_some_days_is_never_taken_for_months(start, offsets):
    """Days within ten of each other are read as written, or left open."""
    days = [start + timedelta(days=offset) for offset in sorted(offsets)]
    order = settled_order(found(*(day.strftime("%d/%m/%Y") for day in days)))
    assert order in (DAY_FIRST, None)

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.presentation.readings.dot_layout import MOST, rows, scale, spread

PLACES = st.lists(st.floats(0, 1), max_size=60)


@given(PLACES, st.floats(0.01, 0.5))
def test_dots_of_a_row_never_touch(places, pitch):
    """Two dots of one row are at least the pitch apart, and every row below a dot is needed."""
    found = rows(places, pitch)
    assert len(found) == len(places)
    for row in set(found):
        inside = sorted(place for place, at in zip(places, found, strict=True) if at == row)
        assert all(b - a >= pitch for a, b in pairwise(inside))
    assert set(found) == set(range(max(found, default=-1) + 1))


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30))
def test_the_axis_holds_every_note(typicalities):
    """The most typical lies at 0, none beyond 1."""
    axis = scale(typicalities)
    places = [axis.place(value) for value in typicalities]
    assert min(places) == 0
    assert max(places) <= 1 + 1e-9


def test_small_differences_stay_small():
    """A tenth of typicality fills half of the axis at most."""
    assert scale([0.9, 0.8]).place(0.8) <= 0.5 + 1e-9
    assert scale([]).place(1.0) == 0


@given(st.integers(0, 5000))
def test_many_notes_are_thinned_evenly(count):
    """First and last stay, order too, and never more than can be drawn."""
    chosen = spread(count)
    assert len(chosen) == min(count, MOST)
    assert chosen == sorted(set(chosen))
    assert not count or (chosen[0], chosen[-1]) == (0, count - 1)

"""Three views of one session: what each says, and whether they agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.feedback import ItemAnswers, Measured
from nlp.participation.three_views import Points, Source, ThreeViews, View, three_views

EVEN, UNEVEN, SILENT = Measured(4, 0, 3.6), Measured(8, 0, 2.0), Measured(5, 1, 3.0)
GOOD = (ItemAnswers("voice", (0, 0, 1, 2, 3)), ItemAnswers("heard", (0, 0, 0, 4, 2)))
BAD = (ItemAnswers("voice", (0, 0, 0, 3, 3)), ItemAnswers("heard", (1, 1, 1, 1, 2)))
IN, OUT, NEITHER = Points.IN, Points.OUT, Points.NEITHER


@pytest.mark.parametrize(("measured", "says"), [(EVEN, View.IN), (UNEVEN, View.OUT), (SILENT, View.OUT)])
def test_the_record_says_in_or_out(measured, says):
    """Out where a few had most of it or somebody said nothing, in where it was shared evenly by all."""
    assert three_views(measured, (), ()).record is says


def test_what_is_mixed_or_not_there_says_nothing():
    """No record, an unsure one, one answered statement, one note, notes that point both ways."""
    nothing = [
        three_views(None, (), ()),
        three_views(Measured(4, 0, 2.5), (), ()),
        three_views(Measured(4, 0, 3.9, not_known=2), (), ()),
        three_views(None, GOOD[:1], ()),
        three_views(None, (), [OUT]),
        three_views(None, (), [OUT, IN, NEITHER]),
    ]
    assert nothing == [ThreeViews()] * len(nothing)


def test_language_alone_says_nothing_of_being_heard():
    """The statement on language is no answer to whether people had a part."""
    assert three_views(None, (ItemAnswers("language", (5, 0, 0, 0, 0)), *GOOD), ()).answers is View.IN


def test_all_three_may_agree():
    """Two thirds of the notes that point somewhere are enough."""
    views = three_views(EVEN, GOOD, [IN, IN, OUT, NEITHER])
    assert (views.agree, views.differ) == (View.IN, False)
    assert views.saying(View.IN) == tuple(Source)


def test_one_against_two_is_a_difference():
    """Who says what is told, and nothing is said to be agreed."""
    views = three_views(EVEN, BAD, [OUT, OUT])
    assert (views.agree, views.differ) == (View.NOTHING, True)
    assert (views.saying(View.IN), views.saying(View.OUT)) == ((Source.RECORD,), (Source.ANSWERS, Source.OBSERVERS))


@given(st.lists(st.sampled_from(Points)), st.sampled_from([None, EVEN, UNEVEN]), st.sampled_from([(), GOOD, BAD]))
def test_views_never_agree_and_differ_at_once(notes, measured, items):
    """What is agreed is said by two at least, and contradicted by none; the order of notes does not matter."""
    views = three_views(measured, items, notes)
    assert not (views.differ and views.agree is not View.NOTHING)
    assert views.agree is View.NOTHING or len(views.saying(views.agree)) > 1
    assert three_views(measured, items, notes[::-1]) == views

"""What those present answered, and where it disagrees with the record."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.participation.feedback import (
    EVEN_BUT_UNHEARD,
    EVEN_BUT_UNVOICED,
    FEW_BUT_VOICED,
    ITEMS,
    SILENT_BUT_HEARD,
    SPOKE_BUT_LANGUAGE,
    Measured,
    Observation,
    countable,
    observe,
)

EVEN = Measured(present=8, silent=0, effective_speakers=6.0)
FEW = Measured(present=8, silent=0, effective_speakers=3.9)
SILENT = Measured(present=8, silent=2, effective_speakers=5.0)
points = st.none() | st.integers(1, 5)


def forms(**answers):
    """One form for each point given, the same number for every statement."""
    return [Observation(**dict(zip(answers, row, strict=True))) for row in zip(*answers.values(), strict=True)]


def asked(measured, **answers):
    return [question.template for question in observe([forms(**answers)], measured).questions]


def test_answers_are_counted_by_point():
    """Of 5, 4, 3, 2 and one left out: two agree, one disagrees, four answered."""
    found = observe([[*forms(heard=[5, 4, 3, 2]), Observation(missing=" the night guards ")]], None)
    heard = found.items[ITEMS.index("heard")]
    assert heard.counts == (0, 1, 1, 1, 1)
    assert (heard.answers, heard.agree, heard.disagree) == (4, 2, 1)
    assert (found.answers, found.waiting, found.missing) == (5, 0, ("the night guards",))


def test_fewer_answers_than_the_threshold_wait():
    """Two forms show nothing at all."""
    found = observe([forms(voice=[5, 1])], SILENT)
    assert (found.answers, found.waiting, found.items, found.missing, found.questions) == (0, 2, (), (), ())


def test_what_is_written_stands_in_an_order_of_its_own():
    """Not in the order in which it came."""
    texts = ["women", "रात्री पाले", "drivers", "রাঁধুনি"]
    assert observe([[Observation(missing=text) for text in texts]], None).missing == tuple(sorted(texts))


@pytest.mark.parametrize(
    ("counts", "shown"), [([], 0), ([2], 0), ([3], 1), ([5, 1], 1), ([5, 1, 2], 3), ([1, 1, 1], 3), ([0, 3, 0], 2)]
)
def test_rounds_are_shown_when_enough_is_new(counts, shown):
    """After 5 answers a sixth waits until there are three new ones."""
    assert countable(counts, 3) == shown


@given(st.lists(st.integers(0, 5)), st.integers(1, 5))
def test_no_two_pictures_differ_by_fewer_people_than_the_threshold(counts, threshold):
    """Whatever was shown after earlier rounds: the difference is nothing or at least the threshold."""
    totals = [0, *accumulate(counts)]
    pictures = [totals[countable(counts[:until], threshold)] for until in range(len(counts) + 1)]
    differences = [after - before for before in pictures for after in pictures if after > before]
    assert all(difference >= threshold for difference in differences)


def test_a_statement_that_one_person_answered_waits_by_itself():
    """Three forms, one answer to "voice"; after three more answers all four are counted."""
    first = [Observation(voice=1), Observation(heard=5), Observation(heard=4)]
    found = observe([first], None)
    assert (found.answers, [item.answers for item in found.items]) == (3, [0, 0, 0])
    assert [item.answers for item in observe([first, forms(voice=[2, 5, 5])], None).items] == [4, 0, 0]


@given(
    st.lists(
        st.lists(st.builds(Observation, voice=points, language=points, heard=points, missing=st.just("x")), max_size=5),
        max_size=5,
    ),
    st.integers(2, 4),
)
def test_no_two_readings_differ_by_a_few_answers_to_a_statement(rounds, threshold):
    """Whatever is read after each round, taking one picture from a later one leaves none or at least the threshold."""
    pictures = [observe(rounds[:end], None, threshold) for end in range(len(rounds) + 1)]
    for place in range(len(ITEMS)):
        answers = [picture.items[place].answers if picture.items else 0 for picture in pictures]
        for before, after in pairwise(answers):
            assert after - before == 0 or after - before >= threshold


def test_silence_and_everybody_heard_is_a_question():
    """Two thirds agree (4 or 5) while two of eight said nothing."""
    assert asked(SILENT, heard=[5, 4, 3]) == [SILENT_BUT_HEARD]
    assert asked(SILENT, heard=[5, 3, 3]) == []
    assert asked(EVEN, heard=[5, 4, 3]) == []
    question = observe([forms(heard=[5, 4, 3])], SILENT).questions[0]
    assert question.text.startswith("2 of 8 were not heard, and 2 of 3 answer")


def test_few_speakers_and_content_people_is_a_question():
    """Shared as if 3.9 of 8 had spoken, and two thirds could say what they wanted."""
    assert asked(FEW, voice=[5, 5, 1]) == [FEW_BUT_VOICED]
    assert asked(FEW, voice=[5, 2, 1]) == []
    assert asked(Measured(8, 0, 4.0), voice=[5, 5, 5]) == []
    assert asked(Measured(3, 0, 1.0), voice=[5, 5, 5]) == []


def test_an_even_floor_on_which_several_were_not_heard_is_a_question():
    """Two, and at least a quarter of the answers: two of eight are enough, two of nine are not, one is never."""
    assert asked(EVEN, heard=[1, 2, *[3] * 6]) == [EVEN_BUT_UNHEARD]
    assert asked(EVEN, heard=[1, 2, *[3] * 7]) == []
    assert asked(EVEN, heard=[1, 3, 3]) == []
    assert asked(EVEN, voice=[1, 2, 5]) == [EVEN_BUT_UNVOICED]
    assert asked(FEW, heard=[1, 2, 3]) == []
    assert asked(Measured(8, 0, 5.9), heard=[1, 2, 3]) == []


def test_everybody_spoke_but_language_was_an_obstacle_is_a_question():
    """Whoever spoke in a foreign language may have said less than was meant."""
    assert asked(FEW, language=[1, 1, 5, 5]) == [SPOKE_BUT_LANGUAGE]
    assert asked(SILENT, language=[1, 1, 5, 5]) == []


def test_a_statement_that_few_answered_asks_nothing():
    """Three forms, but only two of them answer it."""
    rows = [Observation(heard=5), Observation(heard=5), Observation(missing="x")]
    assert observe([rows], SILENT).questions == ()


def test_agreement_asks_nothing():
    """An even floor and content people."""
    assert asked(EVEN, voice=[5, 4, 5], language=[5, 5, 5], heard=[4, 4, 5]) == []


@given(st.lists(st.tuples(points, points, points), min_size=3, max_size=30))
def test_every_answer_is_counted_once(rows):
    """The counts of a statement add up to the forms that answered it, if they are not too few to show."""
    filled = [Observation(*row, missing="x") for row in rows]
    for at, item in enumerate(observe([filled], SILENT).items):
        answered = sum(row[at] is not None for row in rows)
        assert item.answers == (answered if answered >= 3 else 0)
        assert item.agree + item.disagree + item.counts[2] == item.answers


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"voice": 0}, "voice: 0 is no answer"),
        ({"heard": 6}, "heard: 6 is no answer"),
        ({"missing": "x" * 501}, "longer than 500"),
        ({"missing": " \n"}, "nothing is answered"),
    ],
)
def test_a_form_that_cannot_be_counted_is_one_line(wrong, line):
    """Points outside the scale, long texts and empty forms."""
    with pytest.raises(InputError, match=line):
        Observation(**wrong)

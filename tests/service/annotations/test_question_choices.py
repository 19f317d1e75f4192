"""The order of what was done with questions: each stands once, and a move is taken back by moving again."""

from hypothesis import given
from hypothesis import strategies as st

from service.annotations.question_choices import in_force
from service.store.questions.choices import QuestionChoice

KEYS = ("a", "b", "c", "d")

steps = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(("chosen", "discarded")), st.sampled_from(("", *KEYS))),
    max_size=12,
)


def choice(number, key, state="chosen", past=""):
    return QuestionChoice(number, key, "", state, f"{key} {number}?", reworded=True, made="", past=past)


def log(*said):
    return tuple(choice(number, *each) for number, each in enumerate(said))


@given(steps)
def test_each_question_stands_once_with_what_was_done_last(said):
    """Whatever was moved past what, also past questions that are gone."""
    done = in_force(log(*said))
    assert sorted(done) == sorted({key for key, *_ in said})
    last = {key: number for number, (key, *_) in enumerate(said)}
    assert {key: each.id for key, each in done.items()} == last


@given(st.permutations(KEYS), st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_a_move_past_the_neighbour_is_taken_back_by_another_one(order, key, past):
    """Up, then down again; further moves go to the place right beyond the other question."""
    chosen = [(each, "chosen", "") for each in order]
    moved = list(in_force(log(*chosen, (key, "chosen", past))))
    if key != past:
        assert moved.index(key) == order.index(past)
    if abs(order.index(key) - order.index(past)) == 1:
        assert list(in_force(log(*chosen, *[(key, "chosen", past)] * 2))) == list(order)


def test_what_is_chosen_again_stands_last():
    """After it was discarded; what is only reworded stays."""
    said = log(("a",), ("b",), ("c",), ("a", "discarded"), ("b",), ("a",))
    assert list(in_force(said)) == ["b", "c", "a"]

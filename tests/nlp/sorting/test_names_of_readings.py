"""What names of readings tell, and how far they are believed."""

import numpy as np
import pytest

from nlp.embedding import load_embedder
from nlp.sorting.experts import Examples, logistic, prototypes
from nlp.sorting.names_of_readings import by_name, name_vectors, telling_words

RIGHT = ("money that can move", "বন্যা আর বৃষ্টি", "शान्त कुरा")


@pytest.mark.parametrize(
    ("name", "told"),
    [("r1", []), ("Pile 3", ["pile"]), ("kp_0_8", ["kp"]), ("Group B", ["group"]),
     ("news-in-time", ["news", "in", "time"]),
     ("টাকা সরানো", ["টাকা", "সরানো"]), ("शान्त कुरा", ["शान्त", "कुरा"]), ("🙂", []), ("", [])],
)  # fmt: skip
def test_words_that_may_tell_something(name, told):
    """Letters and numbers that only tell piles apart are no words."""
    assert telling_words(name) == told


@pytest.mark.parametrize(
    "names", [("r1", "r2", "r3"), ("Pile 1", "Pile 2"), ("kp_0_8", "kp_0_4"), ("only",), ("one", "2")]
)
def test_names_that_tell_nothing_count_for_nothing(names):
    """Numbers, one word for all of them, and a single name leave no vector."""
    assert name_vectors(names, load_embedder()) == pytest.approx(
        np.zeros((len(names), load_embedder().dimension)), abs=1e-6
    )


def test_names_are_believed_as_far_as_placed_notes_agree():
    """Names to which their own notes are near count nearly fully; exchanged ones count for almost nothing."""
    embedder = load_embedder()
    notes = ["the budget can move", "rain and floods", "talking quietly", "money may shift", "বৃষ্টি", "चुपचाप कुरा"]
    points = embedder.encode(notes).astype(np.float64)
    points -= points.mean(axis=0)
    names = name_vectors(RIGHT, embedder)
    examples = Examples(np.arange(6), np.array([0, 1, 2, 0, 1, 2]), 3)
    right, wrong = by_name(points, names, examples), by_name(points, np.roll(names, 1, axis=0), examples)
    assert (right.argmax(axis=1) == examples.readings).mean() > 0.8
    assert np.abs(wrong).max() < np.abs(right).max() / 4


def test_experts_agree_on_what_is_plain():
    """Two bundles with one placed note each: both experts tell every note, and rows have mean zero."""
    choose = np.random.default_rng(0)
    middles = np.repeat(np.eye(2, 20), 6, axis=0)
    points = middles + 0.1 * choose.normal(size=middles.shape)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    examples = Examples(np.array([0, 6]), np.array([0, 1]), 2)
    for found in (logistic(points @ points[examples.rows].T, examples), prototypes(points, examples)):
        assert found.argmax(axis=1).tolist() == [0] * 6 + [1] * 6
        assert found.mean(axis=1) == pytest.approx(np.zeros(12))


def test_regression_in_the_span_is_regression():
    """Probabilities from likeness to the placed notes are those of regression on the vectors themselves."""
    from sklearn.linear_model import LogisticRegression

    points = np.random.default_rng(3).normal(size=(30, 8))
    examples = Examples(np.array([1, 4, 9, 16, 25, 4]), np.array([0, 1, 2, 0, 1, 1]), 3)
    model = LogisticRegression(C=30.0, max_iter=2000, tol=1e-8).fit(points[examples.rows], examples.readings)
    expected = np.clip(model.predict_log_proba(points), np.log(1e-6), None)
    expected -= expected.mean(axis=1, keepdims=True)
    found = logistic(points @ points[examples.rows].T, examples)
    assert found == pytest.approx(expected, abs=0.15)
    assert (found.argmax(axis=1) == expected.argmax(axis=1)).all()

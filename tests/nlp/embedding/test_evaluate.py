"""The figures, against cases worked out by hand."""

import math

import numpy as np
import pytest

from nlp.embedding import evaluate, load_embedder


def unit(*degrees: float) -> np.ndarray:
    """Vectors in the plane at these angles."""
    radians = np.radians(degrees)
    return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)


def test_retrieval_counts_both_directions():
    """Worked out by hand: two of three rows are found from either side."""
    a, b = unit(0, 40, 90), unit(0, 35, 36)
    # a->b: 0 finds 0, 40 finds 36 (row 2, wrong), 90 finds 36 (row 2, right): 2/3
    # b->a: 0 finds 0, 35 finds 40 (row 1, right), 36 finds 40 (row 1, wrong): 2/3
    assert evaluate.retrieval_accuracy(a, b) == pytest.approx(2 / 3)
    assert evaluate.retrieval_accuracy(a, a) == 1


@pytest.mark.parametrize(("rows", "other"), [(2, 3), (0, 0)])
def test_retrieval_refuses_tables_that_are_no_pairs(rows, other):
    """Tables of different height, or empty ones, raise ValueError."""
    with pytest.raises(ValueError, match="same shape"):
        evaluate.retrieval_accuracy(np.zeros((rows, 2)), np.zeros((other, 2)))


def test_spearman_follows_the_ranks():
    """Angles of 0, 30, 60 degrees against falling scores give 1; against rising ones -1."""
    a, b = unit(0, 0, 0), unit(0, 30, 60)
    assert evaluate.sts_spearman(a, b, [5, 3, 0]) == pytest.approx(1)
    assert evaluate.sts_spearman(a, b, [0, 3, 5]) == pytest.approx(-1)


def test_topics_far_apart_are_found_and_noise_is_not():
    """Two tight bundles give 1, one bundle with arbitrary labels gives next to nothing."""
    generator = np.random.default_rng(1)
    bundles = np.concatenate([unit(*generator.normal(0, 1, 50)), unit(*generator.normal(90, 1, 50))])
    assert evaluate.topic_v_measure(bundles, ["a"] * 50 + ["b"] * 50, draws=2) == pytest.approx(1)
    assert evaluate.topic_v_measure(bundles[:50], ["a", "b"] * 25, draws=2) < 0.2


def test_nearest_neighbour_looks_only_into_other_languages():
    """A nearer note in the same language is passed over."""
    vectors = unit(0, 10, 20, 80)
    share = evaluate.cross_language_nearest_neighbour(vectors, ["en", "bn", "en", "bn"], ["x", "x", "y", "y"])
    # en 0 -> bn 10 (x = x, right); bn 10 -> en 0 or 20 at the same distance, the first (x, right);
    # en 20 -> bn 10 (x, wrong); bn 80 -> en 20 (y, right)
    assert share == pytest.approx(3 / 4)


def test_readings_of_one_language_do_not_count():
    """A reading that no other language holds cannot be found; with none left the answer is NaN."""
    vectors = unit(0, 5, 90)
    assert evaluate.cross_language_nearest_neighbour(vectors, ["en", "bn", "en"], ["x", "x", "z"]) == 1
    assert math.isnan(evaluate.cross_language_nearest_neighbour(vectors, ["en", "en", "en"], ["x", "x", "z"]))


def test_notes_without_a_reading_are_nobodys_match():
    """Two notes without a reading are not a match, but one of them may be in the way of another note."""
    vectors = unit(0, 1, 3, 50)
    # en 0 -> bn 1 (no reading, wrong); en 50 -> bn 3 (y, right); bn 3 -> en 0 (x, wrong)
    share = evaluate.cross_language_nearest_neighbour(vectors, ["en", "bn", "bn", "en"], ["x", "", "y", "y"])
    assert share == pytest.approx(1 / 2)
    assert math.isnan(evaluate.cross_language_nearest_neighbour(vectors, ["en", "bn", "bn", "en"], ["", "", "", ""]))


def test_every_development_set_that_is_there_gives_a_figure(tmp_path):
    """Folders are found by their names; what is missing is left out."""
    for folder, name, text in (
        ("tatoeba", "bn", "trust\tবিশ্বাস\nmoney\tটাকা\n"),
        ("sts/dev", "en", "trust\ttrust\t5\ntrust\tmoney\t1\nrisk\tdanger\t3\n"),
        ("topics", "news.en", "a\tmoney\na\tbudget\nb\tfootball\nb\tcricket\n"),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    figures = evaluate.evaluate_embedder(load_embedder(), tmp_path)
    assert [(figure.task, figure.language, figure.texts) for figure in figures] == [
        ("retrieval", "bn", 2),
        ("similarity", "en", 3),
        ("topics", "news.en", 4),
    ]
    assert figures[0].value == 1
    assert evaluate.evaluate_embedder(load_embedder()) == []

"""`ReadingClusterer`: an estimator by the rules of scikit-learn, with the clusters that `interpret` finds."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.metrics import adjusted_rand_score
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils.estimator_checks import parametrize_with_checks

import nlp
from nlp.documents.types import Unit
from nlp.errors import InputError
from nlp.readings.clusterer import ReadingClusterer
from tests.embedders import BagOfWords

RISK = ["we dare to take a risk", "a risk is taken and we dare", "taking risk needs daring to risk", "dare risk dare"]
JOINT = ["joint work with everybody", "work joint work", "joint effort is work together", "everybody does joint work"]
POWER = ["বিদ্যুৎ নেই ফোন বন্ধ", "ফোন বন্ধ বিদ্যুৎ নেই আজ", "বিদ্যুৎ গেলে ফোন বন্ধ", "আজ বিদ্যুৎ নেই ফোন নেই"]
TEXTS = [*RISK, *JOINT, *POWER]
TRUTH = [0] * 4 + [1] * 4 + [2] * 4


def blobs(seed: int, groups: int = 4, each: int = 12, spread: float = 0.25) -> tuple[np.ndarray, np.ndarray]:
    """Return points around so many directions, and which direction each is around."""
    rng = np.random.default_rng(seed)
    truth = np.repeat(np.arange(groups), each)
    return np.eye(8)[truth] + spread * rng.normal(size=(len(truth), 8)), truth


@parametrize_with_checks([ReadingClusterer()])
def test_the_rules_of_scikit_learn(estimator, check):
    """All checks of clusterers, none left out."""
    check(estimator)


@pytest.mark.parametrize("seed", range(3))
def test_clear_clusters_are_found(seed):
    """Four directions are four clusters, numbered from the largest on."""
    points, truth = blobs(seed)
    found = ReadingClusterer().fit(points)
    assert adjusted_rand_score(truth, found.labels_) > 0.9
    assert found.n_readings_ == found.labels_.max() + 1 == len(found.stability_) == 4
    sizes = np.bincount(found.labels_[found.labels_ >= 0])
    assert sizes.tolist() == sorted(sizes, reverse=True)
    assert found.stability_.min() > 0.7
    assert found.trust_ is not None


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(range(48)), length=st.sampled_from([1.0, 0.1, 3.3, 1000.0]))
def test_neither_the_order_nor_the_length_of_rows_matters(order, length):
    """The same labels for the same rows, and the same stability."""
    points, _ = blobs(1)
    whole, shuffled = ReadingClusterer().fit(points), ReadingClusterer().fit(points[order] * length)
    assert shuffled.labels_.tolist() == whole.labels_[order].tolist()
    assert shuffled.stability_ == pytest.approx(whole.stability_)


def test_as_many_as_were_asked_for():
    """As far as the points allow."""
    points, _ = blobs(2)
    assert [ReadingClusterer(n_readings=wanted).fit(points).n_readings_ for wanted in (1, 2, 3, 4, 6)] == [
        1,
        2,
        3,
        4,
        6,
    ]
    assert ReadingClusterer(n_readings=50).fit(points).n_readings_ <= 10


def test_equal_rows_count_once():
    """Copies of a row move no other; a row that fits nowhere is a cluster once it comes twice."""
    points, _ = blobs(0)
    copies = np.vstack([points, points[[3, 3, 3]]])
    labels = ReadingClusterer().fit_predict(copies)
    assert adjusted_rand_score(labels[:48], ReadingClusterer().fit_predict(points)) == 1.0
    assert set(labels[48:]) == {labels[3]}
    twice = ReadingClusterer().fit([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    assert twice.labels_.tolist() == [0, 0, -1]


def test_rows_of_zeros_stand_alone():
    """They point nowhere."""
    points, _ = blobs(0)
    points[[0, 20]] = 0
    labels = ReadingClusterer().fit_predict(points)
    assert np.flatnonzero(labels == -1).tolist() == [0, 20]
    assert ReadingClusterer().fit(np.zeros((5, 2))).labels_.tolist() == [-1] * 5


@pytest.mark.parametrize("wrong", [0, -1, 2.0, "3", True])
def test_what_is_no_number_of_readings_is_refused(wrong):
    """As a ValueError, and as our own error of one line."""
    with pytest.raises(ValueError, match="readings cannot be laid out") as caught:
        ReadingClusterer(n_readings=wrong).fit(blobs(0)[0])
    assert isinstance(caught.value, InputError)


def test_names_of_columns_are_kept():
    """Those of a data frame."""
    frame = pd.DataFrame(blobs(0)[0], columns=list("abcdefgh"))
    found = ReadingClusterer().fit(frame)
    assert (found.n_features_in_, found.feature_names_in_.tolist()) == (8, list("abcdefgh"))


def test_it_is_cloned_and_searched():
    """Parameters go through `clone` and a grid."""
    points, truth = blobs(3)
    assert clone(ReadingClusterer(n_readings=3)).get_params() == {"n_readings": 3}

    def agreement(estimator, rows, labels):
        return adjusted_rand_score(labels, estimator.fit_predict(rows))

    search = GridSearchCV(ReadingClusterer(), {"n_readings": [2, 4, None]}, scoring=agreement, cv=2)
    mixed = np.random.default_rng(0).permutation(len(truth))
    assert search.fit(points[mixed], truth[mixed]).best_params_["n_readings"] in {4, None}


def test_a_pipeline_from_texts_to_clusters():
    """A model before it, be it a function or our own step."""
    for step in (FunctionTransformer(BagOfWords().encode), nlp.EmbeddingTransformer(BagOfWords())):
        assert adjusted_rand_score(TRUTH, make_pipeline(step, ReadingClusterer()).fit_predict(TEXTS)) == 1.0


def test_its_clusters_are_described_by_interpret():
    """What it finds is what `interpret` finds in the same vectors, and goes back in as labels."""
    vectors = BagOfWords().encode(TEXTS)
    units = [Unit(f"n{at}", text, "en", "n.csv", at, 0, len(text)) for at, text in enumerate(TEXTS)]
    labels = ReadingClusterer().fit_predict(vectors)
    one = nlp.interpret(units, BagOfWords(), by=(), labels=labels)
    other = nlp.interpret(units, BagOfWords(), by=(), vectors=vectors)
    assert {frozenset(each.unit_ids) for each in one.readings} == {frozenset(each.unit_ids) for each in other.readings}

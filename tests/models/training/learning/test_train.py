"""Lessons and the training itself."""

from dataclasses import dataclass

import numpy as np
import pytest
import torch

from models.training.learning import initial, lessons
from models.training.learning.train import Course, Progress, Schedule, loss, train
from models.training.vocabulary.lexicon import Lexicon

LEXICON = Lexicon(
    ("trust", "money"), np.array([0, 2, 3]), ("बिश्बास", "भरोसा", "पैसा"), np.array([0.75, 0.25, 1], dtype=np.float32)
)


@pytest.fixture(scope="module")
def tokenizer():
    """English and Nepali words, one ending."""
    from models.training.vocabulary import folding, tokens

    return tokens.build(folding.compile_rules(folding.rules()), ["trust", "money", "बिश्बास", "भरोसा", "पैसा", "##s"])


def test_bags_count_tokens(tokenizer):
    """Each text is a row of counts; an empty text an empty row."""
    bags = lessons.bag(tokenizer, ["trust trusts", "", "पैसा"]).toarray()
    assert bags.sum(axis=1).tolist() == [3, 0, 1]
    assert bags[0, tokenizer.token_to_id("trust")] == 2


def test_glossing_follows_the_probabilities(tokenizer):
    """Of many draws three quarters take the first translation; words without one are dropped."""
    numbers = {"[UNK]": 0, "money": 1, "other": 2, "trust": 3}
    glossary = lessons.glossary(tokenizer, LEXICON, numbers)
    texts = lessons.bag_of_ids([[3, 2, 1]] * 4000, 4)
    bags = glossary.translate(texts, np.random.default_rng(1))
    counts = np.asarray(bags.sum(axis=0)).ravel()
    share = counts[tokenizer.token_to_id("बिश्बास")] / 4000
    assert share == pytest.approx(0.75, abs=0.03)
    assert counts[tokenizer.token_to_id("भरोसा")] == 4000 * (1 - share)
    assert counts[tokenizer.token_to_id("पैसा")] == 4000
    assert counts.sum() == 8000


def test_glossing_leaves_out_texts_with_less_than_two_translated_words(tokenizer):
    """Only the first of the two texts is drawn, with its own target."""
    numbers = {"[UNK]": 0, "money": 1, "other": 2, "trust": 3}
    table = np.eye(2, dtype=np.float16)
    lesson = lessons.Glossing(
        lessons.glossary(tokenizer, LEXICON, numbers),
        lessons.bag_of_ids([[3, 1], [2, 1]], 4),
        table,
        np.array([1, 0]),
        np.array([0, 1]),
    )
    batch = lesson.draw(50, np.random.default_rng(1))
    assert 0 < batch.sides[0].shape[0] < 50
    np.testing.assert_array_equal(batch.targets, np.tile([0, 1], (len(batch.targets), 1)))


def test_the_first_vectors_are_the_teachers(tokenizer):
    """A word has the teacher's direction, a translation its English word's, rare tokens more weight."""
    taught = np.array([[1, 0], [0, 1]], dtype=np.float32)
    usage = {"en": np.array([0, 900, 100, 0, 0, 0, 0.0]), "ne": np.array([0, 0, 0, 1, 1, 1, 0.0])}
    table = initial.initial_vectors(tokenizer, ["trust", "money"], taught, {"ne": LEXICON}, usage)
    ids = {word: tokenizer.token_to_id(word) for word in ("trust", "money", "बिश्बास", "पैसा", "##s")}
    directions = {word: table[number] / max(np.linalg.norm(table[number]), 1e-9) for word, number in ids.items()}
    np.testing.assert_allclose(directions["trust"], [1, 0], atol=1e-6)
    np.testing.assert_allclose(directions["बिश्बास"], [1, 0], atol=1e-6)
    np.testing.assert_allclose(directions["पैसा"], [0, 1], atol=1e-6)
    assert not table[ids["##s"]].any()
    # a / (a + p): frequency 0.9 against 0.1
    assert np.linalg.norm(table[ids["money"]]) / np.linalg.norm(table[ids["trust"]]) == pytest.approx(
        0.901 / 0.101, rel=1e-3
    )


def test_the_loss_is_least_where_the_teacher_is():
    """The teacher's own vectors, of any length, cost less than any disturbed ones."""
    generator = torch.Generator().manual_seed(1)
    targets = torch.nn.functional.normalize(torch.randn(6, 4, generator=generator), dim=1)
    schedule = Schedule()
    best = loss([targets * 3, targets], targets, schedule)
    for size in (0.05, 0.5, 5):
        worse = [targets + size * torch.randn(6, 4, generator=generator), targets]
        assert loss(worse, targets, schedule) > best


def test_the_loss_agrees_with_a_plain_calculation():
    """Two texts, one side: cross-entropy of the softmax over similarities plus the pull, written out."""
    targets = np.array([[1.0, 0.0], [0.6, 0.8]])
    side = np.array([[0.8, 0.6], [0.0, 1.0]])
    temperature, pull = 0.5, 2.0

    def softmax(rows):
        powers = np.exp(rows / temperature)
        return powers / powers.sum(axis=1, keepdims=True)

    expected = -(softmax(targets @ targets.T) * np.log(softmax(side @ targets.T))).sum(axis=1).mean()
    expected += pull * (1 - (side * targets).sum(axis=1)).mean()
    found = loss([torch.from_numpy(side * 7)], torch.from_numpy(targets), Schedule(temperature=temperature, pull=pull))
    assert float(found) == pytest.approx(expected)


@dataclass(frozen=True)
class OneText:
    """Always the same three texts of two tokens each."""

    def draw(self, size, generator):
        """Three texts; the generator is used as the real lessons use it."""
        generator.random(size)
        bags = lessons.bag_of_ids([[1, 2], [2, 3], [3, 1]], 5)
        return lessons.Batch((bags,), np.eye(3, 4, dtype=np.float32))


def test_training_brings_the_texts_to_the_teacher():
    """After some steps the mean vectors point where the targets are; tokens that never occur have not moved."""
    start = np.random.default_rng(1).normal(size=(5, 4)).astype(np.float32)
    table = train(start, [Course(OneText(), 1)], Schedule(steps=400, batch=3, rate=0.1), seed=1)
    means = np.stack([table[1] + table[2], table[2] + table[3], table[3] + table[1]])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    assert np.einsum("nd,nd->n", means, np.eye(3, 4)).min() > 0.97
    np.testing.assert_array_equal(table[[0, 4]], start[[0, 4]])


def test_an_interrupted_training_gives_the_same_vectors(tmp_path, monkeypatch):
    """Stopped after a checkpoint and begun again, or run twice with one seed: the same to the last bit."""
    monkeypatch.setattr("models.training.learning.train.CHECKPOINT_STEPS", 10)
    start = np.random.default_rng(1).normal(size=(5, 4)).astype(np.float32)
    schedule = Schedule(steps=25, batch=3, rate=0.1)
    whole = train(start, [Course(OneText(), 1)], schedule, seed=7)
    np.testing.assert_array_equal(
        whole, train(start, [Course(OneText(), 1)], schedule, seed=7, checkpoint=tmp_path / "c.npz")
    )
    assert Progress.load(tmp_path / "c.npz").step == 20
    np.testing.assert_array_equal(
        whole, train(start, [Course(OneText(), 1)], schedule, seed=7, checkpoint=tmp_path / "c.npz")
    )

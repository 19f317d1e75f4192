"""The teacher's answers are kept."""

import numpy as np
import pytest

from models.training.learning import teacher


def test_only_new_texts_are_read(toy_teacher, tmp_path):
    """A second call reads nothing, a longer list only what is new, in any order."""
    texts = ["trust", "money talks", "risk"]
    first = teacher.teach(toy_teacher, texts, tmp_path)
    assert toy_teacher.read == 3
    second = teacher.teach(toy_teacher, ["water", *texts[::-1]], tmp_path)
    assert toy_teacher.read == 4
    np.testing.assert_array_equal(second[1:], first[::-1])
    np.testing.assert_allclose(first, toy_teacher().encode(texts), atol=1e-3)


def test_an_interrupted_run_goes_on(toy_teacher, tmp_path, monkeypatch):
    """Chunks that were finished before the interruption are not read again."""
    monkeypatch.setattr(teacher, "CHUNK", 2)

    class Interrupted(toy_teacher):
        def encode(self, texts):
            if toy_teacher.read >= 2:
                raise KeyboardInterrupt
            return super().encode(texts)

    texts = ["a", "bb", "ccc", "dddd"]
    with pytest.raises(KeyboardInterrupt):
        teacher.teach(Interrupted, texts, tmp_path)
    assert teacher.teach(toy_teacher, texts, tmp_path).shape == (4, 12)
    assert toy_teacher.read == 4


def test_projection_keeps_cosines_that_fit():
    """Vectors that lie in three dimensions keep their cosines in three."""
    generator = np.random.default_rng(1)
    vectors = generator.normal(size=(50, 3)) @ np.linalg.qr(generator.normal(size=(8, 3)))[0].T
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    small = teacher.project(vectors, 3).astype(np.float32)
    assert small.shape == (50, 3)
    np.testing.assert_allclose(small @ small.T, vectors @ vectors.T, atol=5e-3)


def test_the_real_teacher_reads_english():
    """MiniLM gives 384 numbers of unit length and knows what belongs together."""
    vectors = teacher.MiniLM().encode(["We trust each other", "We have confidence in one another", "The bus is late"])
    assert vectors.shape == (3, 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-2)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2

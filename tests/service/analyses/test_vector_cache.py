"""Vectors that are known are not made again."""

import numpy as np

from nlp.embedding.remembered import encode_new
from service.analyses.vector_cache import KnownVectors, fingerprint
from tests.embedders import BagOfWords


class Refuses(BagOfWords):
    """Encodes only what it may."""

    def encode(self, texts):
        """Refuse "known"."""
        assert "known" not in texts
        return super().encode(texts)


def test_known_vectors_stand_before_the_embedder():
    """Rows come in the order that was asked for, known or not, twice or once."""
    vectors = BagOfWords().encode(["known"])
    embedder = KnownVectors(Refuses(), {"known": vectors[0]})
    asked = ["new", "known", "new", "আস্থা"]
    assert np.array_equal(embedder.encode(asked), BagOfWords().encode(asked))
    assert embedder.encode([]).shape == (0, 64)
    assert (embedder.name, embedder.dimension) == ("bag-of-words", 64)
    assert embedder.known(["known", ""]).tolist() == [True, False]


def test_only_new_texts_are_encoded_and_each_once():
    """Texts that are known are left out."""
    assert list(encode_new(Refuses(), ["known", "a", "b", "a"], {"known": np.zeros(64)})) == ["a", "b"]


def test_a_fingerprint_tells_models_of_one_name_apart():
    """The same model gives the same fingerprint, another one of the same name does not."""

    class Other(BagOfWords):
        def encode(self, texts):
            return -super().encode(texts)

    assert fingerprint(BagOfWords()) == fingerprint(BagOfWords())
    assert fingerprint(BagOfWords()) != fingerprint(Other())

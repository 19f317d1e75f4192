import numpy as np
import pytest

from nlp.embedding import load_embedder
from nlp.embedding.remembered import remember
from nlp.errors import WrongType
from tests.embedders import BagOfWords


class Counting(BagOfWords):
    """Counts the texts that it encodes."""

    asked = 0

    def encode(self, texts):
        """Count, and encode."""
        self.asked += len(texts)
        return super().encode(texts)


def test_each_text_is_encoded_once():
    """In whatever order and however often it is asked for; the vectors are the model's."""
    model = Counting()
    embedder = remember(model)
    texts = ["we trust them", "আমরা বিশ্বাস করি", "we trust them", "हामी"]
    np.testing.assert_array_equal(embedder.encode(texts), BagOfWords().encode(texts))
    np.testing.assert_array_equal(embedder.encode(texts[::-1])[::-1], embedder.encode(texts))
    np.testing.assert_array_equal(embedder.encode("हामी"), BagOfWords().encode(["हामी"])[0])
    assert model.asked == 3
    assert embedder.encode([]).shape == (0, model.dimension)
    assert (embedder.name, embedder.known(texts).tolist()) == (model.name, model.known(texts).tolist())
    with pytest.raises(WrongType):
        embedder.encode([None])


def test_the_bundled_model_stays_as_it_is():
    """It weighs tokens by the company of a text, which cannot be kept by the text."""
    bundled = load_embedder()
    assert remember(bundled) is bundled

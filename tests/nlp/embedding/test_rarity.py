"""Tokens weighed by their rarity: the formula, what all share, other models, and texts compared with notes."""

import numpy as np
import pytest

from nlp.embedding import load_embedder
from nlp.embedding.rarity import encode_by_rarity, rarity_weights
from service.analyses.vector_cache import KnownVectors
from tests.embedders import BagOfWords

TEXTS = ["the trust of partners", "the trust in money", "বিশ্বাস আর টাকা", "विश्वास र पैसा", "🙂"]


def test_weights_by_hand():
    """A token in one of three texts weighs sqrt(log(4 / 1.5)), one in all of them sqrt(log(4 / 3.5))."""
    found = rarity_weights(np.array([1, 3]), 3)
    assert found == pytest.approx([np.sqrt(np.log(4 / 1.5)), np.sqrt(np.log(4 / 3.5))])


def test_what_all_texts_share_tells_little():
    """Two texts with the same frequent words and other rare ones are less alike than their usual vectors."""
    texts = [f"our partners trust each other {word}" for word in ("money", "rain", "language", "school", "roads")]
    embedder = load_embedder()
    usual, weighed = embedder.encode(texts), encode_by_rarity(embedder, texts)
    assert np.linalg.norm(weighed, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    assert (weighed @ weighed.T)[0, 1] < (usual @ usual.T)[0, 1] - 0.1


def test_a_model_without_tokens_gives_its_usual_vectors():
    """Any other model is asked for its vectors as they are."""
    assert (encode_by_rarity(BagOfWords(), TEXTS) == BagOfWords().encode(TEXTS)).all()


def test_texts_are_seen_as_the_notes_are():
    """A text compared with notes gets the vector that it has as one of them."""
    embedder = load_embedder()
    assert encode_by_rarity(embedder, TEXTS[1:3], among=TEXTS) == pytest.approx(encode_by_rarity(embedder, TEXTS)[1:3])


def test_known_vectors_are_not_taken_for_weighed_ones():
    """Vectors that are kept are the usual ones; weighed ones are made by the model, of which they are kept."""
    embedder = load_embedder()
    kept = KnownVectors(embedder, dict(zip(TEXTS, embedder.encode(TEXTS), strict=True)))
    assert (encode_by_rarity(kept, TEXTS) == encode_by_rarity(embedder, TEXTS)).all()
    other = KnownVectors(BagOfWords(), dict.fromkeys(TEXTS, np.ones(64, dtype=np.float32)))
    assert (encode_by_rarity(other, TEXTS) == 1).all()


def test_no_texts_give_no_vectors():
    """Nothing in, nothing out."""
    assert encode_by_rarity(load_embedder(), []).shape == (0, load_embedder().dimension)

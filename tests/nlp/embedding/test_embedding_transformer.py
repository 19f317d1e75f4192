"""`EmbeddingTransformer`: texts to vectors by the rules of scikit-learn."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import (
    check_estimators_unfitted,
    check_get_params_invariance,
    check_set_params,
)

import nlp
from nlp.documents.types import Unit
from nlp.embedding.embedding_transformer import EmbeddingTransformer
from nlp.embedding.rarity import encode_by_rarity
from nlp.errors import WrongType
from tests.embedders import BagOfWords

TEXTS = [
    "Trust grows when money is open.",
    "Trust needs time.",
    "বিশ্বাস বাড়ে সময় নিয়ে।",
    "विश्वास समयसँगै बढ्छ।",
    "bishwas barche 🙂",
    "Open books build trust.",
]


@pytest.mark.parametrize("check", [check_get_params_invariance, check_set_params, check_estimators_unfitted])
def test_the_rules_of_scikit_learn(check):
    """Those of its checks that need no table of numbers; it has none for estimators of texts."""
    check("EmbeddingTransformer", EmbeddingTransformer())


def test_vectors_are_those_that_interpret_clusters():
    """Words of the topic count little; without that, the vectors are the model's plain ones."""
    bundled = nlp.load_embedder()
    np.testing.assert_array_equal(EmbeddingTransformer().fit_transform(TEXTS), encode_by_rarity(bundled, TEXTS))
    plain = EmbeddingTransformer(by_rarity=False).fit_transform(TEXTS)
    np.testing.assert_array_equal(plain, bundled.encode(TEXTS))
    assert not np.allclose(plain, EmbeddingTransformer().fit_transform(TEXTS))


def test_interpret_finds_the_same_in_its_vectors():
    """Handing in the vectors of this step changes nothing."""
    units = [Unit(f"n{at}", text, "en", "n.csv", at, 0, len(text)) for at, text in enumerate(TEXTS)]
    vectors = EmbeddingTransformer().fit_transform(TEXTS)
    one, other = nlp.interpret(units, by=()), nlp.interpret(units, by=(), vectors=vectors)
    assert [each.unit_ids for each in one.readings] == [each.unit_ids for each in other.readings]
    assert [each.label for each in one.readings] == [each.label for each in other.readings]


def test_what_is_frequent_is_learnt_in_fit():
    """A text has the same vector whatever is transformed beside it; a repeated wording counts once."""
    fitted = EmbeddingTransformer().fit(TEXTS)
    np.testing.assert_array_equal(fitted.transform(TEXTS[:1])[0], fitted.transform(TEXTS)[0])
    again = EmbeddingTransformer().fit([*TEXTS, TEXTS[0].upper(), TEXTS[0]])
    np.testing.assert_array_equal(again.transform(TEXTS), fitted.transform(TEXTS))


def test_columns_have_names():
    """One for each number of a vector."""
    names = EmbeddingTransformer(BagOfWords()).fit(TEXTS).get_feature_names_out()
    assert names[:2].tolist() == ["embeddingtransformer0", "embeddingtransformer1"]
    frame = EmbeddingTransformer(BagOfWords()).set_output(transform="pandas").fit_transform(TEXTS)
    assert (type(frame), frame.shape) == (pd.DataFrame, (6, 64))


def test_clones_share_the_model():
    """A model may hold gigabytes; parameters are the same."""
    model = BagOfWords()
    copy = clone(EmbeddingTransformer(model, by_rarity=False))
    assert copy.model is model
    assert copy.get_params() == {"model": model, "by_rarity": False}


@pytest.mark.parametrize("wrong", ["one text", [None], ["a", float("nan")], np.array([["a"], ["b"]])])
def test_what_are_no_texts_is_refused(wrong):
    """One text is not a list of its letters."""
    with pytest.raises(WrongType):
        EmbeddingTransformer(BagOfWords()).fit(wrong)


def test_it_has_to_be_fitted():
    """As everything of scikit-learn."""
    with pytest.raises(NotFittedError):
        EmbeddingTransformer().transform(TEXTS)

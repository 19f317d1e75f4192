"""Texts to vectors as a step of a pipeline of scikit-learn."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from nlp.embedding.adapted import AnyEmbedder, as_embedder
from nlp.embedding.rarity import encode_by_rarity
from nlp.embedding.rows import listed
from nlp.embedding.types import Embedder
from nlp.errors import WrongType
from nlp.messages import Message
from nlp.text.words import wording


class EmbeddingTransformer(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turns texts into vectors of unit length; before `ReadingClusterer` that is what `interpret` does.

    Clones share the model.

    Args:
        model: what `interpret` takes as an embedder: None for the bundled model, a folder or hub id, anything with
            `encode`, a function.
        by_rarity: whether words that are in most of the texts of `fit` count little, where the model can do that; so
            the topic itself makes no clusters.

    Attributes:
        embedder_: the model, loaded.
        texts_: the texts of `fit`, each wording once.
    """

    embedder_: Embedder
    texts_: tuple[str, ...]

    def __init__(self, model: AnyEmbedder | None = None, *, by_rarity: bool = True) -> None:
        self.model = model
        self.by_rarity = by_rarity

    def fit(self, X: Iterable[str], y: object = None) -> "EmbeddingTransformer":  # noqa: ARG002, N803
        """Load the model and learn which words are frequent.

        Args:
            X: n texts.
            y: is not used.

        Raises:
            WrongType: one of them is no text, or the model cannot encode.
        """
        texts = _texts(X)
        self.embedder_ = as_embedder(self.model)
        self.texts_ = tuple({wording(text): text for text in reversed(texts)}.values())
        self._n_features_out = self.embedder_.dimension
        return self

    def transform(self, X: Iterable[str]) -> NDArray[np.float32]:  # noqa: N803
        """Return (n, d) vectors of n texts, float32.

        Raises:
            WrongType: one of them is no text.
        """
        check_is_fitted(self)
        texts = _texts(X)
        vectors = (
            encode_by_rarity(self.embedder_, texts, self.texts_) if self.by_rarity else self.embedder_.encode(texts)
        )
        return np.asarray(vectors, dtype=np.float32)

    def __sklearn_clone__(self) -> "EmbeddingTransformer":
        return type(self)(self.model, by_rarity=self.by_rarity)

    def __sklearn_tags__(self) -> Any:  # noqa: ANN401 - scikit-learn has no types
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        return tags


def _texts(given: Iterable[str]) -> list[str]:
    if isinstance(given, str):
        raise WrongType("", Message("one text was given"), Message("Give a list of texts"))
    return listed(given)

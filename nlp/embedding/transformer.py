"""Any other model of sentence-transformers, by folder or hub id, with the prompt that its own configuration names."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nlp import errors
from nlp.embedding.prompts import choose_prompt
from nlp.embedding.rows import listed, not_blank
from nlp.messages import Message

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32
_INSTALL = Message("Run: pip install 'manyvoices[transformers]', or leave the model out to use the bundled one")


class TransformerEmbedder:
    """A sentence-transformers model; needs the extra `manyvoices[transformers]`. It cuts texts at its own limit."""

    is_anisotropic = True

    def __init__(self, name: str, model: "SentenceTransformer") -> None:
        """Takes a loaded model; `load` finds it by folder or hub id."""
        self.name = name
        self._model = model
        self.prompt = choose_prompt(
            name, {key: str(text) for key, text in (model.prompts or {}).items()}, model.default_prompt_name
        )

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    @classmethod
    def load(cls, name_or_path: str) -> "TransformerEmbedder":
        """Loads a folder or a hub id; `EmbeddingError` when the extra or the model is missing."""
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            problem = Message("{model} needs sentence-transformers, which is not installed", {"model": name_or_path})
            raise errors.EmbeddingError("", problem, _INSTALL) from error
        try:
            model = SentenceTransformer(name_or_path)
        except Exception as error:  # the hub client, torch and transformers raise dozens of kinds
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            problem = Message(
                "{model} cannot be loaded as a sentence-transformers model: {reason}",
                {"model": name_or_path, "reason": reason.rstrip(".")},
            )
            remedy = Message("Give an existing folder, or a hub id while the network is up")
            raise errors.EmbeddingError("", problem, remedy) from error
        return cls(Path(name_or_path).name if Path(name_or_path).is_dir() else name_or_path, model)

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; (dimension,) for one text.

        Raises:
            WrongType: one of the texts is none.
        """
        if isinstance(texts, str):
            return np.asarray(self.encode([texts])[0])
        found = listed(texts)
        if not found:
            return np.empty((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(
            found, batch_size=BATCH, prompt=self.prompt, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the text is more than spaces. A transformer answers everything else, somehow."""
        return not_blank(texts)

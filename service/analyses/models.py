"""The models that read the notes of programmes, each loaded when it is first needed."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from nlp.embedding.types import Embedder
from service.analyses.vector_cache import fingerprint
from service.last_used import LastUsed

MOST = 2
"""Models that are held in memory at once: one of 300 million numbers takes a gigabyte."""


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model that is loaded.

    Attributes:
        embedder: it.
        key: its name with a hash of what it makes: what stored vectors are kept under.
    """

    embedder: Embedder
    key: str


class LoadedModels:
    """Models by the names that programmes have for them; "" is the one of the installation, which stays loaded."""

    def __init__(self, load: Callable[[str], Embedder]) -> None:
        self._load = load
        self._lock = Lock()
        self._usual: LoadedModel | None = None
        self._others: LastUsed[str, LoadedModel] = LastUsed(MOST)

    def get(self, name: str) -> LoadedModel:
        """Return a model.

        Raises:
            InputError: it is not here, or cannot be loaded.
        """
        with self._lock:
            known = self._others.get(name) if name else self._usual
            if known is None:
                embedder = self._load(name)
                known = LoadedModel(embedder, fingerprint(embedder))
                if name:
                    self._others.put(name, known)
                else:
                    self._usual = known
            return known

"""Vectors of a server that speaks as OpenAI's does: Ollama, llama.cpp, vLLM, one that is hosted.

Its address and the model's name are written together: `http://localhost:11434/v1#bge-m3`. A machine other than this one
reads the notes, so it is asked only if somebody has named it. Needs the extra `manyvoices[endpoint]`.
"""

import os
import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeGuard
from urllib.parse import SplitResult, urlsplit

import numpy as np
from numpy.typing import NDArray

from nlp import errors
from nlp.asked_server import AskedServer, NoAnswer, key_from, said
from nlp.embedding.prompts import choose_prompt
from nlp.embedding.rows import listed, not_blank, unit_rows
from nlp.hosts import is_loopback
from nlp.messages import Message, msgid

if TYPE_CHECKING:
    import httpx

BATCH = 64
MOST_KEPT = 50_000
"""Texts whose vectors are kept, so that asking again for the same ones asks nobody."""

SHORTEST = 64
"""Letters below which a text that the server finds too long is not cut any further."""

KEY, HOSTS = "MANYVOICES_MODEL_KEY", "MANYVOICES_MODEL_HOSTS"

_INSTALL = Message("Run: pip install 'manyvoices[endpoint]', or leave the model out to use the bundled one")
_ADDRESS = Message("Write the address and the model's name, as in http://localhost:11434/v1#bge-m3")
_ALLOW = msgid("If {host} may read them, name it in MANYVOICES_MODEL_HOSTS; else use a model on this machine")
_LOOK = Message("See that the server runs, and that it has this model")
_TOO_LONG = {400, 413, 422}


class EndpointEmbedder:
    """A model behind `POST {address}/embeddings`. Whatever it answers is checked and brought to unit length.

    Attributes:
        name: of the model and of the machine.
        prompt: what stands before each text: servers know of none.
    """

    is_anisotropic = True

    def __init__(
        self,
        address: str,
        *,
        key: str = "",
        hosts: Collection[str] = (),
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """Nothing is asked yet.

        Args:
            address: with the model's name after #.
            key: sent as a bearer token, "" for none.
            hosts: machines other than this one that may read notes.
            wait: seconds, before something is asked again.

        Raises:
            EmbeddingError: the extra is not installed, this is no such address, or a machine that nobody has named.
        """
        parts = _checked(address, hosts)
        try:
            self._server = AskedServer(parts.hostname or "", key, wait=wait)
        except ImportError as error:
            problem = Message("{model} needs httpx, which is not installed", {"model": address})
            raise errors.EmbeddingError("", problem, _INSTALL) from error
        self._model = parts.fragment
        self._url = parts._replace(path=parts.path.rstrip("/") + "/embeddings", fragment="").geturl()
        self.name = f"{self._model} at {parts.netloc.rpartition('@')[2]}"
        self.prompt = choose_prompt(self._model)
        self._kept: dict[str, NDArray[np.float32]] = {}

    @classmethod
    def load(cls, address: str, key: str | None = None, hosts: Collection[str] | None = None) -> "EndpointEmbedder":
        """Take the key and the machines from the environment where they are not given, and ask for the first vector.

        Raises:
            EmbeddingError: as the class says, or the server does not answer with a vector.
        """
        named = os.environ.get(HOSTS, "").split(",") if hosts is None else hosts
        embedder = cls(address, key=key_from(KEY) if key is None else key, hosts=[each.strip() for each in named])
        embedder.encode(["a"])
        return embedder

    @property
    def asked(self) -> int:
        """How many requests were sent."""
        return self._server.asked

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return len(next(iter(self._kept.values()))) if self._kept else len(self.encode("a"))

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; (dimension,) for one text. Blank texts are rows of zeros.

        Raises:
            WrongType: one of the texts is none.
            EmbeddingError: the server refuses, is not there, or answers something else than vectors.
        """
        if isinstance(texts, str):
            return np.asarray(self.encode([texts])[0])
        found = listed(texts)
        missing = [text for text in dict.fromkeys(found) if text.strip() and text not in self._kept]
        for start in range(0, len(missing), BATCH):
            part = missing[start : start + BATCH]
            self._kept.update(zip(part, self._ask(part), strict=True))
        nothing = np.zeros(self.dimension if found else 0, dtype=np.float32)
        vectors = [self._kept.get(text, nothing) for text in found]
        for text in list(self._kept)[: max(0, len(self._kept) - MOST_KEPT)]:
            del self._kept[text]
        return np.stack(vectors) if vectors else np.empty((0, self.dimension), dtype=np.float32)

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the text is more than spaces."""
        return not_blank(texts)

    def _ask(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return (n, d); of texts that are too long together one after the other, of one that is, its beginning."""
        answer = self._post(texts)
        if answer.status_code not in _TOO_LONG:
            return self._rows(answer, len(texts))
        if len(texts) > 1:
            half = len(texts) // 2
            return np.concatenate([self._ask(texts[:half]), self._ask(texts[half:])])
        if len(texts[0]) <= SHORTEST:
            raise self._error(said(answer))
        return self._ask([texts[0][: len(texts[0]) // 2]])

    def _post(self, texts: Sequence[str]) -> "httpx.Response":
        body = {"model": self._model, "input": [self.prompt + text for text in texts], "encoding_format": "float"}
        try:
            return self._server.post(self._url, body)
        except NoAnswer as error:
            raise self._error(str(error)) from error

    def _rows(self, answer: "httpx.Response", count: int) -> NDArray[np.float32]:
        if not answer.is_success:
            raise self._error(said(answer))
        try:
            data = sorted(answer.json()["data"], key=lambda each: each["index"])
            rows = unit_rows([each["embedding"] for each in data], count, self.name)
        except errors.UnusableVectors as error:
            raise errors.EmbeddingError("", error.problem, _LOOK) from error
        except (ValueError, KeyError, TypeError) as error:
            raise self._error(f"no vectors in its answer ({type(error).__name__})") from error
        if self._kept and rows.shape[1] != self.dimension:
            raise self._error(f"vectors of {rows.shape[1]} numbers after those of {self.dimension}")
        return rows

    def _error(self, reason: str) -> errors.EmbeddingError:
        problem = Message("{model} gives no vectors: {reason}", {"model": self.name, "reason": reason.rstrip(".")})
        return errors.EmbeddingError("", problem, _LOOK)


def is_endpoint(name: object) -> TypeGuard[str]:
    """Whether a model's name is the address of a server."""
    return isinstance(name, str) and name.lower().startswith(("http://", "https://"))


def _checked(address: str, hosts: Collection[str]) -> SplitResult:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise errors.EmbeddingError("", Message("{model} is no address", {"model": address}), _ADDRESS) from error
    if not host or not parts.fragment or parts.query:
        raise errors.EmbeddingError("", Message("{model} names no model of a server", {"model": address}), _ADDRESS)
    if not is_loopback(host) and host not in hosts:
        problem = Message("{host} is another machine, and would read the notes", {"host": host})
        raise errors.EmbeddingError("", problem, Message(_ALLOW, {"host": host}))
    return parts

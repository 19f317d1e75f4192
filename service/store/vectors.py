"""Vectors of texts: float32 blobs keyed by model and the SHA-256 of the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select

from service.store.conflicts import insert_new
from service.store.database import Transaction
from service.store.tables import vectors

AT_ONCE = 5_000
Vector = NDArray[np.float32]


def find(db: Transaction, model: str, texts: Sequence[str]) -> dict[str, Vector]:
    """Return text -> vector (d,) for those of the texts that this model has encoded before."""
    text_of = {text_hash(text): text for text in texts}
    return {text_of[key]: vector for key, vector in of_hashes(db, model, list(text_of)).items()}


def of_hashes(db: Transaction, model: str, hashes: Sequence[str]) -> dict[str, Vector]:
    """Return hash of a text -> vector (d,), as `find` does."""
    found: dict[str, Vector] = {}
    for some in _in_parts(hashes):
        query = select(vectors.c.text_hash, vectors.c.vector).where(
            vectors.c.model == model, vectors.c.text_hash.in_(some)
        )
        found.update((key, np.frombuffer(blob, dtype="<f4")) for key, blob in db.execute(query))
    return found


def add(db: Transaction, model: str, made: Mapping[str, Vector]) -> None:
    """Store text -> vector (d,); texts that are there already are left alone."""
    rows = [
        {"model": model, "text_hash": text_hash(text), "vector": np.asarray(vector, dtype="<f4").tobytes()}
        for text, vector in made.items()
    ]
    insert_new(db, vectors, rows)


def remove(db: Transaction, texts: Iterable[str]) -> None:
    """Forget the vectors of texts, of all models; texts that are still used are encoded again when needed."""
    for some in _in_parts(sorted({text_hash(text) for text in texts})):
        db.execute(delete(vectors).where(vectors.c.text_hash.in_(some)))


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _in_parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]

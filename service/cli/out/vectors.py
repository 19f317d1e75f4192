"""What `embed` writes: an array of NumPy, or JSON Lines with the texts beside their vectors."""

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from service.cli.out import stream

Vectors = NDArray[np.float32]
Write = Callable[[IO[bytes], Sequence[Unit], Vectors], object]


def _npy(to: IO[bytes], _texts: Sequence[Unit], vectors: Vectors) -> None:
    made = io.BytesIO()  # NumPy writes into a real file past it, and does not say why that fails
    np.save(made, vectors)
    to.write(made.getbuffer())


def _jsonl(to: IO[bytes], texts: Sequence[Unit], vectors: Vectors) -> None:
    for each, vector in zip(texts, vectors.tolist(), strict=True):
        row = {"text": each.text, "source": each.source, "line": each.line, "vector": vector}
        to.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


FORMS = {"npy": _npy, "jsonl": _jsonl}


def writer_of(path: Path, form: str) -> Write:
    """Return what writes the vectors: in the form that is said, as the ending says, else npy.

    Raises:
        typer.Exit: code 2, after a line on stderr, where another form is said.
    """
    if form and form not in FORMS:
        stream.refuse(f"--format is one of {', '.join(FORMS)}")
    return FORMS[form or ("jsonl" if path.suffix.lower() == ".jsonl" else "npy")]

"""Readings and participation: bytes, text and arrays in, frozen dataclasses out; no web, no database, no environment.

The public names load on first use, so that measuring participation never pays for the clustering libraries.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.documents import read_document
    from nlp.embedding import load_embedder
    from nlp.participation import measure_participation
    from nlp.readings import interpret
    from nlp.rubrics import compare_rubrics
    from nlp.sorting import sort_notes
    from nlp.transcripts import read_transcript

_HOME = {
    "compare_rubrics": "nlp.rubrics",
    "interpret": "nlp.readings",
    "load_embedder": "nlp.embedding",
    "measure_participation": "nlp.participation",
    "read_document": "nlp.documents",
    "read_transcript": "nlp.transcripts",
    "sort_notes": "nlp.sorting",
}

__all__ = [
    "compare_rubrics",
    "interpret",
    "load_embedder",
    "measure_participation",
    "read_document",
    "read_transcript",
    "sort_notes",
]


def __getattr__(name: str) -> object:
    """Import a public function from its package when it is first asked for (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'nlp' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)

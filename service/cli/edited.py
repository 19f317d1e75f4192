"""Readings with the changes that people made to them."""

import sys
from collections.abc import Sequence
from pathlib import Path

from nlp.embedding.types import Embedder
from nlp.readings.edits.apply import apply_edits
from nlp.readings.edits.types import Edit
from nlp.readings.types import Interpretation
from service.annotations.edits_file import edits_from_bytes
from service.cli.files import read_bytes


def read_edits(path: Path | None) -> tuple[Edit, ...]:
    """Return the edits of a file; none where no file is given.

    Raises:
        InputError: the file cannot be opened, or holds no edits.
    """
    return edits_from_bytes(path.name, read_bytes(path)) if path else ()


def with_edits(found: Interpretation, edits: Sequence[Edit], embedder: Embedder) -> Interpretation:
    """Apply edits; those that cannot be applied are said on stderr, a line each."""
    result = apply_edits(found, edits, embedder)
    for number, outcome in enumerate(result.edits, start=1):
        if outcome.why_not:
            said = " ".join(str(outcome).split())
            sys.stderr.write(f"Edit {number}, {outcome.element or 'notes of no element'}: {said}\n")
    return result

"""What a person changed about readings, from a file."""

from collections.abc import Sequence

from nlp.embedding.types import Embedder
from nlp.readings.edits.types import Edit
from nlp.readings.types import Interpretation
from service.cli.given.source import Source
from service.cli.out.remarks import remark


def read_edits(source: Source | None) -> tuple[Edit, ...]:
    """Return the edits of a file; none where no file is given.

    Raises:
        InputError: the file holds no edits.
    """
    if source is None:
        return ()
    from service.annotations.edits_file import edits_from_bytes

    return edits_from_bytes(source.name, source.data)


def with_edits(found: Interpretation, edits: Sequence[Edit], embedder: Embedder) -> Interpretation:
    """Apply edits; those that cannot be applied are said on stderr, a line each."""
    from nlp.readings.edits.apply import apply_edits

    result = apply_edits(found, edits, embedder)
    for number, outcome in enumerate(result.edits, start=1):
        if outcome.why_not:
            said = " ".join(str(outcome).split())
            remark(f"Edit {number}, {outcome.element or 'notes of no element'}: {said}")
    return result

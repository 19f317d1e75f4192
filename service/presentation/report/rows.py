"""A document as its HTML template takes it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from service.presentation.report.document import Block, Chart, Document

NOTHING_TO_NAME: Mapping[str, str] = MappingProxyType({})


def shown(document: Document, naming: Mapping[str, str] = NOTHING_TO_NAME) -> dict[str, object]:
    """Return what the template of a report needs.

    Args:
        document: the report.
        naming: id of a reading -> slug of its element, of readings that can be named where they stand.
    """
    return {"document": document, "naming": naming, "in_rows": _in_rows, "kind_of": _kind_of, "drawn": ()}


def _in_rows(blocks: Sequence[Block]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield blocks of one kind that follow each other, which may stand side by side."""
    for kind, found in groupby(blocks, _kind_of):
        yield kind, tuple(found)


def _kind_of(block: Block) -> str:
    """Return the kind of a block; of a chart that of its picture."""
    return type(block.picture if isinstance(block, Chart) else block).__name__

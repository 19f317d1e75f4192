"""Bijoy and Preeti in the lines, cells and paragraphs of a file: converted where it is certain, and always said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.tables.table import Grid
from nlp.documents.types import Document, Notes, Rubric
from nlp.messages import Message, msgid
from nlp.text.legacy_fonts.convert import LegacyFont
from nlp.text.legacy_fonts.detect import Restored, restore

Remarks = tuple[Message, ...]
_CONVERTED = msgid(
    "Text in the font {font} was converted to Unicode, {count} passages in all. "
    "Read a few notes and see whether they are right."
)


def restored_text(text: str) -> tuple[str, Remarks]:
    """Return a text with those of its lines converted that are in a font of before Unicode."""
    found = restore(text.splitlines(keepends=True))
    return "".join(found.texts), _remarks(found)


def restored_pages(texts: Sequence[str]) -> tuple[tuple[str, ...], Remarks]:
    """Return the texts of pages as `restored_text` does, the font told by all of them together."""
    lines = [text.splitlines(keepends=True) for text in texts]
    found = restore([line for page in lines for line in page])
    restored = iter(found.texts)
    return tuple("".join(next(restored) for _ in page) for page in lines), _remarks(found)


def restored_grids(grids: Sequence[Grid]) -> tuple[list[Grid], Remarks]:
    """Return grids with those of their cells converted that are in a font of before Unicode; and all remarks."""
    found = restore([cell for grid in grids for row in grid.rows for cell in row.cells])
    said = tuple(remark for grid in grids for remark in grid.remarks)
    if found.font is None:
        return list(grids), said
    texts = iter(found.texts)
    restored = [
        replace(grid, rows=tuple(replace(row, cells=tuple(next(texts) for _ in row.cells)) for row in grid.rows))
        for grid in grids
    ]
    return restored, (*said, *_remarks(found))


def restored_page(blocks: Sequence[Paragraph | Grid]) -> tuple[list[Paragraph | Grid], Remarks]:
    """Return the blocks of a page converted; what was converted by the names of its fonts is counted too."""
    named = Counter(name for block in blocks if isinstance(block, Paragraph) for name in block.converted)
    said = tuple(Message(_CONVERTED, {"font": font, "count": count}) for font, count in named.items())
    found = restore([text for block in blocks for text in _texts(block)])
    if found.font is None:
        return list(blocks), said
    texts = iter(found.texts)
    restored: list[Paragraph | Grid] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            restored.append(replace(block, text=next(texts)))
        else:
            rows = (replace(row, cells=tuple(next(texts) for _ in row.cells)) for row in block.rows)
            restored.append(replace(block, rows=tuple(rows)))
    return restored, (*said, *_remarks(found))


def with_remarks(document: Document, remarks: Remarks) -> Document:
    """Return a document with more remarks, where it can carry them."""
    if remarks and isinstance(document, Notes | Rubric):
        return replace(document, remarks=(*document.remarks, *remarks))
    return document


def _texts(block: Paragraph | Grid) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row.cells]


def _remarks(found: Restored) -> Remarks:
    names = {LegacyFont.BIJOY: "Bijoy (SutonnyMJ)"}
    if found.font is None:
        return ()
    return (Message(_CONVERTED, {"font": names.get(found.font, str(found.font)), "count": found.count}),)

"""OpenDocument texts, RTF and PDF: their words as plain text, so that the readers of text read them."""

import csv
import io
from collections.abc import Sequence

from nlp.documents.foreign.open_document import read_open_text
from nlp.documents.foreign.rich_text import read_rich_text
from nlp.documents.pdf.pictures import has_pages
from nlp.documents.pdf.read import read_pages, words_of
from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.tables.table import Grid
from nlp.text.signature import RTF, signature
from nlp.transcripts.prose.docx import lines_of
from nlp.transcripts.prose.turn_tables import has_turns
from nlp.transcripts.source import Source


def as_text(source: Source) -> Source:
    """Return a file of pages (`nlp.transcripts.containers.is_of_pages`) as the text that stands on them.

    Raises:
        UnreadableFile: it is broken, or its words cannot be read here.
    """
    if has_pages(source.data):
        return _of_text(source, words_of(source.name, read_pages(source.name, source.data)))
    if signature(source.data) is RTF:
        return _of_text(source, _text(read_rich_text(source.name, source.data)))
    return _of_text(source, _text(read_open_text(source.name, source.data)))


def _of_text(source: Source, text: str) -> Source:
    return Source(source.name, text.encode())


def _text(blocks: Sequence[Paragraph | Grid]) -> str:
    """Return a table of turns as text with tabs where there is one, else paragraphs, and rows of two cells."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    turns = next((grid for grid in grids if has_turns([(row.number, row.cells) for row in grid.rows])), None)
    if turns is None:
        return "\n".join(lines_of(blocks))
    made = io.StringIO()
    csv.writer(made, "excel-tab", lineterminator="\n").writerows(
        [" ".join(cell.split()) for cell in row.cells] for row in turns.rows
    )
    return made.getvalue()

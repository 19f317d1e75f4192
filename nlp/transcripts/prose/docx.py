"""DOCX: the Teams transcript as Word saves it, typed transcripts, and tables of turns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.documents.prose.docx_xml import Paragraph, read_page
from nlp.documents.tables.table import Grid
from nlp.documents.zip_safety import check_office_file
from nlp.text.clock import CLOCK
from nlp.transcripts.captions.cues import has_cues
from nlp.transcripts.captions.webvtt_srt import read_subrip
from nlp.transcripts.prose.fathom import is_fathom, read_fathom
from nlp.transcripts.prose.plain_text import read_paragraphs
from nlp.transcripts.prose.turn_tables import has_turns, turns_from_rows
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_PART = "word/document"
_NAME_AND_WORDS = 2
_NUMBER_NAME_AND_WORDS = 3
_NUMBER = re.compile(rf"^\W*(?:\d{{1,5}}|{CLOCK}(?:\s*[-–—]\s*{CLOCK})?)\W*$")


def read_word_file(source: Source) -> Transcript:
    """Read a table of turns if there is one, else paragraphs and tables of two columns as lines of a plain transcript.

    Of three columns the first may be numbers or times. A turn's line is counted over paragraphs and rows of tables in a
    table of turns, else over the lines of the text.

    Raises:
        UnreadableFile: the docx is broken, has a password, or grows too large when unpacked.
    """
    check_office_file(source.name, source.data, _PART, "docx")
    blocks = read_page(source.name, source.data)
    tables = ([(row.number, row.cells) for row in block.rows] for block in blocks if isinstance(block, Grid))
    table = next((rows for rows in tables if has_turns(rows)), None)
    if table:
        return turns_from_rows(source.name, table, form="docx")
    text = Source(source.name, "\n".join(lines_of(blocks)).encode() or b" ")
    read = read_subrip if has_cues(text.lines) else read_fathom if is_fathom(text) else read_paragraphs
    return replace(read(text), form="docx")


def lines_of(blocks: Sequence[Paragraph | Grid]) -> Iterator[str]:
    """Yield the text of paragraphs, and of tables the rows of two columns as name, tab and words."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
            continue
        for row in block.rows:
            if len(row.cells) == _NUMBER_NAME_AND_WORDS and _NUMBER.match(row.cells[0]):
                yield "\t".join(" ".join(cell.split()) for cell in row.cells[1:])
            elif len(row.cells) == _NAME_AND_WORDS:
                yield "\t".join(" ".join(cell.split()) for cell in row.cells)

"""DOCX: the Teams transcript as Word saves it, typed transcripts, and tables of turns."""

import io
from dataclasses import replace

from nlp.documents.archive import WORD, archive_kind
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.transcripts.captions.cues import has_cues
from nlp.transcripts.captions.webvtt_srt import read_subrip
from nlp.transcripts.prose.fathom import is_fathom, read_fathom
from nlp.transcripts.prose.plain_text import read_paragraphs
from nlp.transcripts.prose.turn_tables import Row, has_turns, turns_from_rows
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_PART = "word/document"
_NAME_AND_WORDS = 2


def is_word_file(source: Source) -> bool:
    """Whether the file is a zip archive with the main part of a docx."""
    return source.archive and archive_kind(source.data) is WORD


def read_word_file(source: Source) -> Transcript:
    """Read a table of turns if there is one, else paragraphs and tables of two columns as lines of a plain transcript.

    A turn's line is the row of its table, or the line counted over all paragraphs.

    Raises:
        UnreadableFile: the docx is broken, has a password, or grows too large when unpacked.
    """
    from nlp.documents.zip_safety import check_office_file

    check_office_file(source.name, source.data, _PART, "docx")
    paragraphs, tables = _read(source)
    table = next((rows for rows in tables if has_turns(rows)), None)
    if table:
        return turns_from_rows(source.name, table, form="docx")
    text = Source(source.name, "\n".join(paragraphs).encode() or b" ")
    read = read_subrip if has_cues(text.lines) else read_fathom if is_fathom(text) else read_paragraphs
    return replace(read(text), form="docx")


def _read(source: Source) -> tuple[list[str], list[list[Row]]]:
    import docx

    try:
        document = docx.Document(io.BytesIO(source.data))
        tables: list[list[Row]] = [
            [(number, [str(cell.text) for cell in row.cells]) for number, row in enumerate(table.rows, start=1)]
            for table in document.tables
        ]
        pairs = [f"{cells[0]}\t{cells[1]}" for rows in tables for _, cells in rows if len(cells) == _NAME_AND_WORDS]
        return [*(str(paragraph.text) for paragraph in document.paragraphs), *pairs], tables
    except Exception as error:  # python-docx and lxml raise whatever their parsers meet: KeyError, ValueError ...
        raise UnreadableFile(
            source.name, Message("the docx is broken"), Message("Open it, save it again and hand that in")
        ) from error

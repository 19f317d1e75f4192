"""The formats of reports: one table of what each is called, what makes it, and for whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from service.presentation.report.document import Document, Reader
from service.publications.types import Format

OFFICE = "application/vnd.openxmlformats-officedocument"
ON_SCREEN_AND_PAPER = frozenset(Reader)
TO_WRITE_ON = frozenset(Reader) - {Reader.ROOM}
SLIDES = frozenset({Reader.ROOM})


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format.

    Attributes:
        media_type: as HTTP says it.
        write: makes the bytes of a document.
        readers: for whom reports are in it.
    """

    media_type: str
    write: Callable[[Document], bytes]
    readers: frozenset[Reader]


def _html(document: Document) -> bytes:
    from service.exports.html import html

    return html(document)


def _docx(document: Document) -> bytes:
    from service.exports.office.docx import docx

    return docx(document)


def _pptx(document: Document) -> bytes:
    from service.exports.office.pptx import pptx

    return pptx(document)


def _pdf(document: Document) -> bytes:
    from service.exports.pdf import pdf

    return pdf(document)


FORMATS: Mapping[Format, FileFormat] = {
    Format.HTML: FileFormat("text/html; charset=utf-8", _html, ON_SCREEN_AND_PAPER),
    Format.PDF: FileFormat("application/pdf", _pdf, ON_SCREEN_AND_PAPER),
    Format.DOCX: FileFormat(f"{OFFICE}.wordprocessingml.document", _docx, TO_WRITE_ON),
    Format.PPTX: FileFormat(f"{OFFICE}.presentationml.presentation", _pptx, SLIDES),
}
"""Every format that can be made, in the order in which it is offered; its name is the ending of its files."""


def formats_for(reader: Reader) -> tuple[Format, ...]:
    """Return the formats of reports for a reader."""
    return tuple(format_ for format_, how in FORMATS.items() if reader in how.readers)


def written(document: Document, format_: Format) -> bytes:
    """Return a report as the bytes of a file.

    Raises:
        InputError: there are no reports for its reader in that format, or what makes it is not installed.
    """
    offered = formats_for(document.reader)
    if format_ not in offered:
        problem = Message("this report is not made as {format}", {"format": format_.value})
        raise InputError(
            "", problem, Message("Choose one of {codes}", {"codes": tuple(each.value for each in offered)})
        )
    try:
        return FORMATS[format_].write(document)
    except ImportError as missing:
        problem = Message("reports as {format} need the extra manyvoices[reports]", {"format": format_.value})
        raise InputError("", problem, Message("Run: pip install 'manyvoices[reports]'")) from missing

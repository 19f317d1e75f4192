"""What a zip archive is: told by the names of its parts, never by words inside them."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from nlp.messages import Message

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    zlib.error,
)
_SAVE_AS_OFFICE = Message("Save it as docx or xlsx and hand that in")


@dataclass(frozen=True, slots=True, eq=False)
class ArchiveKind:
    """A kind of file that is a zip archive.

    Attributes:
        part: pattern of the name of a part that no other kind has.
        kind: its name in a sentence.
        remedy: what the user can do where it is not read.
    """

    part: re.Pattern[str]
    kind: Message
    remedy: Message = _SAVE_AS_OFFICE


WORD = ArchiveKind(re.compile(r"word/document\d*\.xml"), Message("a docx file"))
WORKBOOK = ArchiveKind(re.compile(r"xl/workbook\d*\.xml"), Message("an xlsx file"))
CODED_PROJECT = ArchiveKind(re.compile(r"[^/]+\.qde", re.IGNORECASE), Message("a coded project (REFI-QDA, .qdpx)"))
OPEN_DOCUMENT = ArchiveKind(re.compile(r"content\.xml"), Message("an OpenDocument file (.odt, .ods)"))
ARCHIVE_KINDS = (
    WORD,
    WORKBOOK,
    CODED_PROJECT,
    ArchiveKind(
        re.compile(r"xl/workbook\.bin"),
        Message("a binary workbook (.xlsb)"),
        Message("Save it as xlsx and hand that in"),
    ),
    ArchiveKind(
        re.compile(r"ppt/presentation\d*\.xml"),
        Message("a presentation (.pptx)"),
        Message("Copy its text into a docx and hand that in"),
    ),
    ArchiveKind(re.compile(r"META-INF/container\.xml"), Message("an e-book (.epub)")),
    OPEN_DOCUMENT,
    ArchiveKind(
        re.compile(r"Index/(Document|Metadata)\.iwa"),
        Message("a Pages or Numbers file"),
        Message("Export it as docx or xlsx and hand that in"),
    ),
)


def part_names(data: bytes) -> tuple[str, ...]:
    """Return the names of the parts of an archive; none where it is broken or no archive at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except BROKEN_ZIP:
        return ()


def archive_kind(data: bytes) -> ArchiveKind | None:
    """Return what an archive is, None for an archive of anything else, a broken one, or no archive."""
    names = part_names(data)
    return next((known for known in ARCHIVE_KINDS if any(map(known.part.fullmatch, names))), None)


def is_open_sheets(data: bytes) -> bool:
    """Whether an OpenDocument file is a workbook; its first part names its kind."""
    return b"opendocument.spreadsheet" in data[:200]

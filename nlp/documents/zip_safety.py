"""Office files are zip archives of XML: looked through for bombs before a library opens them."""

import io
import zipfile
from contextlib import suppress
from xml.parsers.expat import ExpatError

from nlp.documents.archive import BROKEN_ZIP
from nlp.documents.office_xml import Handler, TooMuch, stream_xml
from nlp.errors import Overgrown, UnreadableFile
from nlp.messages import Message
from nlp.text.signature import ZIP, signature

MOST_UNPACKED = 64 * 2**20
_MOST_STREAMED = 192 * 2**20
_STREAMED_PARTS = {"xlsx": ("xl/worksheets/", "xl/sharedStrings.xml"), "ods": ("content.xml",)}
"""Parts that are never in memory as a whole: a survey of 100,000 answers has 80 MB of them."""
_MOST_PARTS = 5_000
_MOST_TIMES = 200
_SMALL = _STEP = 2**20
_MOST_ELEMENTS = {"docx": 800_000, "xlsx": 200_000, "odt": 800_000, "ods": 4_000_000}
"""Of all parts that become trees in memory, some 300 bytes an element; Word writes some 300 elements a page. The rows
of an ods are taken one by one."""
_STREAMED = frozenset({"worksheet", "sst", "pivotCacheRecords", "externalLink", "comments"})
"""Roots of the parts of a workbook that are read as a stream, or not at all."""
_SPANS = frozenset({"gridSpan", "gridBefore", "gridAfter"})
_WIDEST, _MOST_SPANNED = 1_000, 1_000_000
"""Columns that a cell of a table may span, and all of them together; Word has 63 in a table."""
_EXPORT_AGAIN = Message("Open it in the program it comes from, save it again and hand that in")


def check_office_file(source: str, data: bytes, part: str, kind: str) -> None:
    """Refuse what is no office file, is broken or encrypted, or grows too large when unpacked.

    Args:
        source: the file's name, for the message.
        data: the whole file.
        part: what the archive must hold: "word/", "xl/" or "content.xml".
        kind: "docx", "xlsx", "odt" or "ods".

    Raises:
        UnreadableFile: with what is wrong and what to do.
    """
    known = signature(data)
    if known is not ZIP:
        if known is None:
            raise UnreadableFile(source, Message("this is no {kind} file", {"kind": kind}), _EXPORT_AGAIN)
        problem = Message("this is {found}, not {kind}", {"found": known.kind, "kind": kind})
        raise UnreadableFile(source, problem, known.remedy)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(source, archive, part, kind)
    except BROKEN_ZIP as error:
        problem = Message("the {kind} is broken or was not downloaded to its end", {"kind": kind})
        raise UnreadableFile(source, problem, _EXPORT_AGAIN) from error


def _check_parts(source: str, archive: zipfile.ZipFile, part: str, kind: str) -> None:
    entries = archive.infolist()
    shown = [entry for entry in entries if not _is_media(entry.filename)]
    streamed = sum(entry.file_size for entry in shown if entry.filename.startswith(_STREAMED_PARTS.get(kind, ())))
    unpacked = sum(entry.file_size for entry in shown) - streamed
    grown = unpacked > MOST_UNPACKED or unpacked + streamed > _MOST_STREAMED
    if len(entries) > _MOST_PARTS or grown or any(map(is_bloated, entries)):
        raise too_large(source, kind)
    if any(entry.flag_bits & 1 for entry in entries):
        remedy = Message("Take off the password and hand it in again")
        raise UnreadableFile(source, Message("the {kind} has a password", {"kind": kind}), remedy)
    if not any(entry.filename.startswith(part) for entry in entries):
        remedy = Message("Check the ending of its name, or unpack it")
        raise UnreadableFile(source, Message("this is an archive, but no {kind} file", {"kind": kind}), remedy)
    structure = _Structure(_MOST_ELEMENTS[kind])
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        if _declares_entities(archive, entry) or not _is_modest(archive, entry, structure):
            problem = Message("the {kind} holds XML that no office program writes", {"kind": kind})
            raise Overgrown(source, problem, _EXPORT_AGAIN)
        if structure.elements < 0:
            raise too_large(source, kind)


def too_large(source: str, kind: str) -> Overgrown:
    """Return the error for an office file that would take too much memory or time."""
    remedy = Message("Split it, or save it as csv or text, and hand that in")
    return Overgrown(source, Message("the {kind} grows too large when it is unpacked", {"kind": kind}), remedy)


class _Structure(Handler):
    """Counts down the elements that are left, and the columns that cells may still span."""

    def __init__(self, elements: int) -> None:
        self.elements = elements
        self.spanned = _MOST_SPANNED
        self._is_root = True

    def begin(self) -> None:
        """Begin another part."""
        self._is_root = True

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element."""
        if self._is_root and name in _STREAMED:
            raise StopIteration
        self._is_root = False
        self.elements -= 1
        if name in _SPANS:
            width = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "val"), "")
            columns = int(width[:9]) if width.isdecimal() else 0
            self.spanned = -1 if columns > _WIDEST else self.spanned - columns
        if min(self.elements, self.spanned) < 0:
            raise TooMuch


def _is_modest(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, structure: _Structure) -> bool:
    """Whether the cells of tables span no more columns than people make; XML that is none is left to its reader."""
    structure.begin()
    with suppress(ExpatError, StopIteration, TooMuch), archive.open(entry) as part:
        stream_xml(part, structure)
    return structure.spanned >= 0


def is_bloated(entry: zipfile.ZipInfo) -> bool:
    """Whether a part of an archive grows more when it is unpacked than any that people make."""
    return entry.file_size > _SMALL and entry.file_size > _MOST_TIMES * max(1, entry.compress_size)


def _is_media(name: str) -> bool:
    return "/media/" in name or "/embeddings/" in name


def _declares_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    end = b""
    with archive.open(entry) as part:
        while piece := part.read(_STEP):
            plain = end + piece.replace(b"\0", b"")
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                return True
            end = plain[-len(b"<!DOCTYPE") :]
    return False

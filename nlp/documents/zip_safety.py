"""Office files are zip archives of XML: looked through for bombs before a library opens them."""

import io
import zipfile

from nlp.documents.archive import BROKEN_ZIP
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.text.signature import ZIP, signature

MOST_UNPACKED = 64 * 2**20
_MOST_PARTS = 5_000
_MOST_TIMES = 200
_SMALL = 2**20
_EXPORT_AGAIN = Message("Open it in the program it comes from, save it again and hand that in")


def check_office_file(source: str, data: bytes, part: str, kind: str) -> None:
    """Refuse what is no office file, is broken or encrypted, or grows too large when unpacked.

    Args:
        source: the file's name, for the message.
        data: the whole file.
        part: the folder that the archive must hold: "word/" or "xl/".
        kind: "docx" or "xlsx".

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
    unpacked = sum(entry.file_size for entry in entries if not _is_media(entry.filename))
    if len(entries) > _MOST_PARTS or unpacked > MOST_UNPACKED or any(map(is_bloated, entries)):
        remedy = Message("Split it, or save it as csv or text, and hand that in")
        raise UnreadableFile(source, Message("the {kind} grows too large when it is unpacked", {"kind": kind}), remedy)
    if any(entry.flag_bits & 1 for entry in entries):
        remedy = Message("Take off the password and hand it in again")
        raise UnreadableFile(source, Message("the {kind} has a password", {"kind": kind}), remedy)
    if not any(entry.filename.startswith(part) for entry in entries):
        remedy = Message("Check the ending of its name, or unpack it")
        raise UnreadableFile(source, Message("this is an archive, but no {kind} file", {"kind": kind}), remedy)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")) and _declares_entities(archive.read(entry)):
            problem = Message("the {kind} holds XML that no office program writes", {"kind": kind})
            raise UnreadableFile(source, problem, _EXPORT_AGAIN)


def is_bloated(entry: zipfile.ZipInfo) -> bool:
    """Whether a part of an archive grows more when it is unpacked than any that people make."""
    return entry.file_size > _SMALL and entry.file_size > _MOST_TIMES * max(1, entry.compress_size)


def _is_media(name: str) -> bool:
    return "/media/" in name or "/embeddings/" in name


def _declares_entities(xml: bytes) -> bool:
    plain = xml.replace(b"\0", b"")
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain

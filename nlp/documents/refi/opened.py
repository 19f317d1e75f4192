"""A .qdpx opened: its one XML and its texts, each read no further than a project of people goes."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlp.documents.archive import BROKEN_ZIP
from nlp.documents.zip_safety import MOST_UNPACKED, is_bloated, too_large
from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from nlp.text.decode import decode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KIND = "qdpx"
_MOST_PARTS = 50_000
_MOST_TAGS = 1_500_000
"""Of the XML, opening and closing: 150,000 coded stretches, half a gigabyte as a tree."""
_EXPORT_AGAIN = Message("Export it again as a REFI-QDA project (.qdpx)")


@dataclass(frozen=True)
class OpenedProject:
    """The parts of a .qdpx.

    Attributes:
        source: name of the file.
        root: of its XML.
        archive: the file.
        parts: name of a text, without folders and in small letters -> its entry.
    """

    source: str
    root: "Element"
    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]

    def text(self, path: str) -> str | None:
        """Return a text by the path that names it, None where it is not inside or no text.

        Raises:
            Overgrown: it grows too large.
        """
        entry = self.parts.get(_name(path))
        if entry is None:
            return None
        if entry.file_size > MOST_UNPACKED or is_bloated(entry):
            raise too_large(self.source, _KIND)
        try:
            return _decoded(self.source, self.archive.read(entry))
        except BROKEN_ZIP as error:
            raise _broken(self.source) from error


def open_project(source: str, data: bytes) -> OpenedProject:
    """Open a .qdpx. Its XML is `project.qde`; ATLAS.ti calls it after the project.

    Raises:
        UnreadableFile: broken, with a password, or without its XML.
        Overgrown: it grows too large, or declares entities.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN_ZIP as error:
        raise _broken(source) from error
    own = [entry for entry in entries if is_project(entry.filename)]
    if any(entry.flag_bits & 1 for entry in entries):
        problem = Message("the {kind} has a password", {"kind": _KIND})
        raise UnreadableFile(source, problem, Message("Take off the password and hand it in again"))
    if len(own) != 1:
        raise _broken(source)
    texts = [entry for entry in entries if entry.filename.lower().endswith(".txt")]
    unpacked = own[0].file_size + sum(entry.file_size for entry in texts)
    if len(entries) > _MOST_PARTS or unpacked > MOST_UNPACKED or is_bloated(own[0]):
        raise too_large(source, _KIND)
    try:
        written = archive.read(own[0])
    except BROKEN_ZIP as error:
        raise _broken(source) from error
    return OpenedProject(source, parsed(source, written), archive, {_name(each.filename): each for each in texts})


def is_project(name: str) -> bool:
    """Whether a part of an archive is the XML of a project, by its name."""
    return "/" not in name and name.lower().endswith(".qde")


def parsed(source: str, written: bytes) -> "Element":
    """Return the root of the XML of a project or a codebook.

    Raises:
        UnreadableFile: it is broken.
        Overgrown: it is too large, or declares entities.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if len(written) > MOST_UNPACKED or written.count(b"<") > _MOST_TAGS:
        raise too_large(source, _KIND)
    try:
        root: Element = fromstring(written, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise _broken(source) from error
    return root


def _broken(source: str) -> UnreadableFile:
    return UnreadableFile(source, Message("the project is broken or has no codes and texts in it"), _EXPORT_AGAIN)


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].lower()


def _decoded(source: str, data: bytes) -> str | None:
    """Return a text, line ends as they are; by the standard it is UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return decode(source, data)
    except InputError:
        return None

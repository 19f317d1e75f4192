"""Whether the bytes of a file, as it was handed in, hold words that have to go; in doubt they do."""

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape

from nlp.documents.archive import BROKEN_ZIP
from nlp.errors import InputError
from nlp.text.decode import decode
from nlp.text.signature import ZIP, signature

MOST_UNPACKED = 200_000_000
_TAG = re.compile(r"<[^>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def holds(content: bytes, hide: Callable[[str], str]) -> bool:
    """Return whether a file holds what `hide` takes out of a text; True where nobody can look inside.

    Nobody looks into PDFs, pictures and old office files: their words may be drawn, or kept in pieces.
    """
    if not content:
        return False
    known = signature(content)
    if known is ZIP:
        return _archive_holds(content, hide)
    if known is not None:
        return True
    try:
        return _tells(decode("", content), hide)
    except InputError:
        return True


def _archive_holds(content: bytes, hide: Callable[[str], str]) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                return True
            return any(_part_holds(part.filename, archive.read(part), hide) for part in parts if not part.is_dir())
    except BROKEN_ZIP:
        return True


def _part_holds(name: str, data: bytes, hide: Callable[[str], str]) -> bool:
    if hide(name) != name:
        return True
    if not name.lower().endswith((".xml", ".rels", ".txt", ".json", ".csv", ".html", ".vtt", ".srt")):
        return name.lower().endswith((".bin", ".pdf", ".docx", ".xlsx", ".zip"))
    return _tells(data.decode("utf-8", "replace"), hide)


def _tells(text: str, hide: Callable[[str], str]) -> bool:
    """Whether a text tells it: as it is, without the tags between its letters, or with its signs unescaped."""
    plain = unescape(_TAG.sub("", text))
    spaced = unescape(_TAG.sub(" ", text))
    told = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return any(hide(each) != each for each in (text, plain, spaced, told))

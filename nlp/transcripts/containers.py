"""What a file is by its container, told before anything that reads it is loaded."""

import re

from nlp.documents.archive import OPEN_DOCUMENT, WORD, WORKBOOK, archive_kind, is_open_sheets, part_names
from nlp.text.signature import JPEG, PDF, PNG, RTF, signature
from nlp.transcripts.source import Source

_CHAT = re.compile(r"_chat\.txt|[^/]*WhatsApp[^/]*\.txt")
_FIRST_HEADER = 4096


def is_word_file(source: Source) -> bool:
    """Whether the file is a zip archive with the main part of a docx."""
    return source.archive and archive_kind(source.data) is WORD


def is_workbook(source: Source) -> bool:
    """Whether the file is a zip archive with the main part of a workbook."""
    return source.archive and archive_kind(source.data) is WORKBOOK


def is_chat_archive(source: Source) -> bool:
    """Whether the file is a zip with a text file at its top, as WhatsApp names it; cut short, whether it begins so."""
    if not source.archive:
        return False
    names = part_names(source.data)
    return any(_CHAT.fullmatch(name) for name in names) if names else b"_chat.txt" in source.data[:_FIRST_HEADER]


def is_of_pages(source: Source) -> bool:
    """Whether the file is a PDF, a picture, an RTF or an OpenDocument text: pages whose words have to be taken out."""
    if signature(source.data) in (PDF, PNG, JPEG, RTF):
        return True
    return source.archive and archive_kind(source.data) is OPEN_DOCUMENT and not is_open_sheets(source.data)

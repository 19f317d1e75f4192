"""The ending that a nameless input would have, told from its content: what comes through a pipe has no name."""

import csv
import re

from nlp.text.signature import JPEG, OLE, PDF, PNG, RTF, ZIP, signature

_SIGNED = {OLE: ".xls", RTF: ".rtf", PDF: ".pdf", PNG: ".png", JPEG: ".jpg"}
_MARKS = (
    (re.compile(rb"WEBVTT\b"), ".vtt"),
    (re.compile(rb"\d+\s*\r?\n\d\d:\d\d:\d\d,\d"), ".srt"),
    (re.compile(rb"[{\[]\s*[\"{\[\]}]"), ".json"),
    (re.compile(rb"<\?xml[^>]*>\s*<CodeBook\b"), ".qdc"),
    (re.compile(rb"<\?xml"), ".xml"),
)
"""How text of a known form begins."""
_HEAD = 65_536
_DELIMITERS = ",;\t|"
_TEXTS = frozenset({"text", "note"})
_PROSE = re.compile(r"^\s*$|^\s*[-*•–#]", re.MULTILINE)
"""Blank lines and bullets, which the one column of a table has not."""


def ending_of(data: bytes) -> str:
    """Return ".csv", ".xlsx", ".vtt" ...; ".txt" for running text, and "" for what nothing here reads."""
    known = signature(data)
    if known is ZIP:
        return _ending_of_archive(data)
    if known is not None:
        return _SIGNED.get(known, "")
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, ending in _MARKS:
        if mark.match(start):
            return ending
    return ".csv" if _is_table(data) else ".txt"


def _ending_of_archive(data: bytes) -> str:
    from nlp.documents.archive import CODED_PROJECT, OPEN_DOCUMENT, WORD, WORKBOOK, archive_kind, is_open_sheets

    held = archive_kind(data)
    if held is OPEN_DOCUMENT:
        return ".ods" if is_open_sheets(data) else ".odt"
    return {WORD: ".docx", WORKBOOK: ".xlsx", CODED_PROJECT: ".qdpx"}.get(held, ".zip") if held else ".zip"


def _is_table(data: bytes) -> bool:
    """Whether text is a table: its headers are known, or its one header is that of the notes."""
    from nlp.documents.tables.delimited import looks_like_table
    from nlp.errors import InputError
    from nlp.text.decode import decode

    try:
        text = decode("", data)
    except InputError:
        return False
    return looks_like_table(text) or _has_column_of_texts(text.lstrip("\ufeff\r\n"))


def _has_column_of_texts(text: str) -> bool:
    """Whether the first line has a header of texts, alone above lines of prose or beside others above rows."""
    from nlp.documents.tables.column_names import meaning

    first, _, rest = text.partition("\n")
    second = rest.partition("\n")[0]
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([first], delimiter=delimiter), [])
        if len(cells) > 1 and delimiter in second and any(meaning(cell) in _TEXTS for cell in cells):
            return True
    alone = meaning(first.strip().strip('"')) in _TEXTS
    return alone and bool(rest.strip()) and not _PROSE.search(rest.strip())

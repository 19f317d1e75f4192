"""RTF: its text by striprtf, with the headings, lists and tables that plain text would lose."""

import re
from collections.abc import Iterator
from itertools import count

from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.tables.table import Grid, Row
from nlp.errors import UnreadableFile
from nlp.messages import Message

_MOST = 8 * 2**20
_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{2}\s*){400,}")
# What striprtf makes of links takes quadratic time; as words that it does not know they are passed over.
_FIELD = re.compile(rb"\\fldinst(?![a-z])", re.IGNORECASE)
_STYLE_NAME = re.compile(
    r"\{(?:\\\*)?\\s(\d+)\b[^;{}]*(?:\{[^{}]*\}[^;{}]*)*?\b(?:heading (\d)|(title));\}", re.IGNORECASE
)
_STYLED = re.compile(r"\\s(\d+)(?!\d) ?")
_OUTLINE = re.compile(r"\\outlinelevel([0-8])(?!\d) ?")
_LIST_TEXT = re.compile(r"\{\\(?:\*\\)?(?:listtext|pntext)(?=[\\ ])[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_CELL_ENDS = re.compile(r"\\(?:nest)?cell(?![a-z])")
_ROW_ENDS = re.compile(r"\\(?:nest)?row(?![a-z])")
_HEADING, _ITEM, _CELL, _ROW = "\ue000", "\ue001", "\ue002", "\ue003"
_HEADINGS = re.compile(rf"(?:{_HEADING}(\d))+")


def read_rich_text(source: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of an RTF file in the order of the page.

    Raises:
        UnreadableFile: broken, or longer than anybody writes.
    """
    from striprtf.striprtf import rtf_to_text

    written = _FIELD.sub(rb"\\fld", _PICTURE.sub(b"", data))
    if len(written) > _MOST:
        problem = Message("the file is larger than {most} MB", {"most": _MOST // 2**20})
        raise UnreadableFile(source, problem, Message("Split it and hand in the parts"))
    try:
        text = str(rtf_to_text(_marked(written.decode("latin-1")), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf raises whatever a damaged control word leads to
        problem = Message("the {kind} is broken or was not downloaded to its end", {"kind": "rtf"})
        raise UnreadableFile(source, problem, Message("Open it in a word processor and save it as docx")) from error
    return list(_blocks(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")))


def _marked(rtf: str) -> str:
    """Return RTF with signs in its text where headings and items begin and where cells and rows end."""
    levels = {style: int(level or 0) for style, level, _ in _STYLE_NAME.findall(rtf)}
    rtf = _LIST_TEXT.sub(lambda _: _control(_ITEM), rtf)
    rtf = _STYLED.sub(lambda found: found[0] + (_heading(levels[found[1]]) if found[1] in levels else ""), rtf)
    rtf = _OUTLINE.sub(lambda found: found[0] + _heading(int(found[1]) + 1), rtf)
    rtf = _CELL_ENDS.sub(lambda found: _control(_CELL) + found[0], rtf)
    return _ROW_ENDS.sub(lambda found: _control(_ROW) + found[0], rtf)


def _control(sign: str) -> str:
    return rf"\u{ord(sign) - 0x10000}?"


def _heading(level: int) -> str:
    return f"{_control(_HEADING)}{level}"


def _blocks(text: str) -> Iterator[Paragraph | Grid]:
    """Return what stands between the ends of rows: the cells of a row, and before its first the paragraphs."""
    numbers = count(1)
    rows: list[Row] = []
    *chunks, rest = text.split(_ROW)
    for chunk in chunks:
        lines = chunk.removeprefix("\n").split("\n")
        first = next((at for at, line in enumerate(lines) if _CELL in line), 0)
        before = lines[:first] if not rows or any(line.strip() for line in lines[:first]) else []
        if rows and before:
            yield Grid("", tuple(rows))
            rows = []
        yield from (_paragraph(next(numbers), line) for line in before)
        cells = "\n".join(lines[len(before) :]).split(f"{_CELL}|")
        rows.append(Row(next(numbers), tuple(_plain(cell) for cell in cells[:-1])))
    if rows:
        yield Grid("", tuple(rows))
    yield from (_paragraph(next(numbers), line) for line in (rest.removeprefix("\n") if chunks else rest).split("\n"))


def _paragraph(number: int, line: str) -> Paragraph:
    heading = _HEADINGS.search(line)
    return Paragraph(number, _plain(line), int(heading[1]) + 1 if heading else 0, _ITEM in line and not heading, None)


def _plain(text: str) -> str:
    return _HEADINGS.sub("", text).replace(_ITEM, "").replace(_CELL, "").strip()

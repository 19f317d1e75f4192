"""A box around paragraphs, which stay paragraphs: headings in it are still found by Word."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from service.exports.office.word.styles import AFTER_BORDERS
from service.exports.pictures.drawing import LINE

INSIDE = 6
HANGING = 14.0
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="6" w:space="{INSIDE}" w:color="{LINE[1:]}"/>'
    for edge in ("top", "left", "bottom", "right")
)


def draw_box(paragraphs: Sequence[Any]) -> None:
    """Draw one box around paragraphs that follow each other.

    Word draws one box only around paragraphs with the same borders and the same indents: all have those of a list.
    """
    for paragraph in paragraphs:
        given = paragraph.paragraph_format
        given.left_indent, given.right_indent = Pt(INSIDE + HANGING), Pt(INSIDE)
        given.first_line_indent = Pt(-HANGING)
        borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{_EDGES}</w:pBdr>")
        paragraph._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)

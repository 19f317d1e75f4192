"""The styles of a document for Word: what a person finds in its list of styles and changes in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from nlp.fonts.faces import LATIN, face_of
from service.exports.office.signs import place
from service.exports.pictures.drawing import ACCENT, INK, LINE, QUIET

TEXT_WIDTH = 17.8
"""Of an A4 page between its margins, in centimetres."""

TABLE = "Manyvoices Table"
COLUMNS = "Manyvoices Columns"
COMPLEX_LARGER = 1.06
"""Bengali and Devanagari letters look smaller than Latin ones of the same size."""

AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:outlineLvl")
"""What comes after borders in the properties of a paragraph."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks; spaces and indents in points."""

    size: float
    colour: str = INK
    bold: bool = False
    before: float = 0.0
    after: float = 6.0
    indent: float = 0.0
    bar: str = ""
    next_too: bool = False


LOOKS: Mapping[str, Look] = {
    "Normal": Look(9.5, after=3),
    "Title": Look(20, bold=True, after=0, next_too=True),
    "Subtitle": Look(9.5, QUIET, after=8),
    "Heading 1": Look(14, bold=True, before=9, after=3, next_too=True),
    "Heading 2": Look(11.5, bold=True, before=8, after=1, next_too=True),
    "Heading 3": Look(10.5, bold=True, before=6, after=1, next_too=True),
    "Lead": Look(10.5, after=4),
    "Small": Look(8.5, QUIET, after=2),
    "Caution": Look(9, QUIET, after=4, indent=10, bar=LINE),
    "Reading": Look(9.5, bold=True, before=3, after=1, next_too=True),
    "Counts": Look(8.5, QUIET, after=2, next_too=True),
    "Quote": Look(9.5, before=2, after=0, indent=10, bar=QUIET, next_too=True),
    "Quote Source": Look(8.5, QUIET, after=3, indent=10, bar=QUIET),
    "Ask": Look(9.5, ACCENT, bold=True, before=4, after=2, next_too=True),
    "Question": Look(10, after=2, indent=10, bar=ACCENT),
    "Hint": Look(8.5, QUIET, after=3, indent=10, bar=ACCENT),
    "List Bullet": Look(9.5, after=1),
    "List Number": Look(9.5, after=1),
    "Caption": Look(9.5, bold=True, before=4, after=2, next_too=True),
    "Cell": Look(9, after=1),
    "Small Cell": Look(8, after=0),
    "Gap": Look(4, after=0),
    "Header": Look(8.5, QUIET, after=0),
    "Footer": Look(8.5, QUIET, after=0),
    "toc 1": Look(9.5, before=0, after=0),
    "Contents Heading": Look(11, bold=True, before=0, after=2, next_too=True),
}


def set_styles(file: Any, language: str) -> None:  # noqa: ANN401 - a document of python-docx
    """Give a document its styles, for sentences in a language."""
    _set_defaults(file, language)
    for name, look in LOOKS.items():
        _dress(_style(file, name), look)
    _add_table_styles(file)


def _style(file: Any, name: str) -> Any:  # noqa: ANN401 - of python-docx
    if name in file.styles:
        return file.styles[name]
    made = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = file.styles["Normal"]
    made.quick_style = not name.startswith("toc")
    return made


def _dress(style: Any, look: Look) -> None:  # noqa: ANN401 - of python-docx
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    style.font.size, style.font.color.rgb = Pt(look.size), RGBColor.from_string(look.colour[1:].upper())
    style.font.bold = style.font.cs_bold = look.bold
    larger = OxmlElement("w:szCs")
    larger.set(qn("w:val"), str(round(2 * look.size * COMPLEX_LARGER)))
    properties.append(larger)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = 1.0
    paragraph.keep_with_next = look.next_too
    paragraph.widow_control = True
    if not style.name.startswith("List"):
        paragraph.left_indent = Pt(look.indent)
    paragraph.tab_stops.clear_all()
    if style.name.startswith("toc"):
        paragraph.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _set_bar(style.element.get_or_add_pPr(), look.bar)


def _set_bar(properties: Any, colour: str) -> None:  # noqa: ANN401 - of python-docx
    """Draw a line at the left, or none where the template has one."""
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if colour:
        bar = f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" w:color="{colour[1:]}"/></w:pBdr>'
        properties.insert_element_before(parse_xml(bar), *AFTER_BORDERS)


def _set_defaults(file: Any, language: str) -> None:  # noqa: ANN401 - of python-docx
    """Say which fonts and which language text has of which nothing else is said."""
    face = face_of(language)
    complex_family = face.family if face is not LATIN else "Noto Sans Bengali"
    names = "".join(f' w:{kind}="{LATIN.family}"' for kind in ("ascii", "hAnsi", "eastAsia"))
    spoken = place(language) if face is not LATIN else "bn-BD"
    latin = place(language) if face is LATIN else "en-GB"
    made = parse_xml(
        f'<w:rPrDefault {nsdecls("w")}><w:rPr><w:rFonts{names} w:cs="{complex_family}"/>'
        f'<w:sz w:val="20"/><w:szCs w:val="21"/><w:lang w:val="{latin}" w:eastAsia="en-GB" w:bidi="{spoken}"/>'
        "</w:rPr></w:rPrDefault>"
    )
    defaults = file.styles.element.find(qn("w:docDefaults"))
    old = defaults.find(qn("w:rPrDefault"))
    defaults.replace(old, made)


def _add_table_styles(file: Any) -> None:  # noqa: ANN401 - of python-docx
    """Add the style of tables, thin lines and a bold first row, and that of columns, which have no lines."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"'
    edges = "".join(f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    first = f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
    _add_table_style(file, TABLE, f"<w:tblBorders>{edges}</w:tblBorders>", _MARGINS, first)
    _add_table_style(file, COLUMNS, "", _COLUMN_MARGINS)


def _add_table_style(file: Any, name: str, borders: str, margins: Mapping[str, int], *more: str) -> None:  # noqa: ANN401 - of python-docx
    style = file.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = file.styles["Normal Table"]
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins.items())
    properties = f"<w:tblPr {nsdecls('w')}>{borders}<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
    for made in (properties, *more):
        style.element.append(parse_xml(made))


_MARGINS: Mapping[str, int] = {"top": 60, "left": 100, "bottom": 60, "right": 100}
_COLUMN_MARGINS: Mapping[str, int] = {"top": 0, "left": 0, "bottom": 40, "right": 280}

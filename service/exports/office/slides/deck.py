"""A deck of slides, 16 to 9: its layouts, its fonts, and new slides whose titles are titles."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from nlp.fonts.faces import LATIN, face_of
from service.exports.office.slides.text import Line, fill
from service.exports.pictures.drawing import QUIET
from service.exports.pictures.sheet import plain
from service.presentation.report.document import Document

WIDTH, HEIGHT = 960.0, 540.0
EDGE = 44.0
INSIDE = WIDTH - 2 * EDGE
TITLE_TOP = 30.0
TITLE_HEIGHT = 86.0
TOP = TITLE_TOP + TITLE_HEIGHT + 12
BOTTOM = HEIGHT - 40.0
ROOM = BOTTOM - TOP
"""How much of a slide is for what stands below its title."""

TITLE_SIZES = (28.0, 24.0)
FOOT = 11.0
_KEPT = (0, 1, 5)
_OPENING, _BODY, _TITLE_ONLY = 0, 1, 2


class Deck:
    """A presentation that grows slide by slide."""

    def __init__(self, document: Document) -> None:
        self.language = document.language
        self.file: Any = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self._foot = plain(document.title)
        _set_fonts(self.file, document.language)
        _widen(self.file)

    def opening(self, title: Markup, under: Markup) -> None:
        """Add the first slide."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[_OPENING])
        _place(slide.shapes.title, 130, 140, low=True)
        _place(slide.placeholders[1], 282, 90)
        fill(slide.shapes.title.text_frame, [_fitting(title, self.language, (40.0, 32.0, 26.0), 140)])
        fill(slide.placeholders[1].text_frame, [Line(under, self.language, 20, colour=QUIET).cut(INSIDE, 90)])

    def slide(self, title: Markup, body: Sequence[Line] = ()) -> Any:  # noqa: ANN401 - of python-pptx
        """Add a slide with its title, and return it; with a body, that is in its placeholder and still to be placed."""
        layouts = self.file.slide_layouts
        slide = self.file.slides.add_slide(layouts[_BODY] if body else layouts[_TITLE_ONLY])
        _place(slide.shapes.title, TITLE_TOP, TITLE_HEIGHT, low=True)
        fill(slide.shapes.title.text_frame, [_fitting(title, self.language, TITLE_SIZES, TITLE_HEIGHT)])
        self._add_foot(slide)
        return slide

    def _add_foot(self, slide: Any) -> None:  # noqa: ANN401 - of python-pptx
        """Write the programme and the number of the slide below."""
        frame = slide.shapes.add_textbox(Pt(EDGE), Pt(HEIGHT - 30), Pt(INSIDE), Pt(20)).text_frame
        fill(frame, [Line(f"{self._foot} · ", self.language, FOOT, colour=QUIET).cut(INSIDE - 40, 20)])
        paragraph = frame.paragraphs[0]._p
        number = _under(paragraph, "a:fld")
        number.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
        number.set("type", "slidenum")
        _under(number, "a:rPr").set("sz", str(int(FOOT * 100)))
        _under(number, "a:t").text = str(len(self.file.slides))


def _under(parent: Any, tag: str) -> Any:  # noqa: ANN401 - of python-pptx
    element = OxmlElement(tag)
    parent.append(element)
    return element


def _fitting(title: Markup, language: str, sizes: Sequence[float], height: float) -> Line:
    """Return a title in the largest size that fits; in the smallest it is cut."""
    lines = [Line(title, language, size, bold=True) for size in sizes]
    return next((line for line in lines if line.height(INSIDE) <= height), lines[-1].cut(INSIDE, height))


def _place(shape: Any, top: float, height: float, *, low: bool = False) -> None:  # noqa: ANN401 - of python-pptx
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    shape.left, shape.top, shape.width, shape.height = Pt(EDGE), Pt(top), Pt(INSIDE), Pt(height)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if low else MSO_ANCHOR.TOP
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def _widen(file: Any) -> None:  # noqa: ANN401 - of python-pptx
    """Stretch the layouts, which are made for 4 to 3, and leave out those that are not used."""
    for at, layout in reversed(list(enumerate(file.slide_layouts))):
        if at not in _KEPT:
            file.slide_layouts.remove(layout)
    for holder in (file.slide_master, *file.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = round(shape.left * 4 / 3), round(shape.width * 4 / 3)


def _set_fonts(file: Any, language: str) -> None:  # noqa: ANN401 - of python-pptx
    """Say in the theme which fonts text has of which nothing else is said."""
    face = face_of(language)
    part = next(rel.target_part for rel in file.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    for fonts in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        fonts.find(qn("a:latin")).set("typeface", LATIN.family)
        fonts.find(qn("a:cs")).set("typeface", face.family)
    part._blob = serialize_part_xml(theme)

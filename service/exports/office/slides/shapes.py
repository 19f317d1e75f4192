"""Drawings on slides: as shapes that a person can move and recolour, or as a picture where these would be hundreds."""

import io
from collections.abc import Mapping
from typing import Any

from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from nlp.fonts.shaping import is_complex, width_of
from service.exports.office.signs import clean
from service.exports.office.slides.text import rgb, write_line
from service.exports.pictures.drawing import Bar, Disc, Drawing, Shape, Sign, Stroke, Words, colour_of
from service.exports.pictures.png import as_png

MOST_SHAPES = 300
_SIGNS: Mapping[str, Any] = {
    "circle": MSO_SHAPE.OVAL,
    "square": MSO_SHAPE.RECTANGLE,
    "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "cross": MSO_SHAPE.CROSS,
    "hexagon": MSO_SHAPE.HEXAGON,
    "ring": MSO_SHAPE.OVAL,
}
_SHARE_OF_BOX = {"square": 0.75, "circle": 0.82, "ring": 0.7}
_ANCHORS = {"start": (0.0, PP_ALIGN.LEFT), "middle": (0.5, PP_ALIGN.CENTER), "end": (1.0, PP_ALIGN.RIGHT)}


def add_drawing(slide: Any, drawing: Drawing, at: tuple[float, float], scale: float, language: str) -> None:  # noqa: ANN401 - of python-pptx
    """Put a drawing on a slide, at a place and a scale in points, with what it shows in words.

    Args:
        slide: of python-pptx.
        drawing: the chart.
        at: where it begins, from the left and from above.
        scale: points for a pixel of the drawing.
        language: of its words.
    """
    left, top = at
    if len(drawing.shapes) > MOST_SHAPES:
        image = io.BytesIO(as_png(drawing))
        made = slide.shapes.add_picture(image, Pt(left), Pt(top), Pt(drawing.width * scale), Pt(drawing.height * scale))
        told = made._element.nvPicPr.cNvPr
    else:
        slide.shapes.turbo_add_enabled = True
        brush = _Brush(slide.shapes, left, top, scale, language)
        for shape in drawing.shapes:
            brush.add(shape)
        group = slide.shapes.add_group_shape(brush.made)
        told = group._element.nvGrpSpPr.cNvPr
    told.set("name", clean(drawing.title))
    told.set("descr", clean(f"{drawing.title}. {drawing.says}"))


class _Brush:
    """Adds shapes to a slide, and knows them: a group that grew shape by shape would be measured after each."""

    def __init__(self, shapes: Any, left: float, top: float, scale: float, language: str) -> None:  # noqa: ANN401 - of python-pptx
        self._shapes, self._left, self._top, self._scale, self._language = shapes, left, top, scale, language
        self.made: list[Any] = []

    def add(self, shape: Shape) -> None:
        """Add one shape."""
        match shape:
            case Bar():
                made = self._form(MSO_SHAPE.RECTANGLE, shape.x, shape.y, shape.width, shape.height)
                self._paint(made, shape.fill, shape.edge, dashed=True)
            case Sign():
                self._sign(shape)
            case Disc():
                size = 2 * shape.radius
                made = self._form(MSO_SHAPE.OVAL, shape.x - shape.radius, shape.y - shape.radius, size, size)
                colours = ("", shape.colour) if shape.hollow else (shape.colour, "")
                self._paint(made, *colours, dashed=shape.hollow)
            case Stroke():
                self._stroke(shape)
            case Words():
                self._words(shape)

    def _sign(self, sign: Sign) -> None:
        size = sign.size * _SHARE_OF_BOX.get(sign.mark.shape, 0.92)
        made = self._form(_SIGNS[sign.mark.shape], sign.x - size / 2, sign.y - size / 2, size, size)
        hollow = sign.mark.outlined or sign.mark.shape == "ring"
        colour = colour_of(sign.mark)
        self._paint(made, *(("", colour) if hollow else (colour, "")), width=sign.size / 8)

    def _stroke(self, stroke: Stroke) -> None:
        for (x, y), (x_, y_) in zip(stroke.points, stroke.points[1:], strict=False):
            ends = (self._x(x), self._y(y), self._x(x_), self._y(y_))
            made = self._shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
            self.made.append(made)
            _undress(made)
            line = made.line
            line.color.rgb, line.width = rgb(stroke.colour), Pt(stroke.width * self._scale)

    def _words(self, words: Words) -> None:
        size = words.size * self._scale
        width = width_of(words.text, words.size, bold=words.bold) + 2
        part, side = _ANCHORS[words.anchor]
        high = words.size * (1.6 if is_complex(words.text) else 1.36)
        box = (self._x(words.x - part * width), self._y(words.y - 0.35 * words.size - high / 2))
        made = self._shapes.add_textbox(*box, Pt(width * self._scale), Pt(high * self._scale))
        self.made.append(made)
        frame = made.text_frame
        frame.word_wrap, frame.auto_size = False, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment, paragraph.line_spacing = side, Pt(high * self._scale)
        write_line(paragraph, words.text, self._language, size, words.colour, bold=words.bold)

    def _form(self, kind: Any, x: float, y: float, width: float, height: float) -> Any:  # noqa: ANN401 - of python-pptx
        made = self._shapes.add_shape(kind, self._x(x), self._y(y), Pt(width * self._scale), Pt(height * self._scale))
        self.made.append(made)
        _undress(made)
        return made

    def _paint(self, made: Any, fill: str, edge: str, *, width: float = 1.0, dashed: bool = False) -> None:  # noqa: ANN401 - of python-pptx
        if fill:
            made.fill.solid()
            made.fill.fore_color.rgb = rgb(fill)
        else:
            made.fill.background()
        if not edge:
            made.line.fill.background()
            return
        made.line.color.rgb, made.line.width = rgb(edge), Pt(width * self._scale)
        if dashed:
            made.line.dash_style = MSO_LINE_DASH_STYLE.DASH

    def _x(self, x: float) -> Any:  # noqa: ANN401 - of python-pptx
        return Pt(self._left + x * self._scale)

    def _y(self, y: float) -> Any:  # noqa: ANN401 - of python-pptx
        return Pt(self._top + y * self._scale)


def _undress(made: Any) -> None:  # noqa: ANN401 - of python-pptx
    """Take a shape out of the theme, whose shapes have shadows."""
    made._element.remove(made._element.find(qn("p:style")))

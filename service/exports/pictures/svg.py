"""A drawing as SVG. Letters are outlines: no program has to know how to shape them, and none needs the fonts."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from nlp.fonts.shaping import UNITS, shaped
from service.exports.pictures.drawing import PAPER, Bar, Disc, Drawing, Point, Shape, Sign, Stroke, Words, colour_of
from service.exports.pictures.marks import corners

DASHED = ' stroke-dasharray="4 3"'
_COMMANDS = {1: ("M", 1), 2: ("L", 1), 3: ("Q", 2), 4: ("C", 3)}
_CLOSE = 79


def as_svg(drawing: Drawing) -> bytes:
    """Return a drawing as one SVG file, with its title and what it says for those who cannot see it."""
    width, height = _n(drawing.width), _n(drawing.height)
    glyphs = _Glyphs()
    shapes = [_shape(shape, glyphs) for shape in drawing.shapes]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        ' role="img" aria-labelledby="title says">',
        f'<title id="title">{escape(drawing.title)}</title>',
        f'<desc id="says">{escape(drawing.says)}</desc>',
        *(["<defs>", *glyphs.written(), "</defs>"] if glyphs else ()),
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *shapes,
        "</svg>",
    ]
    return "\n".join(lines).encode()


class _Glyphs:
    """The outlines of a file, each written once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Any]] = {}

    def __bool__(self) -> bool:
        return bool(self._known)

    def number(self, name: str, path: Any) -> str:  # noqa: ANN401 - of matplotlib
        """Return the name of an outline inside this file."""
        return self._known.setdefault(name, (f"g{len(self._known)}", path))[0]

    def written(self) -> Iterator[str]:
        """Yield the outlines, y downwards as in the file."""
        for number, path in self._known.values():
            yield f'<path id="{number}" d="{_outline(path)}"/>'


def _shape(shape: Shape, glyphs: _Glyphs) -> str:
    match shape:
        case Bar():
            place = f'<rect x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
            return f"{place}{_paint(shape.fill, shape.edge, dashed=True)}/>"
        case Sign():
            return _sign(shape)
        case Disc():
            edge = _paint("", shape.colour, dashed=True) if shape.hollow else _paint(shape.colour)
            return f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"{edge}/>'
        case Stroke():
            points = _points(shape.points)
            return f'<polyline points="{points}" fill="none" stroke="{shape.colour}" stroke-width="{_n(shape.width)}"/>'
        case Words():
            return _words(shape, glyphs)


def _sign(sign: Sign) -> str:
    colour, hollow = colour_of(sign.mark), sign.mark.outlined or sign.mark.shape == "ring"
    paint = _paint("", colour, width=sign.size / 8) if hollow else _paint(colour)
    points = corners(sign)
    if points:
        return f'<polygon points="{_points(points)}"{paint}/>'
    return f'<circle cx="{_n(sign.x)}" cy="{_n(sign.y)}" r="{_n(sign.size * 0.42)}"{paint}/>'


def _words(words: Words, glyphs: _Glyphs) -> str:
    line, size = shaped(words.text, bold=words.bold), words.size / UNITS
    left = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * line.width * size
    used = "".join(
        f'<use href="#{glyphs.number(glyph.name, glyph.path)}" x="{_n(glyph.x)}" y="{_n(-glyph.y)}"/>'
        for glyph in line.glyphs
        if len(glyph.path.vertices)
    )
    where = f"translate({_n(left)} {_n(words.y)}) scale({size:.4g})"
    return f'<g transform="{where}" fill="{words.colour}" aria-label={quoteattr(words.text)}>{used}</g>'


def _paint(fill: str = "", edge: str = "", *, width: float = 1.0, dashed: bool = False) -> str:
    if not edge:
        return f' fill="{fill}"'
    return f' fill="{fill or "none"}" stroke="{edge}" stroke-width="{_n(width)}"{DASHED if dashed else ""}'


def _outline(path: Any) -> str:  # noqa: ANN401 - of matplotlib
    parts, at = [], 0
    vertices, codes = path.vertices, path.codes
    while at < len(codes):
        code = int(codes[at])
        if code == _CLOSE:
            parts.append("Z")
            at += 1
            continue
        letter, count = _COMMANDS[code]
        parts.append(letter + " ".join(f"{_n(x)} {_n(-y)}" for x, y in vertices[at : at + count]))
        at += count
    return "".join(parts)


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Return a length in tenths of a pixel, as short as can be."""
    return f"{round(value, 1) + 0:g}" if abs(value) < 1e5 else f"{value:.0f}"

"""A drawing as PNG, painted by the renderer of matplotlib alone: no figure, nothing that threads share."""

import io
from typing import Any

from nlp.fonts.shaping import UNITS, shaped
from service.exports.pictures.drawing import (
    DARK,
    LIGHT,
    PAPER,
    Bar,
    Disc,
    Drawing,
    Shape,
    Sign,
    Stroke,
    Words,
    colour_of,
)
from service.exports.pictures.marks import corners

SCALE = 2
PER_INCH = 96
DASH = (4.0, 3.0)
DARK_STEPS = 16
LIGHT_STEPS = 4


def as_png(drawing: Drawing, scale: float = SCALE) -> bytes:
    """Return a drawing as PNG, `scale` times as large as on a screen and marked so."""
    from matplotlib.backends import backend_agg
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    width, height = (max(1, round(length * scale)) for length in (drawing.width, drawing.height))
    agg: Any = backend_agg
    renderer = agg.RendererAgg(width, height, PER_INCH)
    brush = _Brush(renderer, scale, height)
    brush.paint(Bar(0, 0, drawing.width, drawing.height, PAPER))
    for shape in drawing.shapes:
        brush.paint(shape)
    told, file = PngInfo(), io.BytesIO()
    told.add_itxt("Title", drawing.title)
    told.add_itxt("Description", drawing.says)
    image = Image.frombuffer("RGBA", (width, height), renderer.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
    palette = Image.new("P", (1, 1))
    palette.putpalette(_palette())
    image = image.quantize(palette=palette, dither=Image.Dither.NONE)
    image.save(file, "PNG", dpi=(PER_INCH * scale, PER_INCH * scale), pnginfo=told)
    return file.getvalue()


def _palette() -> list[int]:
    """Return paper and every colour on its way to it: a third of the bytes, and no edge is less smooth."""
    colours: list[tuple[float, ...]] = [_rgb(PAPER)]
    for shades, steps in ((DARK, DARK_STEPS), (LIGHT, LIGHT_STEPS)):
        for shade in map(_rgb, shades):
            ways = (step / steps for step in range(1, steps + 1))
            colours += [tuple(1 - way * (1 - part) for part in shade) for way in ways]
    return [round(255 * part) for colour in colours for part in colour[:3]]


class _Brush:
    """Paints shapes; the renderer's y grows upwards."""

    def __init__(self, renderer: Any, scale: float, height: float) -> None:  # noqa: ANN401 - of matplotlib
        from matplotlib.transforms import Affine2D

        self._renderer, self._scale, self._height = renderer, scale, height
        self._whole = Affine2D().scale(scale, -scale).translate(0, height)

    def paint(self, shape: Shape) -> None:
        """Paint one shape."""
        match shape:
            case Bar():
                self._bar(shape)
            case Sign():
                self._sign(shape)
            case Disc():
                self._disc(shape)
            case Stroke():
                self._path(self._line(shape.points), edge=shape.colour, width=shape.width)
            case Words():
                self._words(shape)

    def _bar(self, bar: Bar) -> None:
        right, below = bar.x + bar.width, bar.y + bar.height
        box = ((bar.x, bar.y), (right, bar.y), (right, below), (bar.x, below))
        self._path(self._line(box, closed=True), bar.fill, bar.edge, dashed=True)

    def _disc(self, disc: Disc) -> None:
        from matplotlib.path import Path

        path = Path.circle((disc.x, disc.y), disc.radius)
        self._path(path, "" if disc.hollow else disc.colour, disc.colour if disc.hollow else "", dashed=disc.hollow)

    def _sign(self, sign: Sign) -> None:
        from matplotlib.path import Path

        colour, hollow = colour_of(sign.mark), sign.mark.outlined or sign.mark.shape == "ring"
        points = corners(sign)
        path = self._line(points, closed=True) if points else Path.circle((sign.x, sign.y), sign.size * 0.42)
        self._path(path, "" if hollow else colour, colour if hollow else "", width=sign.size / 8)

    def _words(self, words: Words) -> None:
        from matplotlib.transforms import Affine2D

        line, size = shaped(words.text, bold=words.bold), words.size / UNITS
        left = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * line.width * size
        brush = self._brush()
        for glyph in line.glyphs:
            x, y = (left + glyph.x * size) * self._scale, self._height - (words.y - glyph.y * size) * self._scale
            place = Affine2D().scale(size * self._scale).translate(x, y)
            self._renderer.draw_path(brush, glyph.path, place, _rgb(words.colour))

    def _path(self, path: Any, fill: str = "", edge: str = "", *, width: float = 1.0, dashed: bool = False) -> None:  # noqa: ANN401 - of matplotlib
        brush = self._brush()
        if edge:
            brush.set_linewidth(width * self._scale * 72 / PER_INCH)
            brush.set_foreground(edge)
            if dashed:
                brush.set_dashes(0, [each * self._scale * 72 / PER_INCH for each in DASH])
        self._renderer.draw_path(brush, path, self._whole, _rgb(fill) if fill else None)

    def _brush(self) -> Any:  # noqa: ANN401 - of matplotlib
        brush = self._renderer.new_gc()
        brush.set_linewidth(0)
        brush.set_snap(False)
        return brush

    @staticmethod
    def _line(points: tuple[tuple[float, float], ...], *, closed: bool = False) -> Any:  # noqa: ANN401 - of matplotlib
        from matplotlib.path import Path

        return Path((*points, points[0]) if closed else points, closed=closed)


def _rgb(colour: str) -> tuple[float, float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue, 1.0

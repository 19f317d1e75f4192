"""A sheet that grows downwards while a picture is put on it."""

from collections.abc import Iterable

from markupsafe import Markup

from nlp.fonts.shaping import width_of
from nlp.fonts.wrapping import leading, wrapped
from service.exports.pictures.drawing import BAND, INK, LINE, QUIET, Bar, Drawing, Shape, Sign, Stroke, Words, moved
from service.presentation.i18n import Language
from service.presentation.team_marks import Mark

SIZE = 15.0
SMALL = 13.0
SIGN = 14.0
GAP = 12.0


class Sheet:
    """Shapes on a sheet of some width; `y` is where the next row begins."""

    def __init__(self, width: float, language: Language) -> None:
        self.width = width
        self.language = language
        self.y = 0.0
        self.shapes: list[Shape] = []

    def add(self, *shapes: Shape) -> None:
        """Put shapes on the sheet."""
        self.shapes.extend(shapes)

    def lines(
        self,
        text: str | Markup | None,
        x: float = 0.0,
        width: float | None = None,
        *,
        y: float | None = None,
        size: float = SIZE,
        bold: bool = False,
        colour: str = INK,
        most: int = 0,
    ) -> float:
        """Write a text in as many lines as it needs; return how high they are. Without `y` the sheet goes on below."""
        written = plain(text)
        broken = wrapped(written, self.width - x if width is None else width, size, bold=bold, most=most)
        top, step = self.y if y is None else y, leading(written) * size
        for number, line in enumerate(broken):
            self.add(Words(x, top + (number + 0.5) * step + 0.35 * size, line, size, colour, bold))
        if y is None:
            self.y = top + len(broken) * step
        return len(broken) * step

    def team(self, mark: Mark, x: float, width: float, y: float, *, bold: bool = False) -> float:
        """Write the name of a team behind its mark and return how high that is."""
        name = mark.name or str(self.language.gettext("no team"))
        self.add(Sign(x + SIGN / 2, y + leading(name) * SIZE / 2, SIGN, mark))
        return self.lines(name, x + SIGN + 6, width - SIGN - 6, y=y, bold=bold)

    def finished(self, title: str, says: str, edge: float) -> Drawing:
        """Return the drawing, with an edge of paper around it."""
        shapes = tuple(moved(shape, edge, edge) for shape in self.shapes)
        return Drawing(self.width + 2 * edge, self.y + 2 * edge, title, says, shapes)

    def track(self, x: float, y: float, width: float, bar: "Amount", *, height: float = 12.0) -> None:
        """Draw a bar on its track, its band of chance behind it."""
        self.add(Stroke(((x, y + height / 2), (x + width, y + height / 2)), LINE))
        if bar.low is not None and bar.high is not None and bar.high > bar.low:
            self.add(Bar(x + width * bar.low / 100, y, width * (bar.high - bar.low) / 100, height, BAND))
        if bar.share > 0:
            self.add(Bar(x, y + height / 4, width * bar.share / 100, height / 2, bar.colour))


class Amount:
    """The length of a bar, 0 to 100, with the ends of its band of chance."""

    __slots__ = ("colour", "high", "low", "share")

    def __init__(self, share: float, colour: str, low: float | None = None, high: float | None = None) -> None:
        self.share, self.colour, self.low, self.high = share, colour, low, high


def plain(text: str | Markup | None) -> str:
    """Return a text without its markup, as a picture shows it."""
    if text is None:
        return ""
    return str(text.striptags()) if isinstance(text, Markup) else text


def widest(texts: Iterable[str | Markup], size: float = SIZE, *, most: float, least: float = 0.0) -> float:
    """Return a width in which the longest of some texts stands on one line, within two bounds."""
    return min(most, max([least, *(width_of(plain(text), size) + 1 for text in texts)]))


def quiet(sheet: Sheet, text: str | Markup | None, x: float = 0.0, width: float | None = None) -> None:
    """Write a line in small, quiet letters, nothing where there is no text."""
    if text:
        sheet.lines(text, x, width, size=SMALL, colour=QUIET)

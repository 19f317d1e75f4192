"""A picture as few kinds of shapes, so that PNG, SVG and slides show the same one.

All lengths are pixels of a screen (96 to the inch), y grows downwards.
"""

from dataclasses import dataclass, replace

from service.presentation.team_marks import Mark

PAPER = "#ffffff"
INK = "#1f2328"
QUIET = "#565c64"
LINE = "#d8d4cb"
ACCENT = "#22508f"
BAND = "#dcdcdc"
PALE = "#b4b7bb"
TEAMS = ("#6b6f76", "#274b7f", "#936312", "#84447f", "#1b6f87", "#7a6a58", "#4f5864")
"""The colours of team marks on paper, as the style sheet has them; 0 is the neutral one."""

DARK = (INK, QUIET, ACCENT, *TEAMS)
LIGHT = (LINE, BAND, PALE)
"""All colours that are painted on paper."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; without `fill` its edge is drawn, dashed."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark of a team, around its centre."""

    x: float
    y: float
    size: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle; hollow ones have a dashed edge."""

    x: float
    y: float
    radius: float
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    colour: str = LINE
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on its baseline; `anchor` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    size: float
    colour: str = INK
    bold: bool = False
    anchor: str = "start"


Shape = Bar | Sign | Disc | Stroke | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its shapes in the order in which they are painted, and what it says in words."""

    width: float
    height: float
    title: str
    says: str
    shapes: tuple[Shape, ...]


def colour_of(mark: Mark) -> str:
    """Return the colour of a team."""
    return TEAMS[mark.number]


def moved(shape: Shape, right: float, down: float) -> Shape:
    """Return a shape further right and down."""
    if isinstance(shape, Stroke):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    return replace(shape, x=shape.x + right, y=shape.y + down)

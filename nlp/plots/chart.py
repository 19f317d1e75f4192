"""A figure whose words are shaped right in every script that the bundled fonts have."""

import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.ticker import MaxNLocator, PercentFormatter

from nlp.fonts.faces import FACES, LATIN
from nlp.fonts.shaping import FORMS, drawable, stretches
from nlp.fonts.wrapping import wrapped

WIDTH = 8.5
ROW = 0.42
EDGE = 1.1
"""Inches: of the figure, of a row, and of what stands above and below the rows."""

INK, QUIET, LINE = "#1f2328", "#565c64", "#d8d4cb"
COLOURS = ("#274b7f", "#936312", "#84447f", "#1b6f87", "#7a6a58", "#4f5864")
MARKS = "osD^vPX"
LABEL = 210.0
PIXELS = 4 / 3
SIZE = 10.0
FALLBACK = "DejaVu Sans"


class Chart(Figure):
    """A figure that a notebook shows by itself; `savefig` writes it as PNG, SVG or PDF."""

    def _repr_png_(self) -> bytes:
        file = io.BytesIO()
        self.savefig(file, format="png", dpi=150)
        return file.getvalue()


def chart(rows: Sequence[float]) -> tuple[Chart, list[Any]]:
    """Return a figure and its axes, one below the other, each with room for so many rows."""
    heights = [ROW * max(each, 2) + EDGE for each in rows]
    figure = Chart(figsize=(WIDTH, sum(heights)), layout="constrained")
    axes = figure.subplots(len(rows), 1, height_ratios=heights, squeeze=False)[:, 0]
    for each in axes:
        each.spines[["top", "right"]].set_visible(False)
        each.spines[["left", "bottom"]].set_color(LINE)
        each.tick_params(colors=QUIET, length=0)
        each.set_axisbelow(True)
    return figure, list(axes)


def said(artist: Any, text: str | None = None, colour: str = INK, size: float = SIZE) -> None:  # noqa: ANN401 - of matplotlib
    """Put words into an artist of matplotlib, or those that it has, in the faces of their script."""
    words = "\n".join(drawable(line) for line in (artist.get_text() if text is None else text).split("\n"))
    faces = dict.fromkeys(sorted((face for face, _ in stretches(words)), key=lambda face: face is LATIN))
    artist.set(text=words, parse_math=False, color=colour, fontsize=size)
    artist.set_fontfamily([*(face.family for face in dict.fromkeys((*faces, *_faces()))), FALLBACK])
    artist.set_language(next((FORMS[face] for face in faces if face in FORMS), None))


def titled(axes: Any, text: str) -> None:  # noqa: ANN401 - of matplotlib
    """Write what axes are of above them."""
    axes.set_title(text or " ", loc="left", pad=10)
    said(axes._left_title, size=SIZE + 1.5)


def named(axes: Any, names: Sequence[str], ends: Sequence[str] = ()) -> None:  # noqa: ANN401 - of matplotlib
    """Give every row its name, the first on top; what stands in `ends` follows it, however long it is."""
    lines = ["\n".join(wrapped(drawable(each), LABEL, SIZE * PIXELS, most=2)) for each in names]
    axes.set_yticks(
        range(len(names)), labels=[each + end for each, end in zip(lines, ends or [""] * len(lines), strict=True)]
    )
    axes.set_ylim(len(names) - 0.5, -0.5)
    for label in axes.get_yticklabels():
        said(label)


def in_percent(axes: Any, what: str, most: float = 1.0) -> None:  # noqa: ANN401 - of matplotlib
    """Let axes go from 0 to a part of 1, and say of what."""
    axes.set_xlim(0, most)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    counted(axes, what, whole=False)


def counted(axes: Any, what: str, *, whole: bool = True) -> None:  # noqa: ANN401 - of matplotlib
    """Say what lengths mean."""
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10], integer=whole))
    axes.set_xlabel(what)
    said(axes.xaxis.label, colour=QUIET)
    for label in axes.get_xticklabels():
        said(label, colour=QUIET, size=SIZE - 1)


def keyed(figure: Chart, axes: Iterable[Any]) -> None:
    """Write below the figure once what each colour and mark stands for."""
    found: dict[str, Any] = {}
    for each in axes:
        for handle, label in zip(*each.get_legend_handles_labels(), strict=True):
            found.setdefault(label, handle)
    if found:
        key = figure.legend(found.values(), found.keys(), loc="outside lower center", ncols=4, frameon=False)
        for text in key.get_texts():
            said(text)


def stacked(axes: Any, names: Sequence[str], parts: Mapping[str, Sequence[int]]) -> None:  # noqa: ANN401 - of matplotlib
    """Draw a bar for each name, made of parts."""
    lefts = [0] * len(names)
    for at, (label, values) in enumerate(parts.items()):
        axes.barh(range(len(names)), values, left=lefts, height=0.6, color=colour_of(at), label=label)
        lefts = [left + value for left, value in zip(lefts, values, strict=True)]
    named(axes, names)


def colour_of(at: int) -> str:
    """Return the colour of the nth of several groups."""
    return COLOURS[at % len(COLOURS)]


def mark_of(at: int) -> str:
    """Return the mark of the nth of several groups, so that nobody has to tell colours apart."""
    return MARKS[at % len(MARKS)]


@cache
def _faces() -> tuple[Any, ...]:
    """Return the bundled faces, once matplotlib knows them."""
    for face in FACES:
        for file in (face.regular, face.bold):
            fontManager.addfont(str(file))
    return FACES

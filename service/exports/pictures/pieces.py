"""Charts that are too high for a page or a slide, in pieces of whole rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Drawing
from service.presentation.i18n import Language
from service.presentation.report.document import Chart

_ROWS = ("rows", "people", "groups", "answers")


def pieces(chart: Chart, language: Language, width: float, most: float) -> tuple[Drawing, ...]:
    """Return a chart without its title as drawings of some width and at most some height, in its order.

    A row that is higher alone stays one drawing; it is for the page to make it smaller.
    """
    whole = draw(chart, language, titled=False, width=width)
    found = next((name for name in _ROWS if hasattr(chart.picture, name)), "")
    if whole.height <= most or not found:
        return (whole,)
    picture: Any = chart.picture

    def drawn(rows: Sequence[object]) -> Drawing:
        part = replace(chart, picture=replace(picture, **{found: tuple(rows)}))
        return draw(part, language, titled=False, width=width)

    return tuple(_filled(getattr(picture, found), drawn, most))


def _filled(rows: Sequence[object], drawn: Callable[[Sequence[object]], Drawing], most: float) -> Iterator[Drawing]:
    """Yield drawings of as many rows as fit."""
    start = 0
    while start < len(rows):
        end, last = start + 1, drawn(rows[start : start + 1])
        while end < len(rows) and (longer := drawn(rows[start : end + 1])).height <= most:
            end, last = end + 1, longer
        yield last
        start = end

"""What a section says, laid out on as many slides as it needs: words in one box, then what is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import Any

from markupsafe import Markup
from pptx.util import Pt

from service.exports.office.slides.deck import EDGE, INSIDE, ROOM, TOP, Deck
from service.exports.office.slides.shapes import add_drawing
from service.exports.office.slides.tables import add_table, rows_that_fit
from service.exports.office.slides.text import Line, fill, height_of
from service.exports.office.slides.words import is_for_notes, lines_of, notes_of
from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Drawing
from service.exports.pictures.pieces import pieces
from service.presentation.i18n import Language
from service.presentation.report.document import (
    Block,
    Chart,
    Section,
    Table,
)

ZOOMS = (1.5, 1.3, 1.15)
FILLED = 0.75
GAP = 12.0
LEAST_FOR_A_CHART = 0.5
DRAWN = (760.0, 900.0, 1080.0)
"""How wide a chart is drawn: the first that fits a slide whole; letters of 15 pixels are 17 to 12 points there."""


@dataclass
class Flow:
    """Slides of one section."""

    deck: Deck
    language: Language
    title: Markup
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    slide: Any = None
    top: float = TOP

    def section(self, section: Section) -> None:
        """Lay out the blocks of a section; one that has none is a slide with its title alone."""
        shown = [block for block in section.blocks if not is_for_notes(block)] or list(section.blocks)
        zoom = self._zoom(shown)
        for chart, blocks in groupby(shown, lambda block: isinstance(block, Chart)):
            if chart:
                self._charts([block for block in blocks if isinstance(block, Chart)])
                continue
            for block in blocks:
                if isinstance(block, Table):
                    self._table(block)
                else:
                    self._say(lines_of(block, self.title, self.language, zoom))
        self.notes += [text for block in section.blocks for text in notes_of(block, self.language)]
        self.finish()

    def _zoom(self, blocks: Sequence[Block]) -> float:
        """Return how much larger words may be than usual: a slide of one question says it large."""
        if any(isinstance(block, Chart | Table) for block in blocks):
            return 1.0
        for zoom in ZOOMS:
            lines = [line for block in blocks for line in lines_of(block, self.title, self.language, zoom)]
            if height_of(lines, INSIDE) <= FILLED * ROOM:
                return zoom
        return 1.0

    def finish(self) -> None:
        """Place what still waits, and write the notes of the last slide."""
        if self.lines or self.slide is None:
            self._place_lines()
        if self.notes:
            frame = self.slide.notes_slide.notes_text_frame
            fill(frame, [Line(text, self.language.code, 12, before=4) for text in self.notes])

    def _say(self, lines: Sequence[Line]) -> None:
        """Add paragraphs; one that does not fit any more, with what must follow it, on a slide of its own."""
        for line, after in zip_longest(lines, lines[1:]):
            used = height_of(self.lines, INSIDE) + (self.top - TOP)
            follows = after.height(INSIDE) if line.with_next and after else 0.0
            if (self.lines or self.top > TOP) and used + line.height(INSIDE) + follows > ROOM:
                self.turn()
            self.lines.append(line.cut(INSIDE, ROOM))

    def turn(self) -> None:
        """Go on on the next slide."""
        if self.lines:
            self._place_lines()
        self.slide, self.top = None, TOP

    def _place_lines(self) -> None:
        body = self.slide is None
        slide = self._current(self.lines)
        height = height_of(self.lines, INSIDE)
        if self.lines:
            box = (Pt(EDGE), Pt(self.top), Pt(INSIDE), Pt(height))
            if body:
                shape = slide.placeholders[1]
                shape.left, shape.top, shape.width, shape.height = box
            else:
                shape = slide.shapes.add_textbox(*box)
            fill(shape.text_frame, self.lines)
            self.top += height + GAP
        self.lines = []

    def _current(self, body: list[Line]) -> Any:  # noqa: ANN401 - of python-pptx
        if self.slide is None:
            self.slide, self.top = self.deck.slide(self.title, body), TOP
        return self.slide

    def _rest(self) -> float:
        """Return how much of the slide is left below what waits to be placed."""
        waiting = height_of(self.lines, INSIDE) + GAP if self.lines else 0.0
        return TOP + ROOM - self.top - waiting

    def _table(self, block: Table) -> None:
        """Lay out a table, its header on each slide."""
        if self.top + height_of(self.lines, INSIDE) > TOP + ROOM / 2:
            self.turn()
        left = [*block.rows, *(((Markup(),) * len(block.header),) * block.blank)]
        while left:
            if self.lines:
                self._place_lines()
            slide = self._current([])
            count = rows_that_fit(block.header, left, self.language.code, self._rest())
            self.top += add_table(slide, block.header, left[:count], self.language.code, self.top) + GAP
            left = left[count:]
            if left:
                self.turn()

    def _charts(self, charts: Sequence[Chart]) -> None:
        """Lay out charts that follow each other: all on what is left of the slide, or each on slides of its own."""
        if self._rest() < LEAST_FOR_A_CHART * ROOM:
            self.turn()
        together = self._whole(charts, self._rest())
        for drawing in together:
            self._draw(drawing)
        for chart in () if together else charts:
            if self.top > TOP and self._rest() < LEAST_FOR_A_CHART * ROOM:
                self.turn()
            for at, drawing in enumerate(self._pieces(chart)):
                if at:
                    self.turn()
                self._draw(drawing)

    def _draw(self, drawing: Drawing) -> None:
        if self.lines:
            self._place_lines()
        slide = self._current([])
        scale = min(INSIDE / drawing.width, self._rest() / drawing.height)
        add_drawing(slide, drawing, (EDGE, self.top), scale, self.language.code)
        self.top += drawing.height * scale + GAP

    def _whole(self, charts: Sequence[Chart], room: float) -> tuple[Drawing, ...]:
        """Return charts as large as all of them fit below each other, () where they do not."""
        for width in DRAWN:
            drawings = tuple(draw(chart, self.language, titled=False, width=width) for chart in charts)
            if sum(each.height * INSIDE / each.width + GAP for each in drawings) - GAP <= room:
                return drawings
        return ()

    def _pieces(self, chart: Chart) -> tuple[Drawing, ...]:
        rest = self._rest()
        return self._whole([chart], rest) or pieces(chart, self.language, DRAWN[1], rest * DRAWN[1] / INSIDE)

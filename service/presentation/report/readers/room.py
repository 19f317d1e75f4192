"""Slides for the room: the map of an element, who holds its readings, and the question; few words."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.readings.element import ElementView
from service.presentation.readings.reading_rows import Dot, ReadingRow, dots_caption
from service.presentation.report.document import Chart, HoldersChart, MapChart, Paragraph, Questions, Section, Tone
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.elements import element_name
from service.presentation.report.parts.words import joined

ROWS = 2
HOLDERS = 2
FIRST = 2


def for_the_room(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return the slides: what was heard, then of every element its map, its holders and its question."""
    return (
        *_first(view, language),
        *(slide for at, element in enumerate(view.elements, 1) for slide in _slides(at, element, language)),
        *_last(view, language),
    )


def _first(view: ReportView, language: Language) -> Iterator[Section]:
    if view.grid.lead:
        words = Paragraph(view.grid.lead[0], Tone.LEAD)
        yield Section("heard", language.gettext("What we heard"), (words,), apart=True)


def _slides(at: int, element: ElementView, language: Language) -> Iterator[Section]:
    name = element_name(element, language)
    rows = () if element.notes_first else tuple(_without_words(row) for row in _largest(element))
    if rows:
        start, end = (Markup.escape(each) for each in dots_caption(language))
        picture = MapChart(rows, (start, end))
        title = language.gettext("The map of {element}", element=name)
        chart = Chart(f"element-{at}-map", title, joined(row.finding for row in rows), picture)
        yield Section(f"element-{at}-map", name, (chart,), apart=True)
        holders = tuple(
            Chart(f"element-{at}-holders-{number}", row.label.name, row.finding, HoldersChart(row))
            for number, row in enumerate(rows[:HOLDERS], 1)
        )
        heading = language.gettext("{element}: who says it?", element=name)
        yield Section(f"element-{at}-holders", heading, holders, apart=True)
    elif element.lead:
        yield Section(f"element-{at}", name, (Paragraph(element.lead[0], Tone.LEAD),), apart=True)
    if element.questions:
        yield Section(f"element-{at}-question", name, (Questions(Markup(), element.questions[:1]),), apart=True)


def _largest(element: ElementView) -> tuple[ReadingRow, ...]:
    """Return the readings of a slide in the order of the page: those featured, then the largest."""
    featured = {row.id for row in element.featured}
    rest = sorted((row for row in element.rows if row.id not in featured), key=lambda row: -len(row.dots))
    kept = featured | {row.id for row in rest[: max(0, ROWS - len(featured))]}
    return tuple(row for row in element.rows if row.id in kept)


def _without_words(row: ReadingRow) -> ReadingRow:
    """Return a reading whose dots say nothing: on a wall nobody can tap them."""
    dots = tuple(_silent(dot) for dot in row.dots)
    return replace(row, dots=dots, quotes=(), others=(), history=None)


def _silent(dot: Dot) -> Dot:
    return replace(dot, quote=replace(dot.quote, text="", anchor="", source=""), title="")


def _last(view: ReportView, language: Language) -> Iterator[Section]:
    if view.first:
        questions = Questions(Markup(), view.first[:FIRST])
        yield Section("next", language.gettext("What do we take up first?"), (questions,), apart=True)

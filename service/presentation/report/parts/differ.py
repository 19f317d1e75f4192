"""Where we differ: the grid of elements and teams, and which readings came and went."""

from collections.abc import Iterator

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.readings.drift import DriftView
from service.presentation.report.document import Block, Chart, GridChart, Paragraph, Section, Tone
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import each, joined, points, spoken
from service.presentation.text import name


def differ(view: ReportView, language: Language) -> Section:
    """Return the grid with what must be known to read it, and below it what changed."""
    return Section(
        "differ",
        language.gettext("Where we differ"),
        tuple(_grid(view, language)),
        came_and_went(view.grid.drift, language),
        apart=True,
    )


def came_and_went(drift: DriftView | None, language: Language) -> tuple[Section, ...]:
    """Return which readings came and went, element by element; nothing where none did."""
    if drift is None or not drift.elements:
        return ()
    items = (
        Markup("<b>{}</b>: {}").format(_element(one.element, language), joined(one.sentences)) for one in drift.elements
    )
    heading = language.gettext("Which readings came and went")
    return (Section("came-and-went", heading, (*points(items), *each(drift.cautions, Tone.SMALL))),)


def _grid(view: ReportView, language: Language) -> Iterator[Block]:
    grid = view.grid
    yield Paragraph(joined(how_to_read(view, language)), Tone.SMALL)
    yield Chart(
        "grid",
        language.gettext("Readings that each team holds, by element"),
        joined(grid.lead),
        GridChart(grid.marks, grid.rows),
    )


def how_to_read(view: ReportView, language: Language) -> Iterator[Markup]:
    """Yield what the marks of the grid mean."""
    yield language.gettext(
        "Each number is one reading of the element in its row. Filled: the team says it. Hollow: the team wrote about "
        "the element, and not this."
    )
    if view.grid.rated_in:
        yield language.gettext(
            "The word below is how the team rated itself in {review}.", review=name(view.grid.rated_in)
        )
    if view.grid.named:
        yield view.grid.named


def _element(element: str, language: Language) -> Markup:
    return spoken(element, language) if element else language.gettext("No element")

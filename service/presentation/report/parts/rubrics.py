"""The rubrics side by side: where levels cross, and what changed from version to version."""

from collections.abc import Iterator

from service.presentation.i18n import Language
from service.presentation.report.document import Block, Chart, Paragraph, RubricChart, Section
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import asked, joined, lead, spoken


def side_by_side(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return the section of the rubrics, nothing where there is nothing to compare."""
    rubrics = view.rubrics
    if not rubrics.elements and not rubrics.changes:
        return ()
    blocks = tuple(_compared(view, language)) if rubrics.elements else ()
    changes = tuple(
        Section(f"rubric-changes-{at}", changed.heading, (Paragraph(changed.lead),))
        for at, changed in enumerate(rubrics.changes, 1)
    )
    return (Section("rubrics", language.gettext("The rubrics side by side"), blocks, changes),)


def _compared(view: ReportView, language: Language) -> Iterator[Block]:
    yield from lead(view.rubrics.lead)
    for at, (name, row) in enumerate(view.crossings, 1):
        picture = RubricChart(view.rubrics.marks, (row,))
        yield Chart(f"rubric-{at}", spoken(name, language), joined(row.crossing), picture)
    yield from asked(view.rubrics.questions[:1], language.gettext("Ask the room"))

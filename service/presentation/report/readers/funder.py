"""The report for a funder: counts and groups, no words of notes, nothing of single persons."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.report.document import Block, Paragraph, Section, Tone
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.differ import differ
from service.presentation.report.parts.heard import in_a_sentence
from service.presentation.report.parts.made import carefully, chance, laid_out
from service.presentation.report.parts.who import groups_heard
from service.presentation.report.parts.words import each, lead, points


def for_funders(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return the sections: heard, differ, rubrics, who was heard by groups, how it was made."""
    return (
        _heard(view, language),
        differ(_named_only(view), language),
        *_rubrics(view, language),
        groups_heard(view, language),
        _made(view, language),
    )


def _heard(view: ReportView, language: Language) -> Section:
    blocks: tuple[Block, ...] = (*lead(view.grid.lead), *points(in_a_sentence(view, language)))
    return Section("heard", language.gettext("What was heard"), blocks)


def _named_only(view: ReportView) -> ReportView:
    """Return a report whose grid lists the readings that people named; the marks count all of them."""
    rows = tuple(
        replace(row, readings=tuple((number, label) for number, label in row.readings if label.given))
        for row in view.grid.rows
    )
    return replace(view, grid=replace(view.grid, rows=rows))


def _rubrics(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return how much of the rubrics says the same, without the descriptors."""
    blocks: tuple[Block, ...] = lead(view.rubrics.lead[:1]) if view.rubrics.elements else ()
    changes = tuple(Paragraph(Markup("{}: {}").format(one.heading, one.lead)) for one in view.rubrics.changes)
    if not blocks and not changes:
        return ()
    return (Section("rubrics", language.gettext("The rubrics side by side"), (*blocks, *changes)),)


def _made(view: ReportView, language: Language) -> Section:
    blocks: tuple[Block, ...] = (*points(_method(view, language)), *each(view.cautions, Tone.SMALL))
    return Section("made", language.gettext("How this was made"), blocks, boxed=True)


def _method(view: ReportView, language: Language) -> Iterator[Markup]:
    yield language.gettext("It rests on {numbers}.", numbers=view.numbers)
    yield from view.limits
    yield from laid_out(view, language)
    yield language.gettext("Readings that people have named carry these names, all others are numbered.")
    yield chance(language)
    yield carefully(language)
    yield language.gettext(
        "No words of participants are quoted, nobody is named or numbered, and groups so small that single people "
        "could be recognised are taken together or left out."
    )

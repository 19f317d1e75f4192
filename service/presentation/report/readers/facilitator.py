"""The report for facilitators: everything."""

from service.presentation.i18n import Language
from service.presentation.report.document import Section
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.agreed import agreed
from service.presentation.report.parts.differ import differ
from service.presentation.report.parts.elements import in_their_words
from service.presentation.report.parts.heard import heard
from service.presentation.report.parts.made import how_it_was_made
from service.presentation.report.parts.rubrics import side_by_side
from service.presentation.report.parts.who import who_was_heard


def for_facilitators(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return the sections: heard, differ, in their words, rubrics, who was heard, agreed, how it was made."""
    return (
        heard(view, language),
        differ(view, language),
        *in_their_words(view, language),
        *side_by_side(view, language),
        who_was_heard(view, language),
        agreed(view, language),
        how_it_was_made(view, language),
    )

"""From what was found to a document: which parts a reader gets, and in which order."""

from dataclasses import replace

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.report.called import as_called
from service.presentation.report.document import Document, Reader, Section
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.agreed import agreed
from service.presentation.report.parts.differ import differ
from service.presentation.report.parts.elements import in_their_words
from service.presentation.report.parts.heard import heard
from service.presentation.report.parts.made import how_it_was_made
from service.presentation.report.parts.rubrics import side_by_side
from service.presentation.report.parts.who import who_was_heard
from service.presentation.report.parts.words import spoken


def compose(view: ReportView, language: Language) -> Document:
    """Return a report as blocks.

    Args:
        view: what was found, as far as its reader may see it.
        language: of its sentences, with what the programme calls its teams, elements and levels in it.
    """
    document = Document(
        Reader.FACILITATOR,
        language.code,
        spoken(view.programme.name, replace(language, names={})),
        Markup("{} · {}").format(
            language.gettext("What we heard, where we differ, and who was heard"), Markup.escape(view.made)
        ),
        _for_facilitators(view, language),
    )
    return as_called(document, language)


def _for_facilitators(view: ReportView, language: Language) -> tuple[Section, ...]:
    return (
        heard(view, language),
        differ(view, language),
        *in_their_words(view, language),
        *side_by_side(view, language),
        who_was_heard(view, language),
        agreed(language),
        how_it_was_made(view, language),
    )

"""What happens next: in the facilitator's words, or lines to be filled in by hand."""

from markupsafe import Markup

from service.presentation.i18n import Language, language_of
from service.presentation.report.document import Paragraph, Section, Table, Tone
from service.presentation.report.findings_view import ReportView

LINES = 4


def agreed(view: ReportView, language: Language) -> Section:
    """Return what the facilitator wrote, else an empty table for what is agreed."""
    written = [line.strip() for line in view.next_steps.splitlines() if line.strip()]
    if written:
        said = (Markup('<span lang="{}">{}</span>').format(language_of(line), line) for line in written)
        return Section("agreed", language.gettext("What happens next"), tuple(map(Paragraph, said)))
    header = (language.gettext("What"), language.gettext("Who"), language.gettext("By when"))
    caption = language.gettext("What was agreed, who does it and by when")
    hint = language.gettext("To fill in together, before everybody leaves.")
    blocks = (Paragraph(hint, Tone.SMALL), Table(caption, header, (), blank=LINES))
    return Section("agreed", language.gettext("What we agreed"), blocks)

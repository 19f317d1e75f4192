"""What we agreed: lines to be filled in by hand."""

from service.presentation.i18n import Language
from service.presentation.report.document import Paragraph, Section, Table, Tone

LINES = 4


def agreed(language: Language) -> Section:
    """Return an empty table for what is agreed."""
    header = (language.gettext("What"), language.gettext("Who"), language.gettext("By when"))
    caption = language.gettext("What was agreed, who does it and by when")
    hint = language.gettext("To fill in together, before everybody leaves.")
    blocks = (Paragraph(hint, Tone.SMALL), Table(caption, header, (), blank=LINES))
    return Section("agreed", language.gettext("What we agreed"), blocks)

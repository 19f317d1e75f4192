"""What we agreed: the actions that are under way, what the facilitator wrote, or lines to be filled in by hand."""

from markupsafe import Markup

from service.presentation.i18n import Language, language_of
from service.presentation.report.document import Block, Paragraph, Section, Table, Tone
from service.presentation.report.findings_view import Agreed, ReportView
from service.presentation.report.parts.words import spoken

LINES = 4


def agreed(view: ReportView, language: Language) -> Section:
    """Return the actions with what the facilitator wrote; where there is neither, an empty table."""
    lines = [line.strip() for line in view.next_steps.splitlines() if line.strip()]
    written = tuple(Paragraph(_marked(line)) for line in lines)
    if written and not view.agreed:
        return Section("agreed", language.gettext("What happens next"), written)
    header = (language.gettext("What"), language.gettext("Who"), language.gettext("By when"))
    caption = language.gettext("What was agreed, who does it and by when")
    hint = language.gettext("To fill in together, before everybody leaves.")
    blocks: tuple[Block, ...] = (Paragraph(hint, Tone.SMALL), Table(caption, header, (), blank=LINES))
    if view.agreed:
        rows = tuple(_row(each, language) for each in view.agreed)
        blocks = (Table(caption, header, rows), *written)
    return Section("agreed", language.gettext("What we agreed"), blocks)


def _row(one: Agreed, language: Language) -> tuple[Markup, ...]:
    return _marked(one.what), spoken(one.who, language) if one.who else Markup(), Markup.escape(one.by_when)


def _marked(text: str) -> Markup:
    return Markup('<span lang="{}">{}</span>').format(language_of(text), text)

"""The report for those who took part: what we heard from you, and what happens next; nobody is named or numbered."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.readings.element import ElementView
from service.presentation.report.document import Block, Paragraph, Quotes, Section, Tone
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.agreed import agreed
from service.presentation.report.parts.elements import element_name, reading
from service.presentation.report.parts.heard import in_a_sentence
from service.presentation.report.parts.made import carefully
from service.presentation.report.parts.who import groups_heard
from service.presentation.report.parts.words import asked, each, joined, lead, points
from service.presentation.team_marks import Mark


def for_participants(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return the sections: heard, the elements in your words, who was heard, what happens next, how it was made."""
    return (
        _heard(view, language),
        *_elements(view, language),
        groups_heard(view, language),
        agreed(view, language),
        _made(view, language),
    )


def _heard(view: ReportView, language: Language) -> Section:
    thanks = language.gettext("You wrote and talked about your work together. This is what we heard.")
    blocks: tuple[Block, ...] = (Paragraph(thanks), *lead(view.grid.lead), *points(in_a_sentence(view, language)))
    return Section("heard", language.gettext("What we heard"), blocks)


def _elements(view: ReportView, language: Language) -> tuple[Section, ...]:
    parts = tuple(
        Section(f"element-{at}", element_name(element, language), tuple(_about(element, view, language)))
        for at, element in enumerate(view.elements, 1)
    )
    return (Section("words", language.gettext("In your words"), (), parts),) if parts else ()


def _about(element: ElementView, view: ReportView, language: Language) -> Iterator[Block]:
    yield from each([joined(element.lead)], Tone.PLAIN)
    if not element.notes_first:
        yield from (_of_nobody(reading(row, view.pictures, language)) for row in element.featured)
    yield from asked(
        [one for one in element.questions if one not in view.first][:1], language.gettext("What do you say?")
    )


def _of_nobody(block: Quotes) -> Quotes:
    """Return a reading whose quotes are not said to be of any team."""
    return replace(block, quotes=tuple(replace(said, mark=Mark("")) for said in block.quotes))


def _made(view: ReportView, language: Language) -> Section:
    items: tuple[Markup, ...] = (
        language.gettext("It rests on {numbers}.", numbers=view.numbers),
        language.gettext(
            "A computer put notes of similar meaning next to each other, and people looked at the result. It can be "
            "wrong: if we did not hear you right, tell your facilitators."
        ),
        language.gettext("Nobody is named here, and words are quoted only where that was agreed."),
        carefully(language),
    )
    return Section("made", language.gettext("How this was made"), points(items), boxed=True)

"""A report of readings alone, of files without a programme: what was heard, where teams differ, and their words."""

from dataclasses import replace
from datetime import date

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.readings.types import Interpretation
from service.presentation.i18n import Language
from service.presentation.masking.masking import numbered
from service.presentation.masking.results import masked
from service.presentation.programme.programme import in_order, programme_view
from service.presentation.questions.question_list import undecided
from service.presentation.readings.caveats import nameless_caution
from service.presentation.readings.element import element_view
from service.presentation.report.compose import compose
from service.presentation.report.document import Document, Reader
from service.presentation.report.findings_view import ReportView
from service.presentation.rubrics.comparison import RubricsView
from service.presentation.sessions.over_time import OverTimeView
from service.presentation.team_marks import marks
from service.presentation.text import name
from service.types import Programme

SECTIONS = frozenset({"heard", "differ", "words", "made"})
"""Of a facilitator's report: the others are about sessions, rubrics and what was agreed."""


def report_of_readings(
    found: Interpretation, title: str, language: Language, reader: Reader = Reader.FACILITATOR
) -> Document:
    """Return readings as a report; writers of notes are numbered, in quotes too.

    Args:
        found: the readings.
        title: what stands above them.
        language: of the sentences.
        reader: for whom; slides for the room have all that they have of a programme's readings.
    """
    document = compose(_view(found, title, language), language, reader)
    if reader is not Reader.FACILITATOR:
        return document
    kept = tuple(section for section in document.sections if section.slug in SECTIONS)
    return replace(document, sections=kept)


def _view(found: Interpretation, title: str, language: Language) -> ReportView:
    programme = _programme(found, title)
    found = _without_names(found, programme, language)
    signs, elements = marks(programme.teams), in_order(programme, found.elements)
    views = tuple(element_view(element, signs, language) for element in elements if element.notes)
    grid = programme_view(programme, elements, (), signs, language)
    first = undecided(grid.questions, ())
    notes, nameless = (sum(getattr(each, what) for each in elements) for what in ("notes", "nameless"))
    return ReportView(
        programme=programme,
        grid=grid,
        elements=views,
        rubrics=RubricsView((), (), (), (), ()),
        sessions=(),
        first=first,
        cautions=tuple(
            Markup("{}: {}").format(name(each.name), said) if each.name else said
            for each in views
            for said in each.cautions
        ),
        crossings=(),
        numbers=language.list(
            [
                language.ngettext("{n} note", "{n} notes", notes),
                language.ngettext("{n} element", "{n} elements", len(elements)),
            ]
        ),
        limits=tuple(nameless_caution(language, nameless, notes)),
        model=found.model,
        named=False,
        feedback={},
        over_time=OverTimeView((), (), (), (), (), (), ()),
        made=language.date(date.today().isoformat()),
        changes=(),
        judged=(),
        failed=(),
    )


def _programme(found: Interpretation, title: str) -> Programme:
    elements = tuple(element.element for element in found.elements)
    return Programme("", title, "", _values(found, "team"), {}, elements, (), ())


def _without_names(found: Interpretation, programme: Programme, language: Language) -> Interpretation:
    keep = (*programme.teams, *programme.elements)
    people = numbered((), [Person(writer) for writer in _values(found, "participant")], language, keep)
    return masked(found, people, when_read=True)


def _values(found: Interpretation, attribute: str) -> tuple[str, ...]:
    """Return the values of an attribute of notes, each once, in the order of their first notes."""
    units = (unit for each in found.elements for unit in (*(u for r in each.readings for u in r.units), *each.alone))
    return tuple(dict.fromkeys(value for unit in units if (value := unit.attributes.get(attribute, ""))))

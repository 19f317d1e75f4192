"""In their own words: every element with what was found, two of its readings and a question."""

from collections.abc import Collection, Iterator, Sequence

from markupsafe import Markup

from service.presentation.giving_back.answers import AnswersView
from service.presentation.i18n import Language
from service.presentation.readings.element import ElementView
from service.presentation.readings.reading_rows import ReadingRow
from service.presentation.report.document import Block, Paragraph, Quotes, Section, Tone
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import asked, each, joined, spoken
from service.presentation.team_marks import Mark
from service.presentation.text import Quote

MOST_HEAPS = 2
NOTES_OF_HEAP = 2
MOST_LINES = 3


def in_their_words(view: ReportView, language: Language) -> tuple[Section, ...]:
    """Return the section of the elements, nothing where none has notes."""
    if not view.elements:
        return ()
    parts = tuple(
        Section(
            f"element-{at}",
            element_name(element, language),
            tuple(_about(element, view, language)),
        )
        for at, element in enumerate(view.elements, 1)
    )
    return (Section("words", language.gettext("In their own words"), (), parts),)


def element_name(element: ElementView, language: Language) -> Markup:
    """Return what an element is called, as a heading."""
    return spoken(element.name, language) if element.name else language.gettext("No element")


def _about(element: ElementView, view: ReportView, language: Language) -> Iterator[Block]:
    first, pictures = view.first, view.pictures
    yield from each([joined(element.lead)], Tone.PLAIN)
    yield from each([joined(element.speech + element.placed + element.trust)], Tone.SMALL)
    if element.notes_first:
        for heap in element.notes_first.heaps[:MOST_HEAPS]:
            quotes = tuple(alone(said, pictures, language) for said in heap.notes[:NOTES_OF_HEAP])
            yield Quotes(None, quotes, finding=language.gettext("Notes that seem to say the same"))
    else:
        for row in element.featured:
            yield reading(row, pictures, language)
            yield from answered(view.told.get(row.id, ()))
    yield from each(element.distinctive.lines, Tone.SMALL)
    yield from each([element.more], Tone.SMALL)
    yield from asked([each for each in element.questions if each not in first][:1], language.gettext("Ask the room"))


def reading(row: ReadingRow, pictures: Collection[str], language: Language) -> Quotes:
    """Return a reading with who holds it and the note that stands for it."""
    counts = tuple((bar.mark, bar.words) for bar in row.bars)
    return Quotes(row.label, tuple(alone(said, pictures, language) for said in row.quotes[:1]), counts, row.finding)


def answered(told: Sequence[AnswersView]) -> Iterator[Block]:
    """Yield what participants answered to a reading that was given back to them, with some of their lines."""
    for each_ in told:
        yield Paragraph(Markup("{}. {}").format(each_.of, each_.sentence), Tone.SMALL)
        if each_.lines:
            lines = each_.lines[:MOST_LINES]
            yield Quotes(
                None, tuple(Quote("", line.text, line.code, str(line.verdict or ""), Mark("")) for line in lines)
            )


def alone(said: Quote, pictures: Collection[str], language: Language) -> Quote:
    """Return a quote as it stands in a file: without the names of files and of places on a page."""
    told = said.language
    if said.source in pictures:
        told = str(Markup("{} ({})").format(told, language.gettext("read from a picture")))
    return Quote("", said.text, said.code, told, said.mark, by_hand=said.by_hand)
